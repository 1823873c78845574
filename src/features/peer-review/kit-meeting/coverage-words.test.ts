import { expect, it } from 'vitest'
import type { Gap, Swap } from '../../../domain/peer-review/coverage.ts'
import { groupRecord, keyQuestionRecord, slotRecord } from '../../../domain/peer-review/pack.ts'
import type { RecordType } from '../../../domain/record.ts'
import { sayGap, saySwap } from './coverage-words.ts'

function made<T>(type: RecordType<T>, fields: Record<string, unknown>): T {
  const read = type.read({ type: type.type, v: 1, ...fields })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const question = made(keyQuestionRecord, { id: 'q2', n: 2, text: 'How?', proposedBy: 'p03' })
const gap = (missing: Gap['missing'], year: string | null = 'Year 5'): Gap => ({
  question,
  year,
  missing,
})

it('says a gap in a sentence', () => {
  expect(sayGap(gap(['heard']))).toBe('Question 2: nothing heard from Year 5')
  expect(sayGap(gap(['saw']))).toBe('Question 2: nothing seen in Year 5')
  expect(sayGap(gap(['saw', 'read']))).toBe('Question 2: nothing seen or read from Year 5')
  expect(sayGap(gap(['saw', 'heard', 'read']))).toBe('Question 2: nothing yet from Year 5')
  expect(sayGap(gap(['read'], null))).toBe('Question 2: nothing read yet')
})

it('proposes in words where a group could look', () => {
  const slot = made(slotRecord, { id: 's', start: '13:00', end: '14:15', title: 'Lessons' })
  const group = made(groupRecord, { id: 'g', label: 'B', slot: 's', people: [] })
  const swap: Swap = { gap: gap(['saw']), gives: ['saw'], slot, group, insteadOf: null }
  expect(saySwap(swap)).toBe(
    '13:00, group B is with Year 5 and could look for something seen on question 2',
  )
  expect(saySwap({ ...swap, insteadOf: 'Year 3' })).toBe(
    '13:00, group B could go to Year 5 instead of Year 3, to look for something seen on question 2',
  )
})
