import { addDays } from '../../../src/domain/calendar/dates.ts'
import {
  dayField,
  referenceOf,
  type RoleGroup,
  SCR_CHECKS,
  type ScrCheck,
  scrFixRecord,
  scrRowRecord,
  spotCheckRecord,
} from '../../../src/domain/checks/scr.ts'
import { resultOf, scrResultRecord } from '../../../src/domain/checks/scr-result.ts'
import { schoolYearOf } from '../../../src/domain/school-year.ts'
import { HOST } from '../world.ts'
import { actionEntries, person } from './actions.ts'
import { type DemoDays, momentOf } from './days.ts'
import { asRead, type Entry, ofSchool, writeInto } from './entries.ts'

const PEOPLE: Readonly<Partial<Record<RoleGroup, number>>> = {
  teacher: 11,
  ta: 9,
  head: 1,
  office: 2,
  site: 1,
  kitchen: 3,
  governor: 7,
  supply: 2,
  volunteer: 4,
}

const DRAWN: readonly (readonly [group: RoleGroup, place: number])[] = [
  ['teacher', 4],
  ['teacher', 9],
  ['ta', 2],
  ['head', 1],
  ['office', 1],
  ['site', 1],
  ['kitchen', 3],
  ['governor', 5],
  ['supply', 2],
  ['volunteer', 3],
]

/** Checks that some groups do not need. */
const NEEDED: Readonly<Partial<Record<ScrCheck, readonly RoleGroup[]>>> = {
  prohibition_from_teaching: ['teacher', 'head', 'supply'],
  overseas: [],
  qualifications: ['teacher', 'head', 'supply', 'ta'],
  section_128: ['head', 'governor'],
}

const CHECKER = 'p09'
const DSL = 'p18'
const DRAWN_DAYS_AGO = 18
const MONTH_DAYS = 30

/** What a row says of one check; three of the sample have an error. */
function cell(row: number, group: RoleGroup, check: ScrCheck, date: string): [string, string] {
  if (!(NEEDED[check]?.includes(group) ?? true)) return ['n/a', '']
  if (group === 'governor' && check === 'section_128') return ['no', '']
  if (group === 'kitchen' && check === 'right_to_work') return ['yes', '']
  if (group === 'supply' && check === 'enhanced_dbs') return ['yes', addDays(date, 365)]
  return ['yes', addDays(date, -MONTH_DAYS * (row + 4))]
}

/** A finished spot check of the single central record: three errors, of which the school mended two. */
export function scrCheck(days: DemoDays): Entry[] {
  const date = days.ago(DRAWN_DAYS_AGO)
  const year = schoolYearOf(date)
  const write = writeInto(ofSchool('scr', HOST.urn, year), year)
  const list = writeInto(ofSchool('school', HOST.urn, year), year)
  const hand = { by: CHECKER, at: momentOf(date, '13:30') }
  const check = write('scr', spotCheckRecord, hand, {
    date,
    people: PEOPLE,
    drawn: DRAWN.length,
    companion: 'dsl',
    finishedAt: momentOf(date, '14:05'),
  })
  const rows = DRAWN.map(([group, place], n) => {
    const said = SCR_CHECKS.flatMap((column) => {
      const [value, day] = cell(n, group, column, date)
      return [[column, value] as const, ...(day === '' ? [] : [[dayField(column), day] as const])]
    })
    const fields = { check: check.id, ref: referenceOf(n + 1), group, place }
    return write(`scr row ${n + 1}`, scrRowRecord, hand, { ...fields, ...Object.fromEntries(said) })
  })
  const rowOf = (group: RoleGroup) => rows[DRAWN.findIndex(([one]) => one === group)]?.id ?? ''
  const fixed = { by: DSL, at: momentOf(days.ago(DRAWN_DAYS_AGO - 4), '08:45') }
  const seen = { verifiedBy: CHECKER, verifiedAt: momentOf(days.ago(DRAWN_DAYS_AGO - 9), '11:10') }
  const fixes = [
    write('scr fix governor', scrFixRecord, fixed, {
      row: rowOf('governor'),
      column: 'section_128',
      ...seen,
    }),
    write('scr fix kitchen', scrFixRecord, fixed, {
      row: rowOf('kitchen'),
      column: 'right_to_work',
    }),
  ]
  const counts = resultOf(
    asRead(spotCheckRecord, check),
    rows.map((row) => asRead(scrRowRecord, row)),
    fixes.map((fix) => asRead(scrFixRecord, fix)),
  )
  const action = actionEntries(list, {
    key: 'scr action',
    source: { type: 'scr', id: check.id },
    by: CHECKER,
    raisedOn: date,
    what: 'Correct the DBS date of row SCR-09 from the agency’s letter',
    owner: person(DSL),
    due: days.ahead(6),
    priority: 'amber',
    moves: [['in_progress', DSL, days.ago(DRAWN_DAYS_AGO - 4)]],
  })
  return [
    check,
    ...rows,
    ...fixes,
    list('scr result', scrResultRecord, { by: CHECKER, at: seen.verifiedAt }, counts),
    ...action,
  ]
}
