import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { changeRecord, createRecord, type Fields } from '../../src/crdt/records.ts'
import { urn } from '../../src/domain/ids.ts'
import { classRecord, sittingRefRecord } from '../../src/domain/qla/classes.ts'
import { schoolYearOf } from '../../src/domain/school-year.ts'
import { readSessionAnswer } from '../../src/domain/session-answer.ts'
import { sqliteAccounts } from '../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { londonDate } from '../../src/domain/london.ts'
import { openRelay, openTablet, type RelayTablet, signIn } from './tablets.ts'

/*
 * Who opens a class and its papers, over a real relay. p12 and p90 teach at the school, p23 leads a
 * subject there, p19 teaches elsewhere.
 */
const OTHER_TEACHER = 'p90'
const YEAR = schoolYearOf(londonDate(Date.now()))
const LIST = `class/900001/${YEAR}/p12-owls`
const [MATHS, READING] = ['maths', 'reading'].map((paper) => `qla/900001/${YEAR}/p12-owls-${paper}`)
const PATIENCE = { timeout: 20_000, interval: 50 }

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
  const db = openDatabase(path.join(relay.dataDir, 'corridor.sqlite'))
  const { people } = sqliteAccounts(db)
  const held = { role: 'Teacher', urn: urn('900001'), from: '2022-09-01', to: null } as const
  const otis = { id: OTHER_TEACHER, name: 'Otis Inkpot', job: 'Class teacher, Year 5' }
  people.add({ ...otis, urn: held.urn }, [held], { demo: true })
  db.close()
})
afterAll(() => relay.end())

const factsOf = async (person: string) => {
  const cookie = await signIn(relay.base, person)
  const answer = await fetch(`${relay.base}/api/session`, { headers: { cookie } })
  const said = readSessionAnswer(answer.status, await answer.json())
  if (said.kind !== 'in') throw new Error(`${person} is not signed in`)
  return said.facts
}

/** Writes into a document on a tablet, and waits until the relay has said what it thinks of that. */
async function send(
  { documents, client }: RelayTablet,
  doc: string,
  write: (fields: Write) => void,
) {
  const opened = await documents.open(doc)
  const author = { device: documents.device, at: 1 }
  const before = documents.state().tally.high
  opened.doc.transact(() =>
    write({
      add: (type, id, fields) =>
        createRecord(opened.doc, type, id, { by: 'somebody', madeAt: 1, ...fields }, author),
      change: (type, id, fields) => changeRecord(opened.doc, type, id, fields, author),
    }),
  )
  await vi.waitFor(() => expect(documents.state().tally.high).toBeGreaterThan(before), PATIENCE)
  client.start()
  await vi.waitFor(() => {
    const { tally, inMemory } = documents.state()
    expect([inMemory, tally.unsent]).toEqual([0, 0])
  }, PATIENCE)
  client.stop()
}

type Type = Parameters<typeof createRecord>[1]
interface Write {
  readonly add: (type: Type, id: string, fields: Fields) => void
  readonly change: (type: Type, id: string, fields: Fields) => boolean
}

/** Whether this person's tablet may write a document: whoever may not has their row put aside. */
async function writes(person: string, digit: string, doc: string): Promise<boolean> {
  const tablet = await openTablet(relay.base, person, digit, [])
  await send(tablet, doc, ({ add }) =>
    add(sittingRefRecord, `probe-${person}-${digit}`, { sitting: 'x-1' }),
  )
  return tablet.documents.state().tally.refused === 0
}

describe('B10 who opens a class', () => {
  it('M4 B10 follows what the class’s own list says, and nobody lets themselves in', async () => {
    const juno = await openTablet(relay.base, 'p12', '1', [LIST])
    // Begun with no signal: the relay hears of class and papers together.
    await send(juno, LIST, ({ add }) => {
      add(classRecord, 'owls', { name: 'Owls', yearGroup: 6, teachers: ['p12'] })
      add(sittingRefRecord, 'ref', { sitting: 'p12-owls-maths' })
    })
    expect(juno.documents.state().tally.refused).toBe(0)
    expect(await writes('p12', '2', MATHS ?? '')).toBe(true)
    expect(await writes('p23', '3', MATHS ?? '')).toBe(true)
    expect(await writes(OTHER_TEACHER, '4', LIST)).toBe(false)
    expect(await writes(OTHER_TEACHER, '4', MATHS ?? '')).toBe(false)

    // A class of one's own that claims a colleague's paper.
    const thief = await openTablet(relay.base, OTHER_TEACHER, '5', [])
    await send(thief, `class/900001/${YEAR}/${OTHER_TEACHER}-mine`, ({ add }) => {
      add(classRecord, 'mine', { name: 'Mine', yearGroup: 6, teachers: [OTHER_TEACHER] })
      add(sittingRefRecord, 'claim', { sitting: 'p12-owls-maths', markers: [OTHER_TEACHER] })
    })
    expect(thief.documents.state().tally.refused).toBe(0)
    await vi.waitFor(async () => {
      const { teaching = [] } = await factsOf(OTHER_TEACHER)
      expect(teaching).toContain(`class/900001/${YEAR}/${OTHER_TEACHER}-mine`)
      expect(teaching).not.toContain(MATHS)
    }, PATIENCE)
    expect(await writes(OTHER_TEACHER, '6', MATHS ?? '')).toBe(false)

    // Asked to mark one paper: that one and no more.
    await send(juno, LIST, ({ change }) =>
      change(sittingRefRecord, 'ref', { markers: [OTHER_TEACHER, 'p19'] }),
    )
    await vi.waitFor(
      async () => expect((await factsOf(OTHER_TEACHER)).teaching).toContain(MATHS),
      PATIENCE,
    )
    expect(await writes(OTHER_TEACHER, '7', MATHS ?? '')).toBe(true)
    expect(await writes(OTHER_TEACHER, '7', READING ?? '')).toBe(false)
    expect(await writes(OTHER_TEACHER, '7', LIST)).toBe(false)
    expect(await writes('p19', '8', MATHS ?? '')).toBe(false)

    // The subject lead hands the class on: who began it has it no more.
    const percival = await openTablet(relay.base, 'p23', '9', [LIST])
    percival.client.start()
    const opened = await percival.documents.open(LIST)
    await vi.waitFor(() => expect(opened.doc.getMap('records').has('owls')).toBe(true), PATIENCE)
    await send(percival, LIST, ({ change }) =>
      change(classRecord, 'owls', { teachers: [OTHER_TEACHER] }),
    )
    await vi.waitFor(async () => expect((await factsOf('p12')).handedOn).toEqual([LIST]), PATIENCE)
    expect(await writes('p12', 'a', MATHS ?? '')).toBe(false)
    expect(await writes(OTHER_TEACHER, 'b', READING ?? '')).toBe(true)
  }, 120_000)

  it('B10 a leader’s device is told of every class of the school, and of no other school’s', async () => {
    const { teaching = [] } = await factsOf('p23')
    expect(teaching).toContain(`class/900001/${YEAR}/year-6`)
    expect(teaching.filter((name) => !name.includes('/900001/'))).toEqual([])
    expect((await factsOf('p01')).teaching).toEqual([])
  })
})
