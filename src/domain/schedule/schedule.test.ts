import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../calendar/dates.ts'
import { calendarFile } from '../export/calendar-file.ts'
import { READY_YEARS } from '../calendar/english.ts'
import { readyRecords } from '../calendar/ready.ts'
import { isSchoolDay, schoolCalendar } from '../calendar/school-calendar.ts'
import { occurrencesOf, visitNow, visitsInOrder, type FoundEvidence } from './occurrences.ts'
import {
  READY_RULES,
  RHYTHMS,
  rhythmWords,
  PLACES,
  type VisitRule,
  visitRuleRecord,
} from './rule.ts'
import { visitEvents } from './visit-file.ts'
import { type Visit, visitNeeds } from './visit.ts'

const calendar = schoolCalendar({
  halfTerms: READY_YEARS.flatMap((year) => readyRecords(year).halfTerms),
  days: READY_YEARS.flatMap((year) => readyRecords(year).days),
})

function rule(fields: Partial<VisitRule>): VisitRule {
  const read = visitRuleRecord.read({
    type: 'visit-rule',
    v: 1,
    id: 'R1',
    kind: 'walkaround',
    rhythm: 'monthly',
    from: '2025-09-01',
    by: 'p09',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const ready = (kind: VisitRule['kind']) => {
  const found = READY_RULES.find((one) => one.kind === kind)
  if (!found) throw new Error(kind)
  const { why: _why, ...fields } = found
  return rule(fields)
}
const inYear = (of: VisitRule, year = '2026-27') => occurrencesOf(of, '900001', calendar, year)

let n = 0
const said = (fields: Partial<Visit>): Visit => ({
  id: `v${++n}`,
  occurrence: 'R1:900001:2026-11',
  said: 'done',
  date: '',
  evidence: null,
  reason: '',
  by: 'p09',
  madeAt: n,
  ...fields,
})

describe('visits reckoned from rules', () => {
  it('C40: a walkaround each month with a school day in it, and the whole site once a year', () => {
    const monthly = inYear(ready('walkaround'))
    expect(monthly.map(({ period }) => period.key)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
      '2027-05',
      '2027-06',
      '2027-07',
    ])
    expect(inYear(ready('site_audit')).map(({ due }) => due)).toEqual(['2027-06-30'])
  })

  it('C9: a peer review for each school each year', () => {
    for (const year of READY_YEARS)
      expect(occurrencesOf(ready('peer_review'), '900003', calendar, year)).toHaveLength(1)
  })

  it('C26: three QA a year, in HT2, HT4 and HT6, two of them led from outside', () => {
    const qa = inYear(ready('qa'))
    expect(qa.map(({ period }) => period.words)).toEqual([
      'Aut 2, 2026-27',
      'Spr 2, 2026-27',
      'Sum 2, 2026-27',
    ])
    expect(qa.filter(({ external }) => external)).toHaveLength(2)
    expect(rhythmWords(ready('qa'))).toBe('3 a year, 2 led from outside')
  })

  it('never lies on a holiday, an INSET day or a weekend, in any rhythm of any year', () => {
    for (const [rhythm] of RHYTHMS)
      for (const [place] of PLACES)
        for (const year of READY_YEARS)
          for (const every of [1, 2, 3, 5]) {
            const visits = inYear(rule({ rhythm, place, every, byDay: '12-25' }), year)
            const ids = visits.map(({ id }) => id)
            expect(visits.length).toBeGreaterThan(0)
            expect(new Set(ids).size).toBe(ids.length)
            for (const { due, period, shifted } of visits) {
              expect(isSchoolDay(calendar, due)).toBe(true)
              expect(weekdayOf(due)).toBeLessThan(6)
              expect(period.start <= due && due <= period.end).toBe(true)
              expect(shifted === null).toBe(due === period.meant)
            }
          }
  })

  it('moves to the next school day and says what the day was', () => {
    const christmas = inYear(rule({ rhythm: 'yearly', byDay: '12-25' }))[0]
    expect(christmas?.due).toBe('2027-01-05')
    expect(christmas?.shifted).toEqual({ from: '2026-12-25', what: 'bank_holiday' })
    const start = inYear(rule({ rhythm: 'half_termly', place: 'start' }))
    expect(start[2]).toMatchObject({
      due: '2027-01-05',
      shifted: { from: '2027-01-04', what: 'inset' },
    })
    // The last day of a half-term has no next school day in it: the one before.
    const end = inYear(rule({ rhythm: 'half_termly', place: 'end' }))[0]
    expect(end).toMatchObject({ due: '2026-10-22', shifted: { what: 'inset' } })
  })

  it('counts school weeks, not weeks: the half-term holiday is no third week', () => {
    const weeks = inYear(rule({ rhythm: 'every_weeks', every: 3 })).map(({ due }) => due)
    expect(weeks.slice(0, 4)).toEqual(['2026-09-02', '2026-09-21', '2026-10-12', '2026-11-09'])
  })

  it('two devices reckon the same visits, and only from the day of the rule until its last', () => {
    const half = rule({ from: '2026-11-20', until: '2027-02-01' })
    expect(inYear(half)).toEqual(inYear({ ...half }))
    expect(inYear(half).map(({ id }) => id)).toEqual([
      'R1:900001:2026-11',
      'R1:900001:2026-12',
      'R1:900001:2027-01',
    ])
    expect(inYear(half)[0]?.due).toBe('2026-11-20')
    expect(occurrencesOf({ ...half, urn: '900002' }, '900001', calendar, '2026-27')).toEqual([])
    expect(occurrencesOf({ ...half, removedAt: 5 }, '900001', calendar, '2026-27')).toEqual([])
  })
})

const november = inYear(rule({})).find(({ period }) => period.key === '2026-11')
if (!november) throw new Error('no November')
const run: FoundEvidence = {
  urn: '900001',
  date: '2026-11-12',
  kind: '',
  template: 'monthly',
  job: 'walkaround',
  id: 'run1',
}

describe('how a visit stands', () => {
  it('is planned, due soon, due and late as its day comes', () => {
    expect(november.due).toBe('2026-11-16')
    const on = (today: string) => visitNow(november, [], [], today).state
    expect(on('2026-10-20')).toBe('planned')
    expect(on('2026-10-26')).toBe('due_soon')
    expect(on('2026-11-09')).toBe('due')
    expect(on('2026-11-16')).toBe('due')
    expect(on('2026-11-17')).toBe('late')
  })

  it('a finished checklist of its kind at the school in its month shows that it was done', () => {
    const now = (found: Partial<FoundEvidence>, of = november) =>
      visitNow(of, [], [{ ...run, ...found }], '2026-11-20').state
    expect(now({})).toBe('done')
    expect(now({ urn: '900002' })).toBe('late')
    expect(now({ date: '2026-12-01' })).toBe('late')
    expect(now({ job: 'scr' })).toBe('late')
    const other = { ...november, rule: rule({ template: 'classroom' }) }
    expect(now({}, other)).toBe('late')
    expect(now({ template: 'classroom' }, other)).toBe('done')
  })

  it('done needs its evidence and its day; moved and missed need a reason', () => {
    const needs = (draft: Parameters<typeof visitNeeds>[0]) => visitNeeds(draft, '2026-11-20')
    const done = { said: 'done', date: '2026-11-19', evidence: null, reason: '' } as const
    expect(needs(done)).toHaveLength(1)
    expect(needs({ ...done, evidence: { kind: 'words', value: '  ' } })).toHaveLength(1)
    expect(needs({ ...done, evidence: { kind: 'link', value: 'see the drive' } })).toHaveLength(1)
    expect(
      needs({ ...done, evidence: { kind: 'words', value: 'On paper, in the file.' } }),
    ).toEqual([])
    expect(
      needs({ ...done, date: '2026-11-21', evidence: { kind: 'run', value: 'r' } }),
    ).toHaveLength(1)
    expect(needs({ said: 'missed', date: '', evidence: null, reason: '' })).toEqual(['Say why.'])
    expect(needs({ said: 'moved', date: '', evidence: null, reason: 'Snow' })).toHaveLength(1)
    expect(needs({ said: 'moved', date: '2026-11-30', evidence: null, reason: 'Snow' })).toEqual([])
  })

  it('the last saying counts, all stay, and a visit can be opened again', () => {
    const moved = said({ said: 'moved', date: '2026-11-24', reason: 'Snow' })
    const done = said({ date: '2026-11-23', evidence: { kind: 'words', value: 'x' } })
    const missed = said({ said: 'missed', reason: 'Nobody came', madeAt: done.madeAt + 50 })
    const at = (visits: Visit[], found: FoundEvidence[] = []) =>
      visitNow(november, visits, found, '2026-11-20')
    expect(at([moved])).toMatchObject({ state: 'due', due: '2026-11-24' })
    expect(at([moved, done])).toMatchObject({ state: 'done', doneOn: '2026-11-23' })
    expect(at([done, missed, moved])).toMatchObject({ state: 'missed' })
    expect(at([done, missed, moved]).said).toHaveLength(3)
    const opened = said({ said: 'opened', madeAt: 9999 })
    expect(at([done, opened]).state).toBe('late')
    // A visit that somebody opened is not shut again by the same checklist.
    expect(at([opened], [run]).state).toBe('late')
    expect(at([said({ occurrence: 'R1:900002:2026-11' })]).said).toEqual([])
  })

  it('lists what needs somebody first, and goes into a calendar as whole days', () => {
    const visits = inYear(rule({})).map((one) => visitNow(one, [], [run], '2026-11-20'))
    const order = visitsInOrder(visits).map(({ state }) => state)
    expect(order.slice(0, 3)).toEqual(['late', 'late', 'planned'])
    expect(order.at(-1)).toBe('done')
    const file = calendarFile(
      'School visits',
      visitEvents(visits, () => 'Rookery Pond'),
      0,
    )
    expect(file).toContain('DTSTART;VALUE=DATE:20261112')
    expect(file).toContain('SUMMARY:Health and safety walkaround\\, Rookery Pond')
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(11)
  })
})
