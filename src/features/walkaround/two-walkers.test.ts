import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeRecord, createRecord, rawRecords } from '../../crdt/records.ts'
import { joinAnswers } from '../../domain/checks/answers.ts'
import { countAnswers, sayCounts } from '../../domain/checks/counts.ts'
import { MONTHLY_WALKAROUND } from '../../domain/checks/ready-made/walkaround.ts'
import { type Answer, answerRecord, type Defect, defectRecord } from '../../domain/checks/run.ts'
import type { RecordType } from '../../domain/record.ts'

const RUN = 'run-1'
const author = (device: string) => ({ device, at: 1 })

function meet(a: Y.Doc, b: Y.Doc) {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const allIn = <T>(doc: Y.Doc, type: RecordType<T>): T[] =>
  rawRecords(doc).flatMap((raw) => {
    const read = type.read(raw)
    return read.ok ? [read.value] : []
  })
const answersIn = (doc: Y.Doc) => joinAnswers(allIn<Answer>(doc, answerRecord), RUN)

function write(doc: Y.Doc, device: string, prompt: string, value: string, note = '') {
  const by = { by: device === 'a' ? 'p09' : 'p13', madeAt: 1 }
  const fields = { run: RUN, prompt, value, note, reason: '', ...by }
  createRecord(doc, answerRecord, `${prompt}-${device}`, fields, author(device))
}
const promptsOf = (zone: string) =>
  MONTHLY_WALKAROUND.sections.find(({ id }) => id === zone)?.prompts.map(({ id }) => id) ?? []

describe('two people on one walkaround, both with no signal', () => {
  it('C55: on different zones: nothing is lost, and both see the same', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    for (const prompt of promptsOf('A')) write(a, 'a', prompt, 'pass')
    for (const prompt of promptsOf('C')) write(b, 'b', prompt, 'pass')
    const hazard = { run: RUN, prompt: 'C5', what: 'Does not latch', madeSafe: '', by: 'p13' }
    createRecord(b, defectRecord, 'h1', { ...hazard, madeAt: 1, rag: 'red' }, author('b'))
    meet(a, b)
    for (const doc of [a, b]) {
      const counts = countAnswers(MONTHLY_WALKAROUND, answersIn(doc))
      expect(sayCounts(counts)).toBe('11 pass, 19 still open')
      expect(allIn<Defect>(doc, defectRecord)).toMatchObject([{ what: 'Does not latch' }])
    }
  })

  it('C55: on the same question: both answers and both notes stand until somebody picks', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    write(a, 'a', 'C5', 'pass', 'Shut when I let go')
    write(b, 'b', 'C5', 'fail', 'Left leaf sticks')
    meet(a, b)
    for (const doc of [a, b]) {
      const joined = answersIn(doc).get('C5')
      expect(joined?.differs).toBe(true)
      expect(joined?.value).toBeNull()
      expect(joined?.said.map(({ value }) => value)).toEqual(['pass', 'fail'])
      expect(joined?.notes).toEqual(['Shut when I let go', 'Left leaf sticks'])
      expect(sayCounts(countAnswers(MONTHLY_WALKAROUND, answersIn(doc), 'C'))).toBe(
        '1 answered differently, 6 still open',
      )
    }
    // Picking says it on both records, as the screen does.
    for (const { id } of answersIn(a).get('C5')?.records ?? [])
      changeRecord(a, answerRecord, id, { value: 'fail' }, author('a'))
    meet(a, b)
    for (const doc of [a, b]) {
      expect(answersIn(doc).get('C5')).toMatchObject({ value: 'fail', differs: false })
      expect(answersIn(doc).get('C5')?.notes).toHaveLength(2)
    }
  })

  it('two who say the same agree, in one record or in two', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    write(a, 'a', 'A1', 'pass')
    meet(a, b)
    changeRecord(a, answerRecord, 'A1-a', { value: 'fail' }, author('a'))
    changeRecord(b, answerRecord, 'A1-a', { value: 'fail' }, author('b'))
    write(a, 'a', 'A2', 'pass')
    write(b, 'b', 'A2', 'pass')
    meet(a, b)
    expect(answersIn(a).get('A1')).toMatchObject({ value: 'fail', differs: false })
    expect(answersIn(a).get('A2')).toMatchObject({ value: 'pass', differs: false })
    expect(answersIn(b)).toEqual(answersIn(a))
  })

  it('C55: a change on one device and another on the second both stand', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    write(a, 'a', 'A1', 'pass')
    meet(a, b)
    changeRecord(a, answerRecord, 'A1-a', { value: 'n/a' }, author('a'))
    changeRecord(b, answerRecord, 'A1-a', { value: 'fail' }, author('b'))
    meet(a, b)
    expect(
      answersIn(a)
        .get('A1')
        ?.said.map(({ value }) => value),
    ).toEqual(['n/a', 'fail'])
    expect(answersIn(b)).toEqual(answersIn(a))
  })
})
