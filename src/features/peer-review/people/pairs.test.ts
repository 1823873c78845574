import { expect, it } from 'vitest'
import {
  assemblePack,
  groupRecord,
  type Pack,
  reviewRecord,
  slotRecord,
} from '../../../domain/peer-review/pack.ts'
import type { RecordType } from '../../../domain/record.ts'
import { pairsOf } from './pairs.ts'

function read<T>(type: RecordType<T>, id: string, fields: object): T {
  const found = type.read({ type: type.type, v: 1, id, ...fields })
  if (!found.ok) throw new Error(found.error.kind)
  return found.value
}

const slot = (id: string, wholeTeam = false) =>
  read(slotRecord, id, { start: '09:00', end: '10:00', wholeTeam })
const group = (id: string, of: string, label: string, people: string[]) =>
  read(groupRecord, id, { slot: of, label, people })

const packWith = (slots: Pack['slots'], groups: Pack['groups']): Pack =>
  assemblePack({
    review: read(reviewRecord, 'r', { urn: '900001', schoolName: 'Rookery', date: '2026-12-08' }),
    questions: [],
    slots,
    groups,
  })

it('shows who goes round together, with how often, and the whole team not at all', () => {
  const day = packWith(
    [slot('s1'), slot('s2'), slot('s3', true)],
    [
      group('g1', 's1', 'B', ['p02', 'p05']),
      group('g2', 's1', 'A', ['p03', 'p04']),
      group('g3', 's2', 'A', ['p04', 'p03']),
      group('g4', 's2', 'B', ['p02']),
      group('g5', 's3', 'All', ['p02', 'p03', 'p04', 'p05']),
      group('g6', 'gone', 'C', ['p01']),
      group('g7', 's2', 'C', []),
    ],
  )
  expect(pairsOf(day)).toEqual([
    { label: 'A', people: ['p03', 'p04'], slots: 2 },
    { label: 'B', people: ['p02', 'p05'], slots: 1 },
    { label: 'B', people: ['p02'], slots: 1 },
  ])
})
