import { expect, it } from 'vitest'
import { approvedGbp } from '../../src/domain/rep/funding.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { sqliteAccounts } from '../accounts/sqlite.ts'
import { openDatabase } from '../database.ts'
import { memoryDecisions } from '../decisions/memory.ts'
import { memoryLog } from '../log/memory.ts'
import { addDays } from '../../src/domain/calendar/dates.ts'
import { repVisitRecord } from '../../src/domain/rep/work.ts'
import { repContent } from './rep-content.ts'
import { DEMO_FINANCE_REP, DEMO_REP, seedReps, storyDayOf } from './reps.ts'
import { seedTrust } from './seed.ts'

const NOW = Date.UTC(2026, 10, 24, 9)

it('the demonstration has a plan in its third week, once, with its mentor and its money', async () => {
  const { people } = sqliteAccounts(openDatabase(':memory:'))
  const ports = { log: memoryLog(), decisions: memoryDecisions(), people, now: () => NOW }
  await seedTrust(ports)
  await seedReps(ports)
  await seedReps(ports)
  const made = await ports.decisions.since(0)
  expect(made.map(({ to, by, role }) => [to, by, role])).toEqual([
    ['issued', 'p01', 'CEO'],
    ['approved', 'p01', 'CEO'],
    ['w1-reviewed', 'p02', 'EHT'],
  ])
  expect(approvedGbp(made)).toBe(2400)
  const repsOf = (person: string) => people.factsOf(person, isoDate('2026-11-24')).reps
  expect(repsOf('p08')).toEqual([{ ...DEMO_REP, stage: 'w1-reviewed' }])
  expect(repsOf('p10')).toMatchObject([DEMO_FINANCE_REP])
  for (const name of ['rep/rookery-pond-rep-1', 'rep-work/rookery-pond-rep-1'])
    expect(await ports.log.head(name)).toBe(1)
  expect(await ports.log.head('rep/thistledown-frep-1')).toBe(1)
  expect(await ports.log.head('rep-work/thistledown-frep-1')).toBe(0)
})

it.each([0, 1, 2, 3, 4, 5, 6])(
  'on every day of a week the mentor has been there twice, and one milestone was reviewed (+ %d days)',
  (days) => {
    const today = addDays('2026-11-23', days)
    const { entries, steps } = repContent(today, storyDayOf(today))
    expect(entries.filter(({ type }) => type === repVisitRecord)).toHaveLength(2)
    expect(steps.map(({ to }) => to)).toEqual(['issued', 'approved', 'w1-reviewed'])
  },
)
