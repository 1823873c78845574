import { describe, expect, it } from 'vitest'
import { dayAfter } from '../actions/due.ts'
import {
  NO_ANSWERS,
  RIDDOR_DAYS_OFF,
  RIDDOR_EVENTS,
  RIDDOR_HARMS,
  RIDDOR_HOSPITAL,
  RIDDOR_LINKS,
  RIDDOR_PEOPLE,
  riddorAdvice,
  type RiddorAnswers,
  riddorQuestions,
} from './riddor.ts'

const hurt = (more: Partial<RiddorAnswers>): RiddorAnswers => ({
  ...NO_ANSWERS,
  event: 'person_hurt',
  work: 'yes',
  road: 'no',
  ...more,
})
const pupil = (more: Partial<RiddorAnswers>) => hurt({ who: 'pupil', harm: 'other', ...more })
const worker = (more: Partial<RiddorAnswers>) => hurt({ who: 'worker', harm: 'other', ...more })

/** What is said, the first rule and the days: "may 4(1) 10". */
function short(answers: RiddorAnswers): string {
  const advice = riddorAdvice(answers)
  if (advice.says === 'ask') return 'ask'
  const rule = advice.reasons[0]?.rule ?? ''
  return advice.says === 'may_be_reportable' ? `may ${rule} ${advice.days}` : `nothing ${rule}`
}

describe('RIDDOR 2013, regulation 4: people at work', () => {
  it('4(1): an injury that the rules name may be reportable, at once and within 10 days', () => {
    const advice = riddorAdvice(worker({ harm: 'serious' }))
    expect(advice).toMatchObject({ says: 'may_be_reportable', days: 10, atOnce: true })
    expect(short(worker({ harm: 'serious' }))).toBe('may 4(1) 10')
  })

  it('4(2): more than seven days away from usual work, within 15 days; not yet known counts as could be', () => {
    expect(short(worker({ daysOff: 'over_7' }))).toBe('may 4(2) 15')
    expect(short(worker({ daysOff: 'unsure' }))).toBe('may 4(2) 15')
  })

  it('12(1): more than three and up to seven days are written down, not reported', () => {
    expect(short(worker({ daysOff: '4_to_7' }))).toBe('nothing 12(1)')
  })

  it('4: three days or fewer without a named injury point to no report', () => {
    expect(short(worker({ daysOff: 'up_to_3' }))).toBe('nothing 4')
  })

  it('3: for somebody of another firm it says who reports', () => {
    const advice = riddorAdvice(hurt({ who: 'contractor', harm: 'serious' }))
    expect(advice.says === 'ask' ? [] : advice.reasons.map(({ rule }) => rule)).toEqual([
      '4(1)',
      '3',
    ])
  })
})

describe('RIDDOR 2013, regulation 5: pupils and others who are not at work', () => {
  it('a pupil taken straight to hospital and treated there, from something of the work: within 10 days', () => {
    expect(short(pupil({ hospital: 'treated' }))).toBe('may 5 10')
    expect(short(pupil({ who: 'visitor', hospital: 'treated' }))).toBe('may 5 10')
  })

  it('looked at, tested or taken to be on the safe side is no treatment', () => {
    expect(short(pupil({ hospital: 'looked_at' }))).toBe('nothing 5')
  })

  it('not taken from the place to hospital points to no report, broken arm or not', () => {
    expect(short(pupil({ harm: 'serious', hospital: 'no' }))).toBe('nothing 5')
  })

  it('a collision in a game, with nothing wrong in how it was run, points to no report', () => {
    expect(short(pupil({ work: 'no', hospital: 'treated' }))).toBe('nothing 5')
  })

  it('what is not clear counts as if it could be', () => {
    expect(short(pupil({ hospital: 'unsure' }))).toBe('may 5 10')
    expect(short(pupil({ work: 'unsure', hospital: 'treated' }))).toBe('may 5 10')
  })

  it('asks no days off of a pupil', () => {
    expect(riddorQuestions(pupil({}))).toContain('hospital')
    expect(riddorQuestions(pupil({}))).not.toContain('daysOff')
  })
})

describe('RIDDOR 2013, regulation 6: deaths', () => {
  it('a death is always for the adviser, whatever else is answered', () => {
    for (const who of RIDDOR_PEOPLE)
      for (const work of RIDDOR_LINKS)
        expect(short(hurt({ who, harm: 'death', work }))).toBe('may 6 10')
  })
})

describe('RIDDOR 2013, regulations 7 to 9 and 14', () => {
  it('7: a listed dangerous occurrence, though nobody was hurt', () => {
    const near = (listed: RiddorAnswers['listed']) =>
      short({ ...NO_ANSWERS, event: 'near_miss', listed })
    expect([near('yes'), near('unsure'), near('no'), near(null)]).toEqual([
      'may 7 10',
      'may 7 10',
      'nothing 7',
      'ask',
    ])
  })

  it('8 and 9: a listed illness of somebody at work, once a doctor has said so in writing', () => {
    const ill = (more: Partial<RiddorAnswers>) =>
      short({ ...NO_ANSWERS, event: 'illness', who: 'worker', work: 'yes', ...more })
    expect(ill({ diagnosed: 'yes' })).toBe('may 8 and 9 null')
    expect(ill({ diagnosed: 'no' })).toBe('nothing 8')
    expect(ill({ diagnosed: 'yes', work: 'no' })).toBe('nothing 8')
    expect(ill({ who: 'pupil', work: null })).toBe('nothing 8')
  })

  it('14(3): a vehicle moving on a public road', () => {
    expect(short(worker({ harm: 'serious', road: 'yes' }))).toBe('nothing 14(3)')
    expect(short(worker({ harm: 'serious', road: 'unsure' }))).toBe('may 4(1) 10')
  })
})

describe('the helper', () => {
  it('asks on until it has what it needs, and then always has a reason and a rule', () => {
    let seen = 0
    const link = [null, ...RIDDOR_LINKS]
    for (const event of RIDDOR_EVENTS)
      for (const who of [null, ...RIDDOR_PEOPLE])
        for (const harm of [null, ...RIDDOR_HARMS])
          for (const work of link)
            for (const hospital of [null, ...RIDDOR_HOSPITAL])
              for (const daysOff of [null, ...RIDDOR_DAYS_OFF])
                for (const road of link) {
                  const answers = { ...NO_ANSWERS, event, who, harm, work, hospital, daysOff, road }
                  const open = riddorQuestions(answers).some((each) => answers[each] === null)
                  const advice = riddorAdvice(answers)
                  expect(advice.says === 'ask').toBe(open)
                  const reasons = advice.says === 'ask' ? 1 : advice.reasons.length
                  expect(reasons).toBeGreaterThan(0)
                  seen += advice.says === 'ask' ? 0 : 1
                }
    expect(seen).toBeGreaterThan(100)
  })

  it('counts its days from the day after it happened', () => {
    expect(dayAfter('2026-11-24', 10)).toBe('2026-12-04')
    expect(dayAfter('2026-11-24', 15)).toBe('2026-12-09')
  })
})
