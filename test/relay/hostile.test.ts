import { inspectUpdate } from '../../src/crdt/inspect.ts'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { LIMITS, type Refusal } from '../../src/domain/refusals.ts'
import { encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import type { PushRow } from '../../src/domain/wire/messages.ts'
import { crafted, hollow, honestWork, mutate, schemed, seeded } from './mutants.ts'
import { openDocuments } from '../../src/store/documents.ts'
import { emptyDisk, memoryCache, memoryJournal } from '../helpers/memory-store.ts'
import { deviceOf, editor, nextId, rowOf, typeInto } from './rows.ts'
import { type FakeDevice, openWorld, quiet } from './world.ts'

const DOC = 'review/r1'
const OTHER = 'review/r1/notes/p05'
/** Longest that one row may hold up everybody else. */
const HANG_MS = 250

/** How a relay answered each row, by id. */
function fates(device: FakeDevice) {
  const all = new Map<string, string>()
  for (const m of device.got) {
    if (m.type === 'ack') for (const { id } of m.rows) all.set(id, 'ack')
    if (m.type === 'refused') for (const { id, reason } of m.rows) all.set(id, reason)
    if (m.type === 'retry') for (const { id, reason } of m.rows) all.set(id, `retry ${reason}`)
  }
  return all
}

async function fateOf(device: FakeDevice, row: PushRow) {
  device.clear()
  await device.push(row)
  return fates(device).get(row.id)
}

/** Milliseconds that the processor was busy with it: a machine that others use makes nobody hang. */
function pushTimed(device: FakeDevice, rows: PushRow[]): number {
  const frame = encodeDeviceMessage({ type: 'push', rows })
  const before = process.cpuUsage()
  device.hear(frame)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The 27 bytes of yjs#687, which make a reader of version 2 run for ever. */
const RUN_LENGTH_BOMB = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 255, 255, 255, 255, 255, 255, 255, 7, 0, 0, 0, 0, 0, 0,
])

function deepValue(depth: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, 1)
  encoding.writeVarUint(out, 1)
  encoding.writeVarUint(out, 77)
  encoding.writeVarUint(out, 0)
  encoding.writeUint8(out, 8)
  encoding.writeVarUint(out, 1)
  encoding.writeVarString(out, 'list')
  encoding.writeVarUint(out, 1)
  for (let i = 0; i < depth; i++) {
    encoding.writeUint8(out, 117)
    encoding.writeVarUint(out, 1)
  }
  encoding.writeUint8(out, 126)
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

const CORPUS: readonly (readonly [name: string, bytes: Uint8Array, fate: string])[] = [
  ['nothing at all', new Uint8Array(), 'unreadable'],
  ['one byte', new Uint8Array([0]), 'unreadable'],
  ['text', new TextEncoder().encode('not an update'), 'unreadable'],
  ['all ones', new Uint8Array(4000).fill(255), 'unreadable'],
  ['the payload of yjs#687', RUN_LENGTH_BOMB, 'ack'],
  [
    'a count of structs that is not there',
    new Uint8Array([1, 255, 255, 255, 127, 1, 0]),
    'unreadable',
  ],
  ['more than fits', new Uint8Array(LIMITS.updateBytes + 1), 'too-large'],
  ['as much as fits, of ones', new Uint8Array(LIMITS.updateBytes).fill(1), 'retry gap'],
  ['a value nested 70 deep', deepValue(70), 'forbidden-key'],
  ['a value nested 20,000 deep', deepValue(20_000), 'unreadable'],
  ['a value nested 200,000 deep', deepValue(200_000), 'unreadable'],
  ['a part that builds on itself', crafted(78, 0, [{ origin: [78, 0], text: 'a' }]), 'clock-jump'],
  ['a part inside itself', crafted(78, 0, [{ parent: [78, 0], text: 'a' }]), 'clock-jump'],
  [
    'a part that builds on a later one',
    crafted(78, 0, [{ right: [78, 1], text: 'a' }, { text: 'b' }]),
    'clock-jump',
  ],
  ['a deletion of nothing', crafted(78, 0, [], [[78, 5, 0]]), 'unreadable'],
]

describe('T20 hostile updates', () => {
  it.each(CORPUS)('T20 answers %s', async (_name, bytes, fate) => {
    const { device } = openWorld()
    const own = device('p04', 'a')
    const row = rowOf(DOC, bytes)
    await own.settled()
    expect(pushTimed(own, [row])).toBeLessThan(HANG_MS)
    await own.settled()
    expect(fates(own).get(row.id)).toBe(fate)
    expect(own.bye).toBeNull()
  })

  it('T20 survives 20,000 mutated updates; other rooms are served, and what is stored can be read', async () => {
    const { device, clock, log } = openWorld()
    const [attacker, writer, reader] = [device('p04', 'a'), device('p05', 'b'), device('p07', 'c')]
    reader.say({ type: 'follow', doc: OTHER, cursor: 0 })
    const chance = seeded(20)
    const others = Array.from({ length: 10 }, (_, i) => honestWork(30, 500 + i, chance))
    const source = editor()
    let longest = 0
    let served = 0
    for (let round = 0; round < 200; round++) {
      clock.now += 1000
      const base = others[round % others.length] ?? []
      const rows = Array.from({ length: 100 }, () =>
        rowOf(DOC, mutate(chance.pick(base), base, chance)),
      )
      longest = Math.max(longest, pushTimed(attacker, rows))
      const honest = rowOf(OTHER, source.one(typeInto('still here ')), { device: writer.id })
      await writer.push(honest)
      if (fates(writer).get(honest.id) === 'ack') served++
      await attacker.settled()
    }
    const answered = fates(attacker)
    expect(answered.size).toBe(20_000)
    expect(
      [...answered.values()].filter((fate) => fate.startsWith('retry') && fate !== 'retry gap'),
    ).toEqual([])
    expect(longest).toBeLessThan(HANG_MS)
    expect(served).toBe(200)
    expect(reader.rows(OTHER)).toHaveLength(200)
    expect([attacker.bye, writer.bye]).toEqual([null, null])
    const copy = new Y.Doc()
    for (const { bytes } of await log.after(DOC, 0, 20_000)) Y.applyUpdate(copy, bytes)
    expect(copy.store.pendingStructs).toBeNull()
    // Every honest row may still follow: the mutants took nobody's place.
    const late = rowOf(OTHER, source.one(typeInto('end')), { device: writer.id })
    expect(await fateOf(writer, late)).toBe('ack')
  }, 120_000)

  it('T20 lets nothing through that makes a replica throw while it is read in', () => {
    let read = 0
    for (let seed = 1; seed <= 60; seed++) {
      const chance = seeded(seed)
      const victim = honestWork(20, 50, chance)
      const scheme = () =>
        schemed(
          77,
          0,
          [
            [50, chance.below(20)],
            [50, 0],
          ],
          chance,
        )
      for (const bytes of Array.from({ length: 40 }, scheme)) {
        if (!inspectUpdate(bytes).ok) continue
        const doc = new Y.Doc({ gc: false })
        for (const honest of victim) Y.applyUpdate(doc, honest)
        Y.applyUpdate(doc, bytes)
        read++
      }
    }
    expect(read).toBeGreaterThan(500)
  }, 60_000)
})

describe('T20 what only Yjs itself trips over', () => {
  /** Rows that pass the gate and still make Yjs throw when it collects what was erased. */
  function stumblingBlocks(wanted: number): { victim: Uint8Array[]; bytes: Uint8Array }[] {
    const found: { victim: Uint8Array[]; bytes: Uint8Array }[] = []
    for (let seed = 1; found.length < wanted && seed <= 3_000; seed++) {
      const chance = seeded(seed)
      const victim = honestWork(20, 50, chance)
      for (let n = 0; n < 20; n++) {
        const known = [
          [50, chance.below(20)],
          [50, 0],
        ] as const
        const bytes = schemed(77, 0, known, chance)
        if (!inspectUpdate(bytes).ok) continue
        const doc = new Y.Doc()
        for (const honest of victim) Y.applyUpdate(doc, honest)
        try {
          Y.applyUpdate(doc, bytes)
        } catch {
          found.push({ victim, bytes })
          break
        }
      }
    }
    return found
  }

  it('T20 holds up nothing that comes after it on a device', async () => {
    const blocks = stumblingBlocks(2)
    expect(blocks.length).toBeGreaterThan(0)
    for (const { victim, bytes } of blocks) {
      const disk = emptyDisk()
      const documents = await openDocuments({
        journal: memoryJournal(disk),
        cache: memoryCache(disk),
        around: { now: () => 1, random: (n) => new Uint8Array(n), after: () => () => undefined },
        device: deviceOf('d'),
      })
      const after = editor(4321).one(typeInto('Written afterwards.'))
      const rows = [...victim, bytes, after].map((each, i) => {
        const row = rowOf(DOC, each)
        return { ...row, seq: i + 1, person: 'p05', receivedAt: 1 }
      })
      for (const row of rows) expect(await documents.receive(DOC, [row])).toBe('applied')
      const { doc } = await documents.open(DOC)
      expect(doc.getText('text').toString()).toContain('Written afterwards.')
      expect(await documents.cursorOf(DOC)).toBe(rows.length)
    }
  })
})

describe('T21 forgery', () => {
  /** A victim with words at the relay, one row still unsent, and an attacker who may write the same document. */
  async function scene() {
    const world = openWorld()
    const [victim, attacker] = [world.device('p05', 'b'), world.device('p04', 'a')]
    const source = editor(4242)
    const first = rowOf(DOC, source.one(typeInto('What I saw. ')), { device: victim.id })
    await victim.push(first)
    const unsent = rowOf(DOC, source.one(typeInto('What I heard.')), { device: victim.id })
    return { ...world, victim, attacker, first, unsent }
  }

  const ATTACKS: readonly (readonly [name: string, bytes: Uint8Array, reason: Refusal])[] = [
    ['a 12-byte clock burn', hollow(0, 4242, 12, 1_000_000_000), 'clock-jump'],
    ['a small clock burn', hollow(0, 4242, 12, 50), 'client-taken'],
    ['collected structs over the victim’s words', hollow(0, 4242, 0, 12), 'client-taken'],
    ['skipped structs', hollow(10, 4242, 0, 12), 'clock-jump'],
    [
      'words under the victim’s clientID',
      crafted(4242, 12, [{ text: 'I never said this' }]),
      'client-taken',
    ],
    ['words far in the victim’s future', crafted(4242, 9000, [{ text: 'later' }]), 'client-taken'],
    ['a huge delete set', crafted(0, 0, [], [[4242, 0, 2_000_000]]), 'mass-delete'],
    [
      'a delete set of everything there could be',
      crafted(0, 0, [], [[4242, 0, 2 ** 31 - 1]]),
      'mass-delete',
    ],
    [
      'a forbidden key',
      crafted(99, 0, [{ root: 'records', key: '__proto__', text: 'x' }]),
      'forbidden-key',
    ],
    ['a forbidden root', crafted(99, 0, [{ root: '__proto__', text: 'x' }]), 'forbidden-key'],
  ]

  it.each(ATTACKS)(
    'T21 refuses %s, keeps it, and the victim’s edit lands',
    async (_name, bytes, reason) => {
      const { victim, attacker, unsent, log } = await scene()
      const row = rowOf(DOC, bytes, { device: attacker.id })
      expect(await fateOf(attacker, row)).toBe(reason)
      expect(await log.quarantined(DOC)).toMatchObject([{ id: row.id, person: 'p04', reason }])
      expect(await fateOf(victim, unsent)).toBe('ack')
    },
  )

  it('T21 does not take deletions of what has not been written', async () => {
    const { victim, attacker, unsent, log } = await scene()
    const row = rowOf(DOC, crafted(0, 0, [], [[4242, 12, 20]]), { device: attacker.id })
    expect(await fateOf(attacker, row)).toBe('retry gap')
    expect(await log.head(DOC)).toBe(1)
    expect(await fateOf(victim, unsent)).toBe('ack')
  })

  it('T21 answers a replay by its author once more, and refuses an id with other bytes', async () => {
    const { victim, attacker, first, unsent, log } = await scene()
    expect(await fateOf(victim, first)).toBe('ack')
    expect(await log.head(DOC)).toBe(1)
    const reused = rowOf(DOC, editor().one(typeInto('x')), { id: first.id, device: attacker.id })
    expect(await fateOf(attacker, reused)).toBe('id-reused')
    expect(await fateOf(victim, unsent)).toBe('ack')
  })

  it('T21 refuses the victim’s words under a new id, and rows in the victim’s device’s name', async () => {
    const { victim, attacker, first, unsent } = await scene()
    expect(await fateOf(attacker, rowOf(DOC, first.bytes, { device: attacker.id }))).toBe(
      'client-taken',
    )
    const inTheirName = rowOf(DOC, editor().one(typeInto('x')), { device: victim.id })
    expect(await fateOf(attacker, inTheirName)).toBe('not-allowed')
    expect(await fateOf(victim, unsent)).toBe('ack')
  })

  it('T21 refuses a row whose hash is of other bytes, another document or another id', async () => {
    const { attacker } = await scene()
    const row = rowOf(DOC, editor().one(typeInto('x')))
    for (const forged of [
      { ...row, bytes: editor().one(typeInto('y')) },
      { ...row, doc: 'review/r1/notes/p04' },
      { ...row, id: nextId() },
    ])
      expect(await fateOf(attacker, forged)).toBe('damaged')
  })

  it('T21 gives a clientID that was claimed first to its claimant; the other is told to take a new one', async () => {
    const { device } = openWorld()
    const [victim, attacker] = [device('p05', 'b'), device('p04', 'a')]
    const source = editor(31)
    const mine = source.one(typeInto('mine'))
    expect(await fateOf(attacker, rowOf(DOC, hollow(0, 31, 0, 9)))).toBe('ack')
    expect(await fateOf(victim, rowOf(DOC, mine, { device: victim.id }))).toBe('client-taken')
  })

  it('T21 takes a row that another device of the same person carries', async () => {
    const { device } = openWorld()
    const [tablet, phone] = [device('p05', 'b'), device('p05', 'c')]
    const source = editor()
    await tablet.push(rowOf(DOC, source.one(typeInto('a')), { device: tablet.id }))
    const carried = source.one(typeInto('b'))
    expect(await fateOf(phone, rowOf(DOC, carried, { device: phone.id }))).toBe('client-taken')
    expect(await fateOf(phone, rowOf(DOC, carried, { device: tablet.id }))).toBe('ack')
  })

  it('T21 takes 10,000 honest updates: own garbage, old sessions, edits of each other’s work', async () => {
    const { device, clock, log } = openWorld()
    const chance = seeded(21)
    const people = ['p04', 'p05', 'p07'] as const
    const devices = people.map((person, i) => device(person, 'abc'[i] ?? 'd'))
    // Each device opens the document again and again: every session has a clientID of its own.
    let sessions = devices.map(() => editor())
    const pushed: PushRow[] = []
    for (let i = 0; i < 10_000; i++) {
      clock.now += 20
      const who = chance.below(devices.length)
      const [own, session] = [devices[who], sessions[who]]
      if (!own || !session) throw new Error('Nobody')
      const row = rowOf(
        DOC,
        session.one((doc) => honestEdit(doc, i, chance)),
        { device: own.id },
      )
      pushed.push(row)
      await own.push(row)
      for (const other of sessions) if (other !== session) other.hear(row.bytes)
      if (i % 1000 === 999) sessions = await reopened(log, devices.length)
    }
    const all = devices.map(fates)
    const lost = pushed.filter(({ id }) => !all.some((fate) => fate.get(id) === 'ack'))
    expect(lost).toEqual([])
    expect(await log.quarantined()).toEqual([])
    const copy = new Y.Doc()
    copy.transact(() => sessions[0] && Y.applyUpdate(copy, Y.encodeStateAsUpdate(sessions[0].doc)))
    expect(contentDigest(copy)).toBe(contentDigest(sessions[1]?.doc ?? new Y.Doc()))
  }, 120_000)

  it('T21 takes a day’s own work in one row, with what was collected on the way', async () => {
    const { device } = openWorld()
    const own = device('p04', 'a')
    const source = editor()
    const map = () => source.doc.getMap<Y.Map<unknown>>('records')
    source.edit(() => {
      map().set('one', new Y.Map([['a', new Y.Text('gone soon')]]))
      map().delete('one')
      map().set('two', new Y.Map([['b', 1]]))
    })
    const whole = Y.encodeStateAsUpdate(source.doc)
    expect(Y.decodeUpdate(whole).structs.some((struct) => struct instanceof Y.GC)).toBe(true)
    expect(await fateOf(own, rowOf(DOC, whole))).toBe('ack')
  })
})

function honestEdit(doc: Y.Doc, i: number, chance: ReturnType<typeof seeded>) {
  const text = doc.getText('text')
  const records = doc.getMap<Y.Map<unknown>>('records')
  const keys = [...records.keys()]
  const kind = chance.below(5)
  if (kind === 0 && keys.length > 30) records.delete(chance.pick(keys))
  else if (kind <= 1)
    records.set(
      `r${i}`,
      new Y.Map<unknown>([
        ['n', i],
        ['t', new Y.Text('x')],
      ]),
    )
  else if (kind === 2 && text.length > 200) text.delete(chance.below(100), 40)
  else if (kind === 3 && keys.length > 0) records.get(chance.pick(keys))?.set('n', i)
  else text.insert(chance.below(text.length + 1), `word${i} `)
}

async function reopened(
  log: { after: (doc: string, seq: number, limit: number) => Promise<PushRow[]> },
  count: number,
) {
  const rows = await log.after(DOC, 0, 100_000)
  return Array.from({ length: count }, () => {
    const fresh = editor()
    fresh.doc.transact(() => rows.forEach(({ bytes }) => fresh.hear(bytes)), 'remote')
    return fresh
  })
}

describe('T6 bit flips on the wire', () => {
  it('T6 refuses every single flipped bit of 200 frames: none changes anything', async () => {
    const { device, log } = openWorld()
    const chance = seeded(6)
    const frames = Array.from({ length: 200 }, (_, i) => {
      const [bytes] = honestWork(1, 1000 + i, chance)
      return encodeDeviceMessage({ type: 'push', rows: [rowOf(DOC, bytes ?? new Uint8Array())] })
    })
    let flips = 0
    let refused = 0
    for (const frame of frames)
      for (let bit = 0; bit < frame.length * 8; bit++) {
        const damaged = new Uint8Array(frame)
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        // No greeting first: a frame that is read at all would end the line with another word.
        const own = device('p04', 'a', { hello: false })
        own.hear(damaged)
        flips++
        if (own.bye === 'damaged-frame') refused++
      }
    await quiet()
    expect(flips).toBeGreaterThan(200_000)
    expect(refused).toBe(flips)
    expect(await log.head(DOC)).toBe(0)
  }, 120_000)

  it('T6 refuses every flipped bit of a row whose frame is whole: damaged before it was framed', async () => {
    const { device, log, clock } = openWorld()
    const chance = seeded(66)
    const own = device('p04', 'a')
    let flips = 0
    for (const bytes of honestWork(12, 9, chance).slice(0, 4)) {
      const row = rowOf(DOC, bytes)
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = new Uint8Array(bytes)
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        clock.now += 20
        expect(await fateOf(own, { ...row, bytes: damaged })).toBe('damaged')
        flips++
      }
    }
    expect(flips).toBeGreaterThan(1000)
    expect(await log.head(DOC)).toBe(0)
  }, 60_000)
})
