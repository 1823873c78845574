import { addDays } from '../../src/domain/calendar/dates.ts'
import { repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import { itemsFrom, REP_TEMPLATES } from '../../src/domain/rep/template.ts'
import type { RepEntry } from './rep-content.ts'
import { momentOf } from './work/days.ts'
import { ALWAYS, idOf } from './work/entries.ts'
import { nameOf, SCHOOLS } from './world.ts'

export const CFO = 'p10'
const HEAD = 'p06'
export const FINANCE_HOST = SCHOOLS[3]
const CODE = 'FREP-TDS-1'

const PLAN = {
  why: 'Spending on cover has run ahead of the budget for two terms, and reserves would be gone by the summer.',
  priority1: 'Nobody is surprised by the balance at the end of a month',
  priority2: 'Staffing that the school can pay for in three years’ time',
  priority3: '',
  success:
    'Pupils keep their teachers: no class has more than two supply days in a month, and the forecast for July is not below nothing.',
  daysPerWeek: 0,
  fundingGbp: 0,
  weeks: 'school',
  shareStaff: false,
}

/** A finance plan as its writer left it: whole but for what the CEO says. @param today yyyy-mm-dd */
export function financeContent(today: string): RepEntry[] {
  const day = addDays(today, -2)
  const at = momentOf(day, '15:10')
  const template = REP_TEMPLATES.find(({ kind }) => kind === 'finance')
  const made = { by: CFO, madeAt: at }
  const entry = (key: string, type: RepEntry['type'], fields: RepEntry['fields']): RepEntry => ({
    into: 'rep',
    type,
    id: idOf(ALWAYS, `rep ${CODE} ${key}`),
    at,
    fields: { ...fields, ...made },
  })
  return [
    entry('plan', repPlanRecord, {
      ...PLAN,
      code: CODE,
      writtenOn: day,
      startOn: addDays(today, 7),
    }),
    ...(template ? itemsFrom(template) : []).map((fields, n) =>
      entry(`item ${n}`, repItemRecord, {
        ...fields,
        shows: n % 3 === 0 ? nameOf(CFO) : '',
        owner: HEAD,
      }),
    ),
  ]
}
