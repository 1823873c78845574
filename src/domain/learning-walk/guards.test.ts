import { describe, expect, it } from 'vitest'
import { pairRecord } from './book-study.ts'
import { stopsIn, walkFlagsIn } from './guards.ts'
import { pupilGroupRecord, pupilQuestionRecord, pupilQuoteRecord } from './pupils.ts'
import { shareCommentRecord, shareRecord } from './shared.ts'
import { walkStepRecord } from './stages.ts'
import { themeLineRecord, themeRecord } from './themes.ts'
import { roomRecord, sharedWithRecord } from './walk.ts'
import { type RecordType } from '../record.ts'
import { read, said, rated } from '../../../test/helpers/learning-walk.ts'
import * as walkModule from './walk.ts'

const RECORDS = [
  walkModule,
  {
    shareRecord,
    shareCommentRecord,
    themeRecord,
    themeLineRecord,
    pairRecord,
    pupilGroupRecord,
    pupilQuestionRecord,
    pupilQuoteRecord,
    walkStepRecord,
  },
]
  .flatMap((module) => Object.values(module))
  .flatMap((value) =>
    typeof value === 'object' && 'read' in value ? [value as RecordType<unknown>] : [],
  )

describe('C14 C50 no grade on a person, and no way to appraisal', () => {
  it.each([
    'Outstanding start.',
    'Requires improvement in pace.',
    'I would give it a 2, graded 2.',
    'Exceptional. Teaching was good.',
  ])('C14 C50 "%s" is a grade, and keeps a text from being shared', (text) => {
    expect(stopsIn([text], []).map(({ kind }) => kind)).toContain('grade')
  })

  it.each([
    'Link this to her appraisal.',
    'Goes to performance management.',
    'Use for capability.',
    'Matches his PM target.',
  ])('C14 "%s" belongs to appraisal', (text) => {
    expect(walkFlagsIn(text, []).map(({ kind }) => kind)).toEqual(['appraisal'])
    expect(stopsIn([text], [])).toHaveLength(1)
  })

  it.each([
    'He said it hurt me at home.',
    'She is scared to go home.',
    'Bruise on the arm.',
    'A pupil disclosed something.',
    'They do not feel safe: “I don’t feel safe”.',
  ])('C11 "%s" is for the DSL and for nobody’s notes', (text) => {
    expect(stopsIn([text], []).some(({ kind }) => kind === 'safeguarding')).toBe(true)
  })

  it.each([
    'Four recap questions on the board; 24 of 27 answering on whiteboards',
    'Recap re-taught from scratch; most pupils had it by question two',
    'Recap linked to last term; two pupils explained the link',
    'Do you feel safe at school?',
    'Recap is a settled habit in Key Stage 2',
  ])('"%s" is only what was seen', (text) => {
    expect(walkFlagsIn(text, ['Juno Paperclip'])).toEqual([])
  })

  it('C14 a name on the list stops sharing; advice only asks to be looked at again', () => {
    expect(
      stopsIn(['Miss Paperclip asked twice.'], ['Juno Paperclip']).map(({ kind }) => kind),
    ).toEqual(['name'])
    expect(walkFlagsIn('You should ask twice.', []).map(({ kind }) => kind)).toEqual(['advice'])
    expect(stopsIn(['You should ask twice.'], [])).toEqual([])
  })

  it('C14 no record of a walk takes a grade, a score or an appraisal', () => {
    expect(RECORDS.length).toBeGreaterThanOrEqual(15)
    const extra = {
      grade: 'Good',
      score: 3,
      appraisal: 'target 2',
      judgement: 'RI',
      teacher: 'p12',
    }
    const fill = {
      id: 'x',
      walk: 'w',
      kind: 'learning_walk',
      n: 1,
      person: 'p12',
      strand: 'data',
      prompt: 'q',
      rating: said('secure'),
      to: 'agreed',
      question: 'q',
      group: 'g',
      share: 's',
      date: '2026-11-19',
      place: 'Y2',
      walkers: [],
    }
    for (const record of RECORDS) {
      const found = record.read({
        type: record.type,
        v: 1,
        by: 'p23',
        madeAt: 1,
        ...fill,
        ...extra,
      })
      const kept = found.ok ? Object.keys(found.value as object) : []
      for (const word of Object.keys(extra)) expect(kept).not.toContain(word)
    }
  })

  it('C14 nothing in the walkers’ document ties a member of staff to a room or a rating', () => {
    const strays = { person: 'p12', room: 'r1', rating: said('secure') }
    expect(read(roomRecord, { id: 'r1', walk: 'w', n: 1, ...strays })).not.toHaveProperty('person')
    expect(rated('p23', 'secure', strays)).not.toHaveProperty('person')
    const told = read(sharedWithRecord, { id: 's', walk: 'w', ...strays })
    expect(told).not.toHaveProperty('room')
    expect(told).not.toHaveProperty('rating')
    const share = read(shareRecord, {
      id: 's',
      walk: 'w',
      date: '2026-11-19',
      place: 'Y6',
      walkers: ['p23'],
      ...strays,
    })
    expect(share).not.toHaveProperty('rating')
  })
})
