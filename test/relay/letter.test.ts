import { describe, expect, it } from 'vitest'
import { may } from '../../src/domain/access/table.ts'
import { isoDate, reviewId } from '../../src/domain/ids.ts'
import { chained } from '../../sync-server/decisions/chain.ts'
import { createSettle, settleAll } from '../../sync-server/settle.ts'
import { editor, rowOf, typeInto } from './rows.ts'
import { openWorld, quiet } from './world.ts'

const TODAY = isoDate('2026-11-24')
const LETTER = 'letter/r1'
const REPLY = 'letter-reply/r1'

let made = 0
const propose = (machine: string, from: string, to: string) => ({
  type: 'propose' as const,
  proposal: {
    id: (++made).toString(16).padStart(32, 'd'),
    machine,
    subject: 'review/r1',
    from,
    to,
    reason: null,
    madeAt: 1,
  },
})

/** The review as it is once its notes were handed over. */
function atLetter() {
  const world = openWorld()
  const { accounts, device } = world
  accounts.people.setStage('r1', 'notes_handed_over')
  const reads = (person: string, kind: 'letter' | 'letter-reply' = 'letter') =>
    may(accounts.factsOf(person, TODAY), 'read', { kind, review: reviewId('r1') })
  const people = {
    lead: device('p07', 'a'),
    head: device('p03', 'b'),
    ceo: device('p01', 'c'),
    teacher: device('p12', 'e'),
  }
  let writer = 0
  const write = async (who: keyof typeof people, doc: string) => {
    const one = people[who]
    one.clear()
    const from = editor(++writer)
    const [bytes] = from.edit(typeInto('words'))
    if (!bytes) throw new Error('Nothing was typed')
    await one.push(rowOf(doc, bytes, { device: one.id }))
    return [
      ...one.of('ack').map(() => 'safe'),
      ...one.of('refused').flatMap(({ rows }) => rows.map(({ reason }) => reason)),
    ]
  }
  return { ...world, ...people, reads, write }
}

describe('the letter at the relay', () => {
  it('B10 is the team’s and the head’s until it is agreed, then nobody’s to change, by the rights of that moment', async () => {
    const { accounts, write } = atLetter()
    expect(await write('lead', LETTER)).toEqual(['safe'])
    expect(await write('head', LETTER)).toEqual(['safe'])
    expect(await write('ceo', LETTER)).toEqual(['not-allowed'])
    expect(await write('head', REPLY)).toEqual(['not-allowed'])
    for (const stage of ['letter_agreed', 'letter_issued']) {
      accounts.people.setStage('r1', stage)
      for (const who of ['lead', 'head'] as const)
        expect(await write(who, LETTER)).toEqual(['not-allowed'])
    }
    expect(await write('head', REPLY)).toEqual(['safe'])
    expect(await write('lead', REPLY)).toEqual(['not-allowed'])
  })

  it('B10 is read beyond the group once it is sent, and who may read it then is told', async () => {
    const { accounts, decisions, ceo, head, teacher, reads } = atLetter()
    const cursors = { log: 0, decisions: 0, access: 0 }
    for (const one of [ceo, teacher]) one.say({ type: 'feed', cursors })
    await quiet()
    expect(reads('p01')).toBe(false)
    const { proposal } = propose('peer-review', 'letter_agreed', 'letter_issued')
    const by = { by: 'p07', role: 'Review lead', device: 'a'.repeat(32), receivedAt: 4711 }
    await decisions.add(chained({ ...proposal, ...by }, await decisions.last()))
    const settle = createSettle({ decisions, people: accounts.people })
    await settleAll(settle, accounts.people)
    await quiet()
    const review = () => accounts.factsOf('p01', TODAY).reviews[0]
    expect(review()).toMatchObject({ stage: 'letter_issued', letterAt: 4711 })
    expect([reads('p01'), reads('p01', 'letter-reply'), reads('p12')]).toEqual([true, true, false])
    expect(ceo.of('feed').at(-1)).toMatchObject({ access: true })
    expect(accounts.factsOf('p12', TODAY).reviews).toEqual([])

    // The head shares it with the staff, takes that back, and nobody else can.
    teacher.clear()
    ceo.say(propose('letter-staff', 'kept', 'shared'))
    await quiet()
    expect(ceo.of('declined')).toMatchObject([{ reason: 'not-your-role' }])
    head.say(propose('letter-staff', 'kept', 'shared'))
    await quiet()
    expect(reads('p12')).toBe(true)
    expect(teacher.of('feed').at(-1)).toMatchObject({ access: true })
    head.say(propose('letter-staff', 'shared', 'kept'))
    await quiet()
    expect(reads('p12')).toBe(false)

    // Settled again, as at each start, nobody's rights are touched.
    const before = accounts.version()
    await settleAll(settle, accounts.people)
    expect(accounts.version()).toBe(before)
  })
})
