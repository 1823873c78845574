import { expect, it } from 'vitest'
import { allTicked, briefedOf, type BriefingTick, partsTicked } from './briefing.ts'
import { type Member, memberRecord } from './members.ts'

const tick = (part: BriefingTick['part'], tickedAt: number | null, person = 'p04') => ({
  id: `${person}-${part}-${tickedAt}`,
  person,
  part,
  tickedAt,
})
const member = (id: string, person: string, briefedAt: number | null): Member => {
  const read = memberRecord.read({ type: 'member', id, person, briefedAt })
  if (!read.ok) throw new Error('The member was not read')
  return read.value
}

it('a part is done by a tick that stands, of that person, on any device', () => {
  const ticks = [
    tick('remit', null),
    tick('remit', 2),
    tick('signed_in', null),
    tick('safeguarding', 3, 'p05'),
  ]
  expect(partsTicked(ticks, 'p04')).toEqual(['remit'])
  expect(partsTicked(ticks, 'p05')).toEqual(['safeguarding'])
})

it('all three make somebody briefed, two do not', () => {
  expect(allTicked(['signed_in', 'remit'])).toBe(false)
  expect(allTicked(['safeguarding', 'remit', 'signed_in'])).toBe(true)
})

it('says who is briefed and who is missing; a second record of a person changes nothing', () => {
  const members = [member('m1', 'p04', null), member('m2', 'p04', 8), member('m3', 'p05', null)]
  expect(briefedOf(['p07', 'p04', 'p05'], members)).toEqual({
    briefed: ['p04'],
    missing: ['p07', 'p05'],
  })
})
