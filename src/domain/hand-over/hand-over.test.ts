import { describe, expect, it } from 'vitest'
import type { Decision } from '../decisions.ts'
import { personId } from '../ids.ts'
import type { DeviceState } from '../wire/messages.ts'
import { packBundle, unpackBundle } from './bundle.ts'
import { codesOf, gather, type Gathered, joined, missingParts } from './frames.ts'
import { receiptIn } from './machine.ts'
import { parseReceipt, type Receipt, receiptText, sayPrint } from './receipt.ts'
import { devicesHolding, handOverOf, outstanding, unnamed } from './state.ts'

const A = 'a'.repeat(32)
const B = 'b'.repeat(32)

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const shuffled = <T>(list: readonly T[], random: (below: number) => number): T[] =>
  list
    .map((one) => ({ one, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  device: A,
  notes: 3,
  rows: 41,
  print: '0123456789abcdef'.repeat(4),
  way: 'network',
  to: 'p03',
  ...changes,
})

let seq = 0
const decided = (person: string, to: string, what: Receipt, at = 1): Decision => ({
  id: '0'.repeat(32),
  machine: 'hand-over',
  subject: `review/r1/notes/${person}`,
  from: 'held',
  to,
  reason: receiptText(what),
  madeAt: at,
  seq: ++seq,
  by: person,
  role: 'Reviewer',
  device: what.device,
  receivedAt: at + 5,
  previous: '',
  hash: '',
})

const said = (person: string, device: string, notes: number): DeviceState => ({
  person,
  device,
  held: { unsent: 0, notes: notes > 0 ? { r1: notes } : {} },
  at: 9,
})

const facts = (decisions: readonly Decision[], devices: readonly DeviceState[]) => ({
  review: 'r1',
  team: ['p07', 'p03', 'p04', 'p05'],
  hosts: ['p03'],
  decisions,
  devices,
})

describe('a receipt', () => {
  it('is one line that people and the app can read', () => {
    const random = chance(7)
    for (let i = 0; i < 200; i++) {
      const made = receipt({
        notes: random(40),
        rows: random(3000),
        way: (['network', 'local transfer', 'print'] as const)[random(3)] ?? 'print',
        to: `p${random(99)}`,
      })
      expect(parseReceipt(receiptText(made))).toEqual(made)
      expect(receiptText(made).length).toBeLessThan(600)
    }
    expect(receiptText(receipt({ notes: 1 }))).toMatch(/^1 note in 41 changes, fingerprint 0123/)
    expect(sayPrint(receipt().print)).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef')
  })

  it('is nothing else', () => {
    for (const text of [null, '', 'Snow', `${receiptText(receipt())} and more`, 'x'.repeat(500)])
      expect(parseReceipt(text)).toBeNull()
  })

  it('C4 is given by a reviewer for the device in their hand, by the head for what they received', () => {
    const reason = receiptText(receipt())
    const p04 = { person: 'p04', device: A }
    expect(receiptIn({ to: 'handed_over', reason }, p04, personId('p04'))).not.toBeNull()
    expect(receiptIn({ to: 'handed_over', reason }, p04, personId('p05'))).toBeNull()
    expect(
      receiptIn({ to: 'handed_over', reason }, { ...p04, device: B }, personId('p04')),
    ).toBeNull()
    const p03 = { person: 'p03', device: B }
    expect(receiptIn({ to: 'received', reason }, p03, personId('p04'))).not.toBeNull()
    expect(
      receiptIn({ to: 'received', reason }, { ...p03, person: 'p07' }, personId('p04')),
    ).toBeNull()
  })
})

describe('where the hand-over stands', () => {
  it('C4 goes from outstanding to handed over, received and wiped, device by device', () => {
    const devices = [said('p04', A, 3), said('p04', B, 2), said('p05', 'c'.repeat(32), 0)]
    const is = (decisions: Decision[]) => handOverOf(facts(decisions, devices)).map((p) => p.is)
    expect(is([])).toEqual(['silent', 'keeps', 'outstanding', 'nothing'])
    const first = decided('p04', 'handed_over', receipt())
    expect(is([first])).toEqual(['silent', 'keeps', 'outstanding', 'nothing'])
    const second = decided('p04', 'received', receipt({ device: B, way: 'local transfer' }))
    expect(is([first, second])).toEqual(['silent', 'keeps', 'handed_over', 'nothing'])
    const wiped = [A, B].map((device) => decided('p04', 'wiped', receipt({ device })))
    expect(is([first, second, ...wiped])).toEqual(['silent', 'keeps', 'wiped', 'nothing'])
    expect(outstanding(handOverOf(facts([first], devices))).map(({ person }) => person)).toEqual([
      'p07',
      'p04',
    ])
  })

  it('H1 HC08 is the same in whatever order the receipts come, and however often', () => {
    const random = chance(11)
    const receipts = [
      decided('p04', 'handed_over', receipt()),
      decided('p04', 'received', receipt({ device: B })),
      decided('p04', 'wiped', receipt()),
      decided('p05', 'handed_over', receipt({ device: 'c'.repeat(32), notes: 6 })),
      decided('p05', 'received', receipt({ device: 'c'.repeat(32), notes: 6 })),
      { ...decided('p05', 'received', receipt()), machine: 'peer-review' },
      { ...decided('p05', 'received', receipt()), subject: 'review/r2/notes/p05' },
      { ...decided('p05', 'received', receipt()), reason: 'Snow' },
    ]
    const devices = [said('p04', A, 0), said('p04', B, 2), said('p07', 'd'.repeat(32), 4)]
    const once = handOverOf(facts(receipts, devices))
    for (let i = 0; i < 100; i++) {
      const again = shuffled([...receipts, ...receipts.slice(random(receipts.length))], random)
      expect(handOverOf(facts(again, shuffled(devices, random)))).toEqual(once)
    }
  })

  it('C4 counts devices that hold notes, the school’s own left out', () => {
    const states = [said('p04', A, 3), said('p03', B, 5), said('p05', 'c'.repeat(32), 0)]
    expect(devicesHolding(states, 'r1', ['p03'])).toBe(1)
    expect(devicesHolding(states, 'r2', ['p03'])).toBe(0)
  })

  it('H4 C4 going on without somebody’s notes needs their name in the reason', () => {
    expect(unnamed(['Rufus Candlestick', 'Odette'], 'Outstanding: Odette. She is ill')).toEqual([
      'Rufus Candlestick',
    ])
    expect(unnamed(['Odette'], null)).toEqual(['Odette'])
    expect(unnamed([], null)).toEqual([])
  })
})

describe('notes on their way with no network', () => {
  const bytesOf = (length: number, random: (below: number) => number) =>
    Uint8Array.from({ length }, () => random(256))
  const hex = (length: number, random: (below: number) => number) =>
    Array.from({ length }, () => random(16).toString(16)).join('')

  it('come out of a bundle as they went in', () => {
    const random = chance(3)
    for (let i = 0; i < 50; i++) {
      const bundle = {
        doc: 'review/r1/notes/p04',
        person: 'p04',
        name: 'Rufus Candlestick',
        device: A,
        notes: random(20),
        print: hex(64, random),
        rows: Array.from({ length: random(30) }, () => ({
          id: hex(32, random),
          device: A,
          madeAt: 1_700_000_000_000 + random(1_000_000),
          bytes: bytesOf(random(300), random),
          signature: random(2) === 0 ? null : bytesOf(64, random),
        })),
      }
      expect(unpackBundle(packBundle(bundle))).toEqual({ ok: true, value: bundle })
    }
  })

  it('a bundle that is cut or made up is refused, never thrown on', () => {
    const random = chance(5)
    const whole = packBundle({
      doc: 'review/r1/notes/p04',
      person: 'p04',
      name: 'Rufus',
      device: A,
      notes: 1,
      print: 'f'.repeat(64),
      rows: [{ id: B, device: A, madeAt: 1, bytes: bytesOf(40, random), signature: null }],
    })
    for (let at = 0; at < whole.length; at++)
      expect(unpackBundle(whole.subarray(0, at)).ok).toBe(false)
    for (let i = 0; i < 300; i++) unpackBundle(bytesOf(random(400), random))
    expect(unpackBundle(Uint8Array.from([...whole, 0])).ok).toBe(false)
    const newer = Uint8Array.from(whole)
    newer[15] = 2
    expect(unpackBundle(newer)).toEqual({ ok: false, error: 'newer' })
  })

  it('HC08 codes are put together in any order, read twice, with other codes in between', () => {
    const random = chance(9)
    for (let i = 0; i < 60; i++) {
      const bytes = bytesOf(random(5000), random)
      const codes = codesOf(bytes, hex(8, random))
      const seen = shuffled(
        [...codes, ...codes.slice(random(codes.length)), 'https://x.example'],
        random,
      )
      let so: Gathered | null = null
      for (const code of seen) so = gather(so, code)
      expect(so && joined(so)).toEqual(bytes)
    }
  })

  it('says which parts are missing, and begins anew with another transfer', () => {
    const random = chance(13)
    const codes = codesOf(bytesOf(700, random), '0000000a')
    let so: Gathered | null = null
    for (const code of codes.filter((_, n) => n !== 2)) so = gather(so, code)
    expect(so && missingParts(so)).toEqual([3])
    expect(so && joined(so)).toBeNull()
    const other = codesOf(bytesOf(10, random), '0000000b')
    expect(gather(so, other[0] ?? '')).toMatchObject({ mark: '0000000B', of: 1 })
    expect(gather(so, 'CRDR2.0000000A.9.4.BB8')).toBe(so)
  })
})
