import { readyRecords } from '../../../src/domain/calendar/ready.ts'
import { calendarDayRecord, halfTermRecord } from '../../../src/domain/calendar/records.ts'
import { halfTermOf } from '../../../src/domain/calendar/school-calendar.ts'
import { monthOf } from '../../../src/domain/checks/month.ts'
import { READY_RULES, visitRuleRecord } from '../../../src/domain/schedule/rule.ts'
import { type VisitDraft, visitRecord } from '../../../src/domain/schedule/visit.ts'
import { HOST, SCHOOLS } from '../world.ts'
import { type DemoDays, momentOf } from './days.ts'
import { ALWAYS, type Entry, idOf, ofSchool, writeInto } from './entries.ts'

const OFFICE = 'p09'

/** Half-terms, INSET days and bank holidays of the year, in the document `trust`. */
export function calendar(days: DemoDays): Entry[] {
  const { year } = days
  const write = writeInto({ kind: 'trust' }, year)
  const hand = { by: OFFICE, at: momentOf(`${year.slice(0, 4)}-09-01`, '08:30') }
  const { halfTerms, days: marked } = readyRecords(year)
  return [
    ...halfTerms.map(({ name, start, end }) =>
      write(`half-term ${name}`, halfTermRecord, hand, { year, name, start, end }),
    ),
    ...marked.map(({ date, kind, name }) =>
      write(`calendar ${kind} ${date}`, calendarDayRecord, hand, { date, kind, name }),
    ),
  ]
}

const ruleKey = (kind: string) => `rule ${kind}`

/** The usual plans for every school: walkarounds since the month before, the others from today. */
export function rules(days: DemoDays): Entry[] {
  const write = writeInto({ kind: 'templates' }, ALWAYS)
  const hand = { by: OFFICE, at: momentOf(days.monthBefore, '09:05') }
  return READY_RULES.map((rule) =>
    write(ruleKey(rule.kind), visitRuleRecord, hand, {
      ...Object.fromEntries(Object.entries(rule).filter(([field]) => field !== 'why')),
      from: rule.kind === 'walkaround' ? days.monthBefore : days.today,
    }),
  )
}

interface Said {
  readonly urn: string
  readonly kind: string
  /** Key of the period that the rule reckons. */
  readonly period: string
  readonly by: string
  readonly on: string
  readonly draft: Partial<VisitDraft> & Pick<VisitDraft, 'said'>
}

const shown = (value: string) => ({ kind: 'words', value }) as const

/** What people said of visits that no finished checklist shows. */
function sayings(days: DemoDays): Said[] {
  const last = monthOf(days.walked)
  const walk = { kind: 'walkaround', period: last, on: days.walked }
  const done = (words: string) =>
    ({ said: 'done', date: days.walked, evidence: shown(words) }) as const
  const halfTerm = (date: string) => {
    const term = halfTermOf(days.calendar, date)
    return term ? `${term.year}-${term.name}` : ''
  }
  const [, copse, fernhill, thistledown, quillbrook] = SCHOOLS
  const [scrOn, walkOn] = [days.ago(18), days.ago(9)]
  return [
    {
      ...walk,
      urn: copse.urn,
      by: 'p04',
      draft: done('Walked with the caretaker; the signed sheet is in the office.'),
    },
    {
      ...walk,
      urn: fernhill.urn,
      by: 'p05',
      draft: done('Walked with a governor; two light bulbs changed the same day.'),
    },
    {
      ...walk,
      urn: thistledown.urn,
      by: 'p06',
      draft: {
        said: 'missed',
        reason: 'The roof was being mended: the school was shut that week.',
      },
    },
    {
      ...walk,
      urn: quillbrook.urn,
      by: OFFICE,
      draft: done('Walked by the site team; notes are in the premises folder.'),
    },
    {
      urn: fernhill.urn,
      kind: 'walkaround',
      period: monthOf(days.today),
      by: 'p05',
      on: days.ago(2),
      draft: {
        said: 'moved',
        date: days.ahead(5),
        reason: 'The site manager is on a course this week.',
      },
    },
    {
      urn: HOST.urn,
      kind: 'scr_spot',
      period: halfTerm(scrOn),
      by: OFFICE,
      on: scrOn,
      draft: { said: 'done', date: scrOn, evidence: shown('Ten rows looked at with the DSL.') },
    },
    {
      urn: HOST.urn,
      kind: 'learning_walk',
      period: halfTerm(walkOn),
      by: 'p23',
      on: walkOn,
      draft: { said: 'done', date: walkOn, evidence: shown('Recap in Years 4, 5 and 6.') },
    },
  ]
}

export const visits = (days: DemoDays): Entry[] =>
  sayings(days).map(({ urn, kind, period, by, on, draft }) => {
    const write = writeInto(ofSchool('school', urn, days.year), days.year)
    const occurrence = `${idOf(ALWAYS, ruleKey(kind))}:${urn}:${period}`
    return write(
      `visit ${urn} ${kind} ${period}`,
      visitRecord,
      { by, at: momentOf(on, '15:20') },
      {
        occurrence,
        ...draft,
      },
    )
  })
