import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ready } from './members.ts'
import { type DeviceCheck, packPrint, readinessOf, receiptDue, checksOf } from './ready.ts'

const row = (type: string, id: string, data: Record<string, unknown> = {}) => ({
  type,
  id,
  data: { type, id, ...data },
})
const PACK = [
  row('review', 'h', { focus: 'Reading', date: '2026-11-17' }),
  row('key-question', 'q1', { n: 1, text: 'Which book next?' }),
  row('slot', 's1', { start: '08:45', questions: ['q1'] }),
  row('group', 'g1', { people: ['p04', 'p03'], seen: 'Year 3' }),
]
const PRINT = packPrint(PACK)

const found: DeviceCheck = {
  installed: true,
  persistent: true,
  pack: PRINT,
  roomMb: 900,
  clockSkewS: 2,
  signedIn: true,
}
const receipt = (person: string, changes: Partial<Ready> = {}): Ready => ({
  id: `r-${person}`,
  person,
  device: `d-${person}`,
  madeAt: 1000,
  ...found,
  ...changes,
})

describe('the fingerprint of a pack', () => {
  it('is the same for the same content, whatever the order of rows and fields', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PACK, { minLength: PACK.length }), (rows) => {
        const turned = rows.map((r) => ({
          ...r,
          data: Object.fromEntries(Object.entries(r.data).reverse()),
        }))
        expect(packPrint(turned)).toBe(PRINT)
      }),
    )
  })

  it('is another for any change of a part, a part more and a part less', () => {
    fc.assert(
      fc.property(fc.nat(PACK.length - 1), fc.string({ minLength: 1 }), (at, words) => {
        const changed = PACK.map((r, i) => (i === at ? row(r.type, r.id, { ...r.data, words }) : r))
        expect(packPrint(changed)).not.toBe(PRINT)
      }),
    )
    expect(packPrint(PACK.slice(0, 3))).not.toBe(PRINT)
    expect(packPrint([...PACK, row('slot', 's2')])).not.toBe(PRINT)
  })

  it('tells lists apart that hold the same in another order', () => {
    const other = PACK.map((r) =>
      r.type === 'group' ? row('group', 'g1', { ...r.data, people: ['p03', 'p04'] }) : r,
    )
    expect(packPrint(other)).not.toBe(PRINT)
  })

  it('does not change with receipts, answers and what members say of themselves', () => {
    const more = ['ready', 'member', 'answer', 'point'].map((type) => row(type, `${type}-1`))
    expect(packPrint([...more, ...PACK])).toBe(PRINT)
  })

  it('is empty while the head of the pack is not here, and fits the record', () => {
    expect(packPrint([])).toBe('')
    expect(packPrint(PACK.slice(1))).toBe('')
    expect(PRINT).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what a device finds', () => {
  const stops = (changes: Partial<DeviceCheck>, print = PRINT) =>
    checksOf({ ...found, ...changes }, print).flatMap(({ part, is }) =>
      is === 'ok' ? [] : [`${part} ${is}`],
    )

  it('is all well with nothing to do', () => expect(stops({})).toEqual([]))

  it.each([
    [{ installed: false }, 'app stop'],
    [{ pack: '' }, 'pack stop'],
    [{ pack: 'other' }, 'pack stop'],
    [{ roomMb: 49 }, 'room stop'],
    [{ clockSkewS: -301 }, 'clock stop'],
    [{ clockSkewS: null }, 'clock care'],
    [{ signedIn: false }, 'session stop'],
    [{ persistent: false }, 'keeps care'],
  ] as const)('%j is said as %s', (changes, said) => {
    expect(stops(changes)).toEqual([said])
  })

  it('is not held against a device where the pack that counts is not known', () => {
    expect(stops({}, '')).toEqual(['pack care'])
  })
})

describe('a device’s own receipt', () => {
  const who = { person: 'p04', device: 'd-p04' }
  const due = (changes: Partial<DeviceCheck>, own: readonly Ready[] = [receipt('p04')]) =>
    receiptDue(own, who, { ...found, ...changes })

  it('is made once the pack is here, and is one for each device', () => {
    expect(due({}, [])).toEqual({ id: null, said: found })
    expect(due({}, [receipt('p04', { device: 'phone' })])?.id).toBeNull()
    expect(due({ pack: '' }, [])).toBeNull()
  })

  it('is written again in its place only for news', () => {
    expect(due({})).toBeNull()
    expect(due({ roomMb: 700, clockSkewS: -30 })).toBeNull()
    for (const news of [
      { roomMb: 3 },
      { pack: 'other' },
      { signedIn: false },
      { persistent: false },
      { installed: false },
      { clockSkewS: 400 },
    ])
      expect(due(news)).toEqual({ id: 'r-p04', said: { ...found, ...news } })
  })

  it('keeps what was known of the clock while nothing newer is', () => {
    expect(due({ clockSkewS: null })).toBeNull()
    expect(due({ clockSkewS: null, roomMb: 1 })?.said.clockSkewS).toBe(2)
  })

  it('changes hands with the device', () => {
    expect(due({}, [receipt('p05', { device: 'd-p04' })])).toEqual({ id: 'r-p05', said: found })
  })
})

describe('B9 receipts before the pack counts as sent out', () => {
  const TEAM = ['p01', 'p02', 'p03']

  it('count reviewers, not devices, and say who has not been heard of', () => {
    const second = receipt('p01', { device: 'phone', id: 'r-2' })
    expect(readinessOf([receipt('p01'), second], TEAM, PRINT)).toEqual({
      n: 1,
      of: 3,
      people: [
        { person: 'p01', is: 'ready', why: [], at: 1000 },
        { person: 'p02', is: 'silent', why: [], at: null },
        { person: 'p03', is: 'silent', why: [], at: null },
      ],
    })
  })

  it('say why not yet, by the device that was last heard of', () => {
    const old = receipt('p02', { device: 'phone', madeAt: 500, signedIn: false })
    const now = receipt('p02', { installed: false, roomMb: 1 })
    const { n, people } = readinessOf([old, now], ['p02'], PRINT)
    expect(n).toBe(0)
    expect(people[0]).toMatchObject({ is: 'not-yet', why: ['app', 'room'], at: 1000 })
  })

  it('take one good device for the person', () => {
    const bad = receipt('p02', { device: 'phone', madeAt: 9000, signedIn: false })
    const { people } = readinessOf([bad, receipt('p02')], ['p02'], PRINT)
    expect(people[0]).toMatchObject({ is: 'ready', why: [], at: 1000 })
  })

  it('take the last word of a device, and nobody’s who is not on the team', () => {
    const before = receipt('p01', { madeAt: 10, pack: 'old' })
    expect(readinessOf([receipt('p01'), before, receipt('p99')], ['p01'], PRINT).n).toBe(1)
  })

  it('fall back to not yet when the pack changes after', () => {
    const later = packPrint([...PACK, row('slot', 's2')])
    expect(readinessOf([receipt('p01')], ['p01'], later).people[0]?.why).toEqual(['pack'])
  })
})
