import { expect, it } from 'vitest'
import { type AccessFacts, accessFactsSchema } from '../access/facts.ts'
import { mayBePresent, reviewPeopleOf } from './people.ts'

const HERE = '900001'
const facts = (role: string, urn: string | null, heads: AccessFacts['heads']): AccessFacts =>
  accessFactsSchema.parse({
    person: 'me',
    name: 'Me',
    today: '2026-11-24',
    roles: [{ role, urn, from: '2020-09-01', to: null }],
    reviews: [],
    heads,
  })
const rep = { urn: HERE, mentors: ['p08'] }
const listed = [
  { person: 'p01', job: 'Chief Executive Officer', urn: null },
  { person: 'p02', job: 'Executive Headteacher', urn: null },
  { person: 'p10', job: 'Chief Financial Officer', urn: null },
  { person: 'p03', job: 'Headteacher', urn: HERE },
  { person: 'p05', job: 'Head of School', urn: '900003' },
]
const HEADS = [{ urn: HERE, person: 'p03' }]

it('C15 knows who is who at a review: the head for certain, others by their job, oneself by one’s role', () => {
  const people = reviewPeopleOf(facts('Teacher', HERE, HEADS), rep, listed)
  expect(people).toEqual({
    ceo: ['p01'],
    eht: ['p02'],
    cfo: ['p10'],
    heads: ['p03'],
    headsOfSchool: [],
    mentors: ['p08'],
  })
  expect(mayBePresent(people, 'education')).toEqual(['p03', 'p01', 'p02', 'p08'])
  expect(mayBePresent(people, 'finance')).toContain('p10')
  const asked = reviewPeopleOf(facts('EHT', HERE, HEADS), rep, listed)
  expect(asked.eht).toEqual(['me', 'p02'])
})

it('C15 a job says nothing of oneself, and a Head of School leads where there is no head', () => {
  const own = [...listed, { person: 'me', job: 'Chief Executive Officer', urn: null }]
  expect(reviewPeopleOf(facts('Teacher', HERE, HEADS), rep, own).ceo).toEqual(['p01'])
  const hos = [{ person: 'p05', job: 'Head of School', urn: HERE }]
  expect(
    reviewPeopleOf(facts('EHT', null, [{ urn: HERE, person: 'p05' }]), rep, hos),
  ).toMatchObject({ heads: [], headsOfSchool: ['p05'] })
})
