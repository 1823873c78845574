import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeRecord, createRecord, rawRecords } from '../../../crdt/records.ts'
import { answerOf } from '../../../domain/peer-review/agreement.ts'
import { type Answer, answerRecord, pointRecord } from '../../../domain/peer-review/answers.ts'

const author = (device: string) => ({ device, at: 1 })

function meet(a: Y.Doc, b: Y.Doc) {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

const answersIn = (doc: Y.Doc): Answer[] =>
  rawRecords(doc).flatMap((raw) => {
    const read = answerRecord.read(raw)
    return read.ok ? [read.value] : []
  })

function twoTablets() {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  return { a: docs[0], b: docs[1] }
}

describe('two devices and one answer', () => {
  it('C55 what both type into it while apart is all there, alike on both', () => {
    const { a, b } = twoTablets()
    const first = { question: 'q1', text: 'Pupils knew the steps.' }
    createRecord(a, answerRecord, 'one', first, author('a'))
    meet(a, b)
    changeRecord(a, answerRecord, 'one', { text: 'Most pupils knew the steps.' }, author('a'))
    const longer = 'Pupils knew the steps. In Year 5 two charts hang.'
    changeRecord(b, answerRecord, 'one', { text: longer }, author('b'))
    meet(a, b)
    const [mine] = answersIn(a)
    expect(mine?.text).toBe('Most pupils knew the steps. In Year 5 two charts hang.')
    expect(answersIn(b)).toEqual(answersIn(a))
  })
  it('C55 two records made apart for one question keep both texts', () => {
    const { a, b } = twoTablets()
    createRecord(a, answerRecord, 'later', { question: 'q1', text: 'From A' }, author('a'))
    createRecord(b, answerRecord, 'earlier', { question: 'q1', text: 'From B' }, author('b'))
    meet(a, b)
    for (const doc of [a, b]) {
      const joined = answerOf(answersIn(doc), 'q1')
      expect(joined.answer?.text).toBe('From B')
      expect(joined.others.map(({ text }) => text)).toEqual(['From A'])
    }
  })
  it('C55 both views of a point on which the team differs merge by the character', () => {
    const { a, b } = twoTablets()
    const fields = { question: 'q1', kind: 'differ', text: '', otherView: '', madeAt: 1 }
    createRecord(a, pointRecord, 'p', fields, author('a'))
    meet(a, b)
    changeRecord(a, pointRecord, 'p', { text: 'Calm in every class' }, author('a'))
    changeRecord(b, pointRecord, 'p', { otherView: 'Calm in Year 3 only' }, author('b'))
    meet(a, b)
    expect(rawRecords(a)[0]).toMatchObject({
      text: 'Calm in every class',
      otherView: 'Calm in Year 3 only',
    })
  })
})
