import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createRecord } from '../../src/crdt/records.ts'
import { printOfRows } from '../../src/crdt/rows-print.ts'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import { may } from '../../src/domain/access/table.ts'
import { type Receipt, receiptText } from '../../src/domain/hand-over/receipt.ts'
import { isoDate, personId, reviewId } from '../../src/domain/ids.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { REVIEW_STAGES } from '../../src/domain/peer-review/stage-order.ts'
import { settleAll, createSettle } from '../../sync-server/settle.ts'
import { editor, rowOf } from './rows.ts'
import { type FakeDevice, openWorld, quiet } from './world.ts'

const TODAY = isoDate('2026-11-24')
const SUBJECT = 'review/r1'
const notesOf = (person: string) => `${SUBJECT}/notes/${person}`

type Step = readonly [to: string, by: string]
const TO_THE_DAY: readonly Step[] = [
  ['focus_sent', 'p03'],
  ['expanded', 'p01'],
  ['timetable_drafted', 'p01'],
  ['agreed', 'p03'],
  ['circulated', 'p01'],
  ['on_the_day', 'p07'],
]
const TO_ANSWERS: readonly Step[] = [...TO_THE_DAY, ['synthesised', 'p07']]
const ON_TO_CLOSE: readonly Step[] = [
  ['letter_drafted', 'p07'],
  ['letter_agreed', 'p03'],
  ['letter_issued', 'p01'],
  ['session_booked', 'p03'],
  ['session_held', 'p03'],
]

let made = 0
const stages = REVIEW_STAGES.map(([id]): string => id)

function openReview() {
  const world = openWorld()
  const { accounts, decisions, log, device } = world
  const devices = new Map<string, FakeDevice>()
  /** Everybody's usual tablet. */
  const tablet = (person: string): FakeDevice => {
    const known = devices.get(person)
    if (known) return known
    const fresh = device(person, (devices.size + 1).toString(16))
    devices.set(person, fresh)
    return fresh
  }
  const propose = async (
    by: FakeDevice,
    proposal: { machine: string; subject: string; from: string; to: string; reason: string | null },
  ) => {
    const id = (++made).toString(16).padStart(32, 'e')
    by.say({ type: 'propose', proposal: { ...proposal, id, madeAt: made } })
    await by.settled()
    await quiet()
    const said = by.of('declined').find((message) => message.id === id)
    return said ? said.reason : 'decided'
  }
  const step = (to: string, person: string, reason: string | null = null) => {
    const from = stages[stages.indexOf(to) - 1] ?? ''
    return propose(tablet(person), { machine: 'peer-review', subject: SUBJECT, from, to, reason })
  }
  const walk = async (steps: readonly Step[]) => {
    for (const [to, by] of steps) expect([to, await step(to, by)]).toEqual([to, 'decided'])
  }
  const receipt = async (
    person: string,
    from: FakeDevice,
    changes: Partial<Receipt> = {},
  ): Promise<Receipt> => {
    const rows = (await log.after(notesOf(person), 0, 999)).filter((row) => row.device === from.id)
    const print = printOfRows(rows.map(({ hash }) => hash))
    return {
      device: from.id,
      notes: 1,
      rows: rows.length,
      print,
      way: 'network',
      to: 'p03',
      ...changes,
    }
  }
  const leave = async (
    person: string,
    from: FakeDevice,
    changes: Partial<Receipt> = {},
    to = 'handed_over',
  ) =>
    propose(from, {
      machine: 'hand-over',
      subject: notesOf(person),
      from: 'held',
      to,
      reason: receiptText(await receipt(person, from, changes)),
    })
  const hold = (on: FakeDevice, notes: number) =>
    on.say({ type: 'held', held: { unsent: 0, notes: notes > 0 ? { r1: notes } : {} } })
  const write = async (person: string, on: FakeDevice, text: string, as = editor()) => {
    const bytes = as.one((doc) =>
      createRecord(doc, noteRecord, `n${++made}`, { by: person, text }, { device: on.id, at: 1 }),
    )
    const row = rowOf(notesOf(person), bytes, { device: on.id })
    await on.push(row)
    return row
  }
  /** What a device is told of the hand-over when it asks for everything. */
  const hears = async (person: string): Promise<string[]> => {
    const on = tablet(person)
    on.clear()
    on.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
    await on.settled()
    const told = on.of('feed').flatMap((feed) => feed.decisions)
    return told.filter(({ machine }) => machine === 'hand-over').map(({ to }) => to)
  }
  const facts = (person: string): AccessFacts => accounts.factsOf(person, TODAY)
  const reads = (person: string, whose: string) =>
    may(facts(person), 'read', { kind: 'notes', review: reviewId('r1'), person: personId(whose) })
  return {
    ...world,
    hears,
    tablet,
    propose,
    step,
    walk,
    receipt,
    leave,
    hold,
    write,
    facts,
    reads,
    decisions,
  }
}

describe('handing notes over', () => {
  it('H2 C4 a receipt counts when the log holds exactly those rows, once the answers are agreed', async () => {
    const { tablet, walk, leave, write } = openReview()
    await walk(TO_THE_DAY)
    const rufus = tablet('p04')
    await write('p04', rufus, 'Year 3: 26 of 28')
    expect(await leave('p04', rufus)).toBe('too-early')
    await walk([['synthesised', 'p07']])
    expect(await leave('p04', rufus, { rows: 2 })).toBe('not-the-same')
    expect(await leave('p04', rufus, { print: '0'.repeat(64) })).toBe('not-the-same')
    expect(await leave('p04', tablet('p05'))).toBe('not-your-role')
    expect(await leave('p04', rufus, { device: 'f'.repeat(32) })).toBe('not-your-role')
    expect(await leave('p04', rufus)).toBe('decided')
    expect(await leave('p04', rufus), 'twice is the same').toBe('decided')
  })

  it('H3 C3 C53 from then on its writer and colleagues read none of it, and the head and the lead do', async () => {
    const { tablet, walk, leave, write, reads, facts, hears } = openReview()
    await walk(TO_ANSWERS)
    const rufus = tablet('p04')
    await write('p04', rufus, 'Year 3: 26 of 28')
    expect(['p04', 'p05', 'p07', 'p03', 'p01', 'p12'].map((one) => reads(one, 'p04'))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    for (const one of ['p04', 'p05'])
      tablet(one).say({ type: 'follow', doc: notesOf('p04'), cursor: 0 })
    await quiet()
    expect(await leave('p04', rufus)).toBe('decided')
    expect(['p04', 'p05', 'p07', 'p03', 'p01', 'p12'].map((one) => reads(one, 'p04'))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ])
    expect(documentsOf(facts('p04'))).not.toContain(notesOf('p04'))
    for (const one of ['p04', 'p05']) {
      expect(
        tablet(one)
          .of('notFollowing')
          .map(({ doc }) => doc),
      ).toContain(notesOf('p04'))
      tablet(one).clear()
      tablet(one).say({ type: 'follow', doc: notesOf('p04'), cursor: 0 })
      tablet(one).say({ type: 'digest', doc: notesOf('p04') })
      await quiet()
      expect(tablet(one).of('updates').concat()).toEqual([])
      expect(tablet(one).of('digest')).toEqual([])
      expect(
        tablet(one)
          .of('notFollowing')
          .map(({ reason }) => reason),
      ).toContain('not-allowed')
    }
    // The receipt itself is for the whole team to see.
    for (const one of ['p05', 'p04', 'p07']) expect(await hears(one)).toContain('handed_over')
  })

  it('T28 three devices, one of them late: at the end no reviewer’s device may read a note, and nothing was lost', async () => {
    const { tablet, device, walk, step, leave, write, hold, reads, log, accounts, facts } =
      openReview()
    await walk(TO_ANSWERS)
    const [rufus, odette, lead] = [tablet('p04'), tablet('p05'), tablet('p07')]
    const late = device('p05', 'b')
    const words = editor()
    await write('p04', rufus, 'Year 3')
    await write('p05', odette, 'Year 4', words)
    await write('p07', lead, 'Year 5')
    for (const [one, n] of [
      [rufus, 1],
      [odette, 1],
      [late, 2],
      [lead, 1],
    ] as const)
      hold(one, n)
    // Odette's second tablet is out of signal with a note that nobody has.
    const second = editor()
    second.hear(Y.encodeStateAsUpdate(words.doc))
    for (const [person, one] of [
      ['p04', rufus],
      ['p05', odette],
      ['p07', lead],
    ] as const)
      expect(await leave(person, one)).toBe('decided')
    hold(rufus, 0)
    hold(odette, 0)
    const names = 'Outstanding: Person p05. Her second tablet is in her car'
    expect(await step('notes_handed_over', 'p03', names)).toBe('outstanding')
    expect(await step('notes_handed_over', 'p07')).toBe('outstanding')
    expect(await step('notes_handed_over', 'p07', 'Somebody is late')).toBe('outstanding')
    expect(await step('notes_handed_over', 'p07', names)).toBe('decided')

    // Back in signal: it delivers, then it has its receipt, then no more is taken of it.
    const row = await write('p05', late, 'Written in the car park at 16:30', second)
    expect(late.of('ack').flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([row.id])
    late.say({ type: 'follow', doc: notesOf('p05'), cursor: 0 })
    await quiet()
    expect(late.rows(notesOf('p05'))).toEqual([])
    expect(await leave('p05', late)).toBe('decided')
    await write('p05', late, 'HC08 and one more', second)
    expect(late.of('refused').flatMap(({ rows }) => rows.map(({ reason }) => reason))).toEqual([
      'sealed',
    ])

    await walk(ON_TO_CLOSE)
    expect(await step('closed', 'p03'), 'C4').toBe('notes-held')
    hold(late, 0)
    expect(await step('closed', 'p03'), 'C4').toBe('notes-held')
    hold(lead, 0)
    expect(await step('closed', 'p03')).toBe('decided')
    for (const whose of ['p04', 'p05', 'p07'])
      expect(['p04', 'p05', 'p07', 'p01', 'p03'].map((one) => reads(one, whose))).toEqual([
        false,
        false,
        false,
        false,
        true,
      ])
    for (const one of ['p04', 'p05', 'p07'])
      expect(documentsOf(facts(one)).filter((doc) => doc.startsWith(SUBJECT))).toEqual([])
    expect(await log.after(notesOf('p05'), 0, 9)).toHaveLength(2)
    expect((await log.quarantined(notesOf('p05'))).map(({ reason }) => reason)).toEqual(['sealed'])
    // L17: even a device that nobody has heard of finds the notes of a closed review sealed.
    const stranger = device('p05', 'c')
    await write('p05', stranger, 'A year later')
    expect(stranger.of('refused').flatMap(({ rows }) => rows.map(({ reason }) => reason))).toEqual([
      'sealed',
    ])
    expect(accounts.people.review('r1')?.review.left).toMatchObject({ closed: true })
  })

  it('H3 HC08 a device that is late delivers with a receipt of its own; any order, twice over', async () => {
    const { tablet, device, walk, leave, write, hold, step } = openReview()
    await walk(TO_ANSWERS)
    const [first, second] = [tablet('p04'), device('p04', 'b')]
    await write('p04', first, 'Here')
    await write('p04', second, 'There')
    hold(first, 2)
    hold(second, 2)
    expect(await leave('p04', second)).toBe('decided')
    expect(await leave('p04', first)).toBe('decided')
    expect(await leave('p04', second)).toBe('decided')
    for (const one of ['p05', 'p07']) hold(tablet(one), 0)
    expect(await step('notes_handed_over', 'p07')).toBe('decided')
  })

  it('T26 what a device says has gone off it is no longer in the list of what is on it', async () => {
    const { tablet, walk, leave, write, accounts } = openReview()
    await walk(TO_ANSWERS)
    const on = tablet('p04')
    const doc = notesOf('p04')
    await write('p04', on, 'Here')
    on.say({ type: 'follow', doc, cursor: 0 })
    await on.settled()
    accounts.flush()
    const held = () => accounts.enrolments.view(on.id)?.docs
    expect(held()).toEqual([doc])
    expect(await leave('p04', on)).toBe('decided')
    expect(held()).toEqual([doc])
    expect(await leave('p04', on, {}, 'wiped')).toBe('decided')
    expect(held()).toEqual([])
  })

  it('the head’s own receipt for what came over their tablet counts too', async () => {
    const { tablet, walk, write, propose, receipt } = openReview()
    await walk(TO_ANSWERS)
    const rufus = tablet('p04')
    await write('p04', rufus, 'Year 3')
    const reason = receiptText(await receipt('p04', rufus, { way: 'local transfer' }))
    const said = {
      machine: 'hand-over',
      subject: notesOf('p04'),
      from: 'held',
      to: 'received',
      reason,
    }
    expect(await propose(tablet('p07'), said)).toBe('not-your-role')
    expect(await propose(tablet('p03'), said)).toBe('decided')
    await write('p04', rufus, 'More')
    expect(rufus.of('refused')).toHaveLength(1)
  })

  it('HC09 the trust’s leaders never read notes: not by following, not by asking for counts', async () => {
    const { tablet, walk, leave, write, reads, hold } = openReview()
    await walk(TO_ANSWERS)
    await write('p04', tablet('p04'), 'Year 3')
    hold(tablet('p04'), 1)
    await leave('p04', tablet('p04'))
    for (const person of ['p01', 'p11']) {
      const hq = tablet(person)
      hq.clear()
      hq.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
      hq.say({ type: 'follow', doc: notesOf('p04'), cursor: 0 })
      hq.say({ type: 'digest', doc: notesOf('p04') })
      hq.say({ type: 'presence', doc: notesOf('p04') })
      await hq.settled()
      await quiet()
      const [feed] = hq.of('feed')
      expect(feed?.docs.filter(({ doc }) => doc.startsWith(SUBJECT))).toEqual([])
      expect(feed?.devices.filter(({ held }) => held.notes['r1'])).toEqual([])
      expect(feed?.decisions.filter(({ machine }) => machine === 'hand-over')).toEqual([])
      expect(hq.of('updates')).toEqual([])
      expect(hq.of('digest')).toEqual([])
      expect(['p04', 'p05', 'p07'].map((whose) => reads(person, whose))).toEqual([
        false,
        false,
        false,
      ])
    }
  })

  it('rights follow from the decisions again at each start', async () => {
    const { tablet, walk, leave, write, accounts, decisions, log } = openReview()
    await walk(TO_ANSWERS)
    await write('p04', tablet('p04'), 'Year 3')
    await leave('p04', tablet('p04'))
    const { left, ...before } = accounts.people.review('r1')?.review ?? {}
    accounts.people.putReview(before as never)
    await settleAll(createSettle({ decisions, people: accounts.people, log }), accounts.people)
    expect(accounts.people.review('r1')?.review.left).toEqual(left)
  })
})
