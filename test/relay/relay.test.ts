import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import type { DeviceMessage } from '../../src/domain/wire/messages.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import type { DocumentLog } from '../../sync-server/log/port.ts'
import { deviceOf, editor, rowOf, typeInto } from './rows.ts'
import { held, openWorld, quiet } from './world.ts'

const DOC = 'review/r1'
const follow = (doc: string, cursor = 0): DeviceMessage => ({ type: 'follow', doc, cursor })
const feed = (log = 0, decisions = 0, access = 0): DeviceMessage => ({
  type: 'feed',
  cursors: { log, decisions, access },
})

describe('greeting', () => {
  it('says who and what it is, and what it knew of the device', async () => {
    const { device, relay } = openWorld()
    const first = device('p04', 'a', { hello: false })
    const hello = { type: 'hello', protocol: 1, device: deviceOf('a'), app: 'x' } as const
    first.say({ ...hello, journalHigh: 12 })
    await first.settled()
    expect(first.got).toMatchObject([
      { type: 'welcome', person: 'p04', epoch: 'epoch-1', journalHigh: 12 },
    ])
    const again = device('p04', 'a', { hello: false })
    again.say({ ...hello, journalHigh: 3 })
    await again.settled()
    expect(again.of('welcome')[0]?.journalHigh).toBe(12)
    await relay.stop()
    expect(again.bye).toBe('closing')
  })

  it('sends an unknown protocol, an unnamed device and a late hello away', async () => {
    const { device } = openWorld()
    const old = device('p04', 'a', { hello: false })
    old.say({ type: 'hello', protocol: 2, device: deviceOf('a'), app: 'x', journalHigh: 0 })
    const unnamed = device('p04', 'b', { hello: false })
    unnamed.say({ type: 'hello', protocol: 1, device: 'me', app: 'x', journalHigh: 0 })
    const late = device('p04', 'c', { hello: false })
    late.say(follow(DOC))
    await quiet()
    expect([old.bye, unnamed.bye, late.bye]).toEqual(['protocol', 'protocol', 'protocol'])
  })

  it('does not let one person use another person’s device', async () => {
    const { device } = openWorld()
    await device('p04', 'a').settled()
    const other = device('p05', 'a')
    await other.settled()
    expect(other.bye).toBe('signed-out')
  })

  it('hears nothing before it has welcomed, and loses nothing that came meanwhile', async () => {
    const { device } = openWorld()
    const own = device('p04', 'a')
    await own.push(rowOf(DOC, editor().one(typeInto('a'))))
    expect(own.got.map((m) => m.type)).toEqual(['welcome', 'ack'])
  })
})

describe('pushing', () => {
  it('acknowledges, and tells the other followers but not the one that pushed', async () => {
    const { device } = openWorld()
    const [a, b] = [device('p04', 'a'), device('p05', 'b')]
    a.say(follow(DOC))
    b.say(follow(DOC))
    await quiet()
    const row = rowOf(DOC, editor().one(typeInto('Gate')))
    await a.push(row)
    expect(a.of('ack')).toEqual([{ type: 'ack', rows: [{ id: row.id, doc: DOC, seq: 1 }] }])
    expect(a.rows(DOC)).toEqual([])
    const { signature: _, ...sent } = row
    expect(b.rows(DOC)).toMatchObject([{ ...sent, seq: 1, person: 'p04' }])
  })

  it('writes all that arrived in a turn in one transaction', async () => {
    const log = memoryLog()
    const sizes: number[] = []
    const counting: DocumentLog = {
      ...log,
      append: (entries) => {
        sizes.push(entries.length)
        return log.append(entries)
      },
    }
    const { device } = openWorld({ log: counting })
    const devices = ['a', 'b', 'c'].map((digit) => device('p04', digit))
    await quiet()
    await Promise.all(
      devices.map((own) => own.push(rowOf(DOC, editor().one(typeInto('x')), { device: own.id }))),
    )
    expect(sizes).toEqual([3])
  })

  it('encodes a commit’s rows once for all who hear it', async () => {
    const { device } = openWorld()
    const [a, b, c] = [device('p04', 'a'), device('p05', 'b'), device('p07', 'c')]
    for (const own of [a, b, c]) own.say(follow(DOC))
    await quiet()
    await a.push(rowOf(DOC, editor().one(typeInto('x'))))
    expect(b.frames.at(-1)).toBe(c.frames.at(-1))
  })

  it('T17 puts what somebody may not write aside, with the reason, and says so', async () => {
    const { device, log } = openWorld()
    const own = device('p12', 'a')
    const row = rowOf(DOC, editor().one(typeInto('x')))
    await own.push(row)
    expect(own.of('refused')[0]?.rows).toEqual([{ id: row.id, doc: DOC, reason: 'not-allowed' }])
    expect(own.bye).toBeNull()
    expect(await log.quarantined(DOC)).toMatchObject([{ id: row.id, person: 'p12' }])
  })

  it('T17 keeps twenty edits of somebody who was removed while away, and stops what they follow', async () => {
    const { device, log, accounts, clock } = openWorld()
    const own = device('p05', 'b')
    own.say(follow(DOC))
    await quiet()
    accounts.people.remove('p05', clock.now)
    const edits = editor().edit((doc) => {
      for (let i = 0; i < 20; i++) typeInto(`${i}`)(doc)
    })
    await own.push(...edits.map((bytes) => rowOf(DOC, bytes, { device: own.id })))
    expect(own.of('notFollowing')).toMatchObject([{ doc: DOC, reason: 'not-allowed' }])
    expect(own.of('refused')[0]?.rows).toHaveLength(20)
    expect(await log.quarantined(DOC)).toHaveLength(20)
    expect(await log.head(DOC)).toBe(0)
  })

  it('judges by the rights at the moment of writing, not of arriving', async () => {
    const { device, log, accounts, clock } = openWorld()
    const own = device('p05', 'b')
    await own.settled()
    const pushed = own.push(rowOf(DOC, editor().one(typeInto('x')), { device: own.id }))
    accounts.people.remove('p05', clock.now)
    await pushed
    expect(own.of('refused')).toHaveLength(1)
    expect(await log.head(DOC)).toBe(0)
  })

  it('asks for rows again when a session has ended, and ends the connection', async () => {
    const { device, log, clock } = openWorld()
    const own = device('p04', 'a')
    await own.settled()
    clock.now += 91 * 86_400_000
    await own.push(rowOf(DOC, editor().one(typeInto('x'))))
    expect(own.of('retry')[0]?.rows).toMatchObject([{ reason: 'signed-out' }])
    expect(own.bye).toBe('signed-out')
    expect(await log.quarantined()).toEqual([])
  })

  it('acknowledges nothing when nothing could be written, and takes it later', async () => {
    const log = memoryLog()
    let broken = true
    const { device, notes } = openWorld({
      log: {
        ...log,
        append: (entries) => {
          if (broken) return Promise.reject(new Error('disk full'))
          return log.append(entries)
        },
      },
    })
    const own = device('p04', 'a')
    const row = rowOf(DOC, editor().one(typeInto('x')))
    await own.push(row)
    expect(own.of('retry')[0]?.rows).toEqual([{ id: row.id, doc: DOC, reason: 'storage' }])
    expect(own.of('ack')).toEqual([])
    expect(notes).toEqual(['commit-failed'])
    broken = false
    await own.push(row)
    expect(own.of('ack')).toHaveLength(1)
  })

  it('keeps rows of one push in order when one of them takes long to read', async () => {
    const { device, log } = openWorld()
    const own = device('p04', 'a')
    const updates = editor().edit((doc) => {
      typeInto('a')(doc)
      typeInto('b'.repeat(100_000))(doc)
      typeInto('c')(doc)
    })
    own.say({ type: 'push', rows: updates.slice(0, 2).map((bytes) => rowOf(DOC, bytes)) })
    await own.push(...updates.slice(2).map((bytes) => rowOf(DOC, bytes)))
    expect(own.of('retry')).toEqual([])
    expect(await log.head(DOC)).toBe(3)
  })

  it('slows a device down that sends too much, and never for good', async () => {
    const { device, clock } = openWorld()
    const own = device('p04', 'a')
    await own.settled()
    const row = rowOf(DOC, editor().one(typeInto('x')))
    for (let i = 0; i < 500; i++) own.say({ type: 'push', rows: [row] })
    await own.settled()
    expect(own.of('retry').flatMap((m) => m.rows)[0]).toMatchObject({ reason: 'busy' })
    expect(own.bye).toBeNull()
    own.clear()
    clock.now += 1000
    await own.push(row)
    expect(own.of('ack')).toHaveLength(1)
  })

  it('sends a flood of control frames away', async () => {
    const { device } = openWorld()
    const own = device('p04', 'a')
    await own.settled()
    for (let i = 0; i < 3000; i++) own.say({ type: 'ping' })
    expect(own.bye).toBe('too-fast')
  })
})

describe('following', () => {
  const filled = async (rows: number) => {
    const world = openWorld()
    const writer = world.device('p04', 'a')
    const source = editor()
    for (let i = 0; i < rows; i++) await writer.push(rowOf(DOC, source.one(typeInto(`${i} `))))
    return { ...world, writer, source }
  }

  it('sends what is after the cursor in order, then what comes', async () => {
    const { device, writer, source } = await filled(150)
    const own = device('p05', 'b')
    own.say(follow(DOC, 20))
    await own.settled()
    expect(own.rows(DOC).map((row) => row.seq)).toEqual(
      Array.from({ length: 130 }, (_, i) => i + 21),
    )
    expect(own.got.at(-1)).toEqual({ type: 'following', doc: DOC, head: 150 })
    await writer.push(rowOf(DOC, source.one(typeInto('live'))))
    expect(own.rows(DOC).at(-1)?.seq).toBe(151)
  })

  it('misses and repeats nothing when rows arrive while it catches up', async () => {
    const slow = memoryLog()
    const world = openWorld({
      log: {
        ...slow,
        after: async (doc, seq, limit) => {
          const rows = await slow.after(doc, seq, limit)
          await quiet(3)
          return rows
        },
      },
    })
    const [writer, own] = [world.device('p04', 'a'), world.device('p05', 'b')]
    const source = editor()
    for (let i = 0; i < 130; i++) await writer.push(rowOf(DOC, source.one(typeInto('x'))))
    own.say(follow(DOC))
    for (let i = 0; i < 40; i++) {
      await writer.push(rowOf(DOC, source.one(typeInto('y'))))
      await quiet(1)
    }
    await own.settled()
    await quiet()
    expect(own.rows(DOC).map((row) => row.seq)).toEqual(
      Array.from({ length: 170 }, (_, i) => i + 1),
    )
  })

  it('does not miss the one row that is written between the last look and going live', async () => {
    const log = memoryLog()
    const source = editor()
    let meanwhile = async () => {}
    const world = openWorld({
      log: {
        ...log,
        after: async (doc, seq, limit) => {
          const rows = await log.after(doc, seq, limit)
          await meanwhile()
          return rows
        },
      },
    })
    const [writer, own] = [world.device('p04', 'a'), world.device('p05', 'b')]
    await writer.push(rowOf(DOC, source.one(typeInto('x'))))
    meanwhile = async () => {
      meanwhile = async () => {}
      await writer.push(rowOf(DOC, source.one(typeInto('y'))))
    }
    own.say(follow(DOC))
    await own.settled()
    expect(own.rows(DOC).map((row) => row.seq)).toEqual([1, 2])
    expect(own.got.at(-1)).toEqual({ type: 'following', doc: DOC, head: 2 })
  })

  it('starts from the beginning for a cursor that a restored log never reached', async () => {
    const { device } = await filled(3)
    const own = device('p05', 'b')
    own.say(follow(DOC, 99))
    await own.settled()
    expect(own.rows(DOC).map((row) => row.seq)).toEqual([1, 2, 3])
  })

  it('sends a snapshot when that is less, then the rest, and the content is the same', async () => {
    const { device, log, source } = await filled(260)
    await quiet(20)
    const snapshot = await log.snapshot(DOC)
    expect(snapshot?.seq).toBeGreaterThan(200)
    const own = device('p05', 'b')
    own.say(follow(DOC))
    await own.settled()
    expect(own.of('snapshot')).toHaveLength(1)
    const copy = new Y.Doc()
    for (const { bytes } of [...own.of('snapshot'), ...own.rows(DOC)]) Y.applyUpdate(copy, bytes)
    expect(contentDigest(copy)).toBe(contentDigest(source.doc))
    expect(own.rows(DOC).at(0)?.seq ?? 261).toBe((snapshot?.seq ?? 0) + 1)
    const near = device('p07', 'c')
    near.say(follow(DOC, 259))
    await near.settled()
    expect(near.of('snapshot')).toEqual([])
  })

  it('hands out frames of bounded size', async () => {
    const { device, writer, source } = await filled(1)
    for (let i = 0; i < 6; i++)
      await writer.push(rowOf(DOC, source.one(typeInto('z'.repeat(100_000)))))
    const own = device('p05', 'b')
    own.say(follow(DOC))
    await own.settled()
    expect(own.rows(DOC)).toHaveLength(7)
    for (const frame of own.frames) expect(frame.length).toBeLessThan(300_000)
  })

  it('refuses to follow what somebody may not read, and what is no document', async () => {
    const { device } = openWorld()
    const own = device('p12', 'a')
    own.say(follow(DOC))
    own.say(follow('anything'))
    await own.settled()
    expect(own.of('notFollowing')).toEqual([
      { type: 'notFollowing', doc: DOC, reason: 'not-allowed' },
      { type: 'notFollowing', doc: 'anything', reason: 'not-a-document' },
    ])
  })

  it('tells nothing more after unfollow and after a right has ended', async () => {
    const { device, writer, source, accounts } = await filled(1)
    const [b, c] = [device('p05', 'b'), device('p07', 'c')]
    b.say(follow(DOC))
    c.say(follow(DOC))
    await quiet()
    b.say({ type: 'unfollow', doc: DOC })
    accounts.people.putReview({
      id: 'r1',
      urn: '900001',
      date: '2026-11-24',
      lead: 'p04',
      reviewers: ['p05'],
      blindFirst: false,
      revealed: false,
    })
    await writer.push(rowOf(DOC, source.one(typeInto('secret'))))
    expect(b.rows(DOC)).toHaveLength(1)
    expect(c.rows(DOC)).toHaveLength(1)
    expect(c.of('notFollowing')).toHaveLength(1)
  })

  it('sends a follower away that does not keep up', async () => {
    const { device, writer, source } = await filled(1)
    let waiting = 0
    const own = device('p05', 'b', { buffered: () => waiting })
    own.say(follow(DOC))
    await own.settled()
    waiting = 5 * 1024 * 1024
    await writer.push(rowOf(DOC, source.one(typeInto('x'))))
    expect(own.bye).toBe('too-slow')
  })

  it('forgets documents that nobody follows any more', async () => {
    const { device, relay } = await filled(1)
    const own = device('p05', 'b')
    own.say(follow(DOC))
    own.say({ type: 'presence', doc: DOC })
    await own.settled()
    own.closed()
    await relay.stop()
    expect(own.bye).toBeNull()
  })
})

describe('feed', () => {
  it('names the documents that changed and may be read, and goes on doing so', async () => {
    const { device } = openWorld()
    const [writer, own, teacher] = [device('p04', 'a'), device('p05', 'b'), device('p12', 'c')]
    await writer.push(rowOf(DOC, editor().one(typeInto('x'))))
    own.say(feed())
    teacher.say(feed())
    await own.settled()
    expect(own.of('feed')[0]).toMatchObject({ docs: [{ doc: DOC, head: 1 }], access: true })
    expect(teacher.of('feed')[0]?.docs).toEqual([])
    await writer.push(rowOf(DOC, editor().one(typeInto('y'))))
    await quiet()
    expect(own.of('feed')[1]).toMatchObject({ docs: [{ doc: DOC, head: 2 }], access: false })
    expect(teacher.of('feed')).toHaveLength(1)
    const { cursors } = own.of('feed')[1] ?? { cursors: { log: 0, decisions: 0, access: 0 } }
    own.clear()
    own.say({ type: 'feed', cursors })
    await own.settled()
    expect(own.of('feed')[0]).toMatchObject({ docs: [], access: false })
  })

  it('does not name a document again that is followed live', async () => {
    const { device } = openWorld()
    const [writer, own] = [device('p04', 'a'), device('p05', 'b')]
    own.say(follow(DOC))
    own.say(feed())
    await own.settled()
    await writer.push(rowOf(DOC, editor().one(typeInto('x'))))
    await quiet()
    expect(own.of('feed')).toHaveLength(1)
    expect(own.rows(DOC)).toHaveLength(1)
  })

  it('says at once that rights changed, and sends the decisions that they open', async () => {
    const { device, accounts } = openWorld()
    const [head, own] = [device('p03', 'a'), device('p12', 'b')]
    own.say(feed())
    await own.settled()
    head.say({ type: 'propose', proposal: proposal('planned', 'focus_sent') })
    await head.settled()
    expect(own.of('decided')).toEqual([])
    const late = device('p12', 'c')
    late.say(feed())
    await late.settled()
    expect(late.of('feed')[0]?.decisions).toEqual([])
    accounts.people.setRoles('p12', [held('Head', '900001')])
    await quiet()
    expect(own.of('feed')[1]).toMatchObject({ access: true, decisions: [{ to: 'focus_sent' }] })
  })

  it('shares what a device holds with those who share a review, and nobody else', async () => {
    const { device } = openWorld()
    const [own, mate, teacher] = [device('p04', 'a'), device('p05', 'b'), device('p12', 'c')]
    mate.say(feed())
    teacher.say(feed())
    own.say({ type: 'held', held: { unsent: 2, notes: { r1: 5 } } })
    await quiet()
    const state = { person: 'p04', device: deviceOf('a'), held: { unsent: 2, notes: { r1: 5 } } }
    expect(mate.of('feed').at(-1)?.devices).toMatchObject([state])
    expect(teacher.of('feed').flatMap((m) => m.devices)).toEqual([])
    const later = device('p07', 'd')
    later.say(feed())
    await later.settled()
    expect(later.of('feed')[0]?.devices).toMatchObject([state])
  })
})

let made = 0
const proposal = (from: string, to: string) => ({
  id: (++made).toString(16).padStart(32, 'd'),
  machine: 'peer-review',
  subject: DOC,
  from,
  to,
  reason: null,
  madeAt: 1,
})

describe('deciding', () => {
  it('B9 confirms a step in the role it is made in and tells all who may read the subject', async () => {
    const { device, decisions } = openWorld()
    const [head, mate, teacher] = [device('p03', 'a'), device('p04', 'b'), device('p12', 'c')]
    const step = proposal('planned', 'focus_sent')
    head.say({ type: 'propose', proposal: step })
    await quiet()
    const decision = { ...step, seq: 1, by: 'p03', role: 'Head', device: deviceOf('a') }
    expect(head.of('decided')).toMatchObject([{ decision }])
    expect(mate.of('decided')).toMatchObject([{ decision }])
    expect(teacher.of('decided')).toEqual([])
    head.say({ type: 'propose', proposal: step })
    await quiet()
    expect(head.of('decided').map((m) => m.decision.seq)).toEqual([1, 1])
    expect(await decisions.since(0)).toHaveLength(1)
  })

  it('B9 declines what is not this person’s step, not the next one, or overtaken', async () => {
    const { device } = openWorld()
    const [mate, head, teacher] = [device('p04', 'a'), device('p03', 'b'), device('p12', 'c')]
    const why = async (from: typeof mate, step: ReturnType<typeof proposal>) => {
      from.clear()
      from.say({ type: 'propose', proposal: step })
      await quiet()
      return from.of('declined')[0]?.reason
    }
    expect(await why(mate, proposal('planned', 'focus_sent'))).toBe('not-your-role')
    expect(await why(teacher, proposal('planned', 'focus_sent'))).toBe('not-allowed')
    expect(await why(head, proposal('planned', 'agreed'))).toBe('not-a-step')
    expect(await why(head, proposal('focus_sent', 'expanded'))).toBe('moved-on')
    expect(await why(head, proposal('planned', 'withdrawn'))).toBe('needs-reason')
    expect(await why(head, { ...proposal('planned', 'x'), machine: 'x' })).toBe('unknown-machine')
  })

  it('B9 takes two proposals of one stage one after the other: the second is overtaken', async () => {
    const { device } = openWorld()
    const [a, b] = [device('p03', 'a'), device('p03', 'b')]
    a.say({ type: 'propose', proposal: proposal('planned', 'focus_sent') })
    b.say({ type: 'propose', proposal: proposal('planned', 'focus_sent') })
    await quiet()
    expect(b.of('declined')).toMatchObject([{ reason: 'moved-on' }])
  })
})

describe('digest, presence, brief lines', () => {
  it('gives the content digest at the last row to those who may read', async () => {
    const { device } = openWorld()
    const own = device('p04', 'a')
    const source = editor()
    await own.push(rowOf(DOC, source.one(typeInto('same words'))))
    own.say({ type: 'digest', doc: DOC })
    own.say({ type: 'digest', doc: 'review/none' })
    await own.settled()
    expect(own.of('digest')).toEqual([
      { type: 'digest', doc: DOC, seq: 1, digest: contentDigest(source.doc) },
    ])
    expect(own.of('notFollowing')).toMatchObject([{ doc: 'review/none' }])
  })

  it('T21 shows who is there by session, whatever a device says', async () => {
    const { device } = openWorld()
    const [a, b, teacher] = [device('p04', 'a'), device('p05', 'b'), device('p12', 'c')]
    a.say(follow(DOC))
    await a.settled()
    const forged = { type: 'presence', doc: DOC, person: 'p01', device: 'f' } as const
    b.hear(encodeDeviceMessage(forged))
    teacher.say({ type: 'presence', doc: DOC })
    await quiet()
    expect(a.of('presence').at(-1)?.people).toEqual([{ person: 'p05', device: deviceOf('b') }])
    b.closed()
    await quiet()
    expect(a.of('presence').at(-1)?.people).toEqual([])
  })

  it('answers a brief line the same way, and pushes nothing to it later', async () => {
    const { device } = openWorld()
    const own = device('p04', 'a', { brief: true })
    const row = rowOf(DOC, editor().one(typeInto('x')))
    own.say({ type: 'push', rows: [row] })
    await own.settled()
    own.say(follow(DOC))
    own.say(feed())
    own.say({ type: 'digest', doc: DOC })
    await own.settled()
    expect(own.got.map((m) => m.type).sort()).toEqual(
      ['welcome', 'ack', 'updates', 'following', 'feed', 'digest'].sort(),
    )
    const before = own.got.length
    await device('p05', 'b').push(
      rowOf(DOC, editor().one(typeInto('y')), { device: deviceOf('b') }),
    )
    await quiet()
    expect(own.got).toHaveLength(before)
  })

  it('ends a connection for a damaged, an unknown and an oversized frame', async () => {
    const { device } = openWorld()
    const [a, b, c] = [device('p04', 'a'), device('p04', 'b'), device('p04', 'c')]
    await quiet()
    const frame = encodeDeviceMessage({ type: 'ping' })
    a.hear(frame.slice(0, -1))
    b.hear(new Uint8Array(2_000_000))
    c.hear(encodeDeviceMessage({ type: 'nonsense' } as never))
    expect([a.bye, b.bye, c.bye]).toEqual(['damaged-frame', 'too-large', 'damaged-frame'])
  })
})
