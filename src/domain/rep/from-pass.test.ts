import { expect, it } from 'vitest'
import { type RepPass, repPassRecord } from '../qla/rep-pass.ts'
import { itemFromPass, passWords } from './from-pass.ts'

function pass(fields: object = {}): RepPass {
  const read = repPassRecord.read({
    type: repPassRecord.type,
    v: repPassRecord.version,
    id: 'p1',
    by: 'p12',
    madeAt: 1,
    sitting: 's',
    area: 'a',
    name: 'Fractions of amounts',
    paperName: 'Autumn paper 2',
    subject: 'Maths',
    yearGroup: 6,
    questions: ['28', '33b', '35'],
    before: 0.393,
    after: 0.446,
    n: 28,
    ...fields,
  })
  if (!read.ok) throw new Error('unreadable')
  return read.value
}

it('says which area, on which paper, and what the retest gained', () => {
  expect(passWords(pass())).toEqual({
    title: 'Year 6, Maths, Fractions of amounts',
    detail:
      'Autumn paper 2; questions 28, 33b and 35; 39.3% of the marks before the retest, 44.6% after it',
  })
  expect(itemFromPass(pass())).toEqual({
    text: 'Pupils are secure in: Year 6, Maths, Fractions of amounts.',
    evidenceExpected:
      'Another retest. So far: Autumn paper 2; questions 28, 33b and 35; 39.3% of the marks before the retest, 44.6% after it.',
  })
})

it('C51: says no figure where too few pupils stand behind it', () => {
  const few = pass({ before: null, after: null, n: null, yearGroup: null, questions: [] })
  expect(passWords(few)).toEqual({
    title: 'Maths, Fractions of amounts',
    detail: 'Autumn paper 2',
  })
})
