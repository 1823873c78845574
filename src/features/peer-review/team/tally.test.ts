import { describe, expect, it } from 'vitest'
import { type Note, noteRecord } from '../../../domain/peer-review/note.ts'
import { type KeyQuestion, keyQuestionRecord } from '../../../domain/peer-review/pack.ts'
import { tallyNotes } from './tally.ts'

const said = (value: string) => [{ value, device: 'd', at: 1 }]
const noteOf = (id: string, fields: Record<string, unknown>): Note => {
  const read = noteRecord.read({ type: 'note', v: 1, id, by: 'p04', madeAt: 1, ...fields })
  if (!read.ok) throw new Error(id)
  return read.value
}
const questionOf = (n: number, withdrawnAt: number | null = null): KeyQuestion => {
  const raw = {
    type: 'key-question',
    v: 1,
    id: `q${n}`,
    n,
    text: 'Why?',
    proposedBy: 'p03',
    withdrawnAt,
  }
  const read = keyQuestionRecord.read(raw)
  if (!read.ok) throw new Error(String(n))
  return read.value
}

describe('counting notes', () => {
  it('goes by question and kind, in the order of the questions, what is not filed last', () => {
    const rows = tallyNotes(
      [questionOf(1), questionOf(2)],
      [
        noteOf('a', { question: said('q2'), kind: said('saw') }),
        noteOf('b', { question: said('q2'), kind: said('heard') }),
        noteOf('c', {}),
      ],
    )
    expect(rows.map(({ question, notes }) => [question?.n ?? null, notes.length])).toEqual([
      [1, 0],
      [2, 2],
      [null, 1],
    ])
    expect(rows[1]).toMatchObject({ by: { saw: 1, heard: 1, read: 0 }, unsaid: 0 })
  })
  it('keeps a withdrawn question only while it has notes', () => {
    const gone = questionOf(3, 5)
    expect(tallyNotes([gone], [])).toEqual([])
    expect(tallyNotes([gone], [noteOf('a', { question: said('q3') })])).toHaveLength(1)
  })
  it('counts a note with two choices, or a question that is not here, as not filed', () => {
    const two = [...said('q1'), { value: 'q2', device: 'e', at: 2 }]
    const rows = tallyNotes(
      [questionOf(1)],
      [noteOf('a', { question: two }), noteOf('b', { question: said('elsewhere') })],
    )
    expect(rows.at(-1)).toMatchObject({ question: null, notes: { length: 2 } })
  })
})
