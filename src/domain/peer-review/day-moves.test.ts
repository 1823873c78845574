import { describe, expect, it } from 'vitest'
import { movePerson, nextLabel, swapJobs } from './day-moves.ts'
import type { Group } from './pack.ts'

const group = (id: string, people: string[], activity = ''): Group => ({
  id,
  label: id,
  slot: 's1',
  people,
  activity,
  place: `${id} room`,
  seen: '',
  removedAt: null,
})

describe('moving a person', () => {
  const groups = [group('a', ['p1', 'p2']), group('b', ['p3', 'p1']), group('c', [])]

  it('B9 leaves them in one group of the slot, whatever was before', () => {
    expect(movePerson(groups, 'p1', 'c')).toEqual([
      { id: 'a', fields: { people: ['p2'] } },
      { id: 'b', fields: { people: ['p3'] } },
      { id: 'c', fields: { people: ['p1'] } },
    ])
  })

  it('changes nothing of groups that are right already', () => {
    expect(movePerson(groups, 'p3', 'b')).toEqual([])
    expect(movePerson(groups, 'p2', null)).toEqual([{ id: 'a', fields: { people: ['p1'] } }])
  })
})

it('two groups change jobs, not people', () => {
  const [one, other] = swapJobs(group('a', ['p1'], 'Gate'), group('b', ['p2'], 'Books'))
  expect([one?.fields, other?.fields]).toEqual([
    { activity: 'Books', place: 'b room', seen: '' },
    { activity: 'Gate', place: 'a room', seen: '' },
  ])
})

it('a new group takes the first free letter', () => {
  expect([nextLabel([]), nextLabel(['A', 'C']), nextLabel(['A', 'B', 'All'])]).toEqual([
    'A',
    'B',
    'C',
  ])
})
