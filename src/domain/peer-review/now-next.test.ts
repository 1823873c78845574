import { describe, expect, it } from 'vitest'
import { dayPart } from './now-next.ts'
import { assemblePack, type Group, type Review, type Slot } from './pack.ts'

const slot = (id: string, start: string, end: string): Slot => ({
  id,
  start,
  end,
  title: id,
  place: '',
  wholeTeam: false,
  questions: [],
  kind: null,
  removedAt: null,
})
const group = (slotId: string, people: string[]): Group => ({
  id: `${slotId}-${people.join()}`,
  label: 'A',
  slot: slotId,
  people,
  activity: '',
  place: '',
  seen: '',
  removedAt: null,
})
const review = { date: '2026-11-17' } as Review
const pack = assemblePack({
  review,
  questions: [],
  slots: [
    slot('walk', '09:15', '10:15'),
    slot('gate', '08:45', '09:15'),
    slot('talk', '10:30', '11:00'),
  ],
  groups: [group('gate', ['p04']), group('walk', ['p04']), group('talk', ['p05'])],
})
const at = (time: string, date = '2026-11-17') => dayPart(pack, 'p04', date, time)

describe('now and next', () => {
  it('is before the day, with the first slot next', () => {
    expect(at('23:00', '2026-11-16')).toMatchObject({
      at: 'before',
      next: { slot: { id: 'gate' } },
    })
    expect(at('08:00')).toMatchObject({ at: 'before', next: { slot: { id: 'gate' } } })
  })
  it('starts a slot on its first minute and ends it on its last', () => {
    expect(at('09:14')).toMatchObject({ at: 'during', now: { slot: { id: 'gate' } } })
    expect(at('09:15')).toMatchObject({
      at: 'during',
      now: { slot: { id: 'walk' } },
      next: { slot: { id: 'talk' }, group: null },
    })
  })
  it('is between slots in a break, and after the last one', () => {
    expect(at('10:20')).toMatchObject({ at: 'between', next: { slot: { id: 'talk' } } })
    expect(at('11:00')).toEqual({ at: 'after' })
    expect(at('09:00', '2026-11-18')).toEqual({ at: 'after' })
  })
})
