import { actionRecord, type Action } from '../../src/domain/actions/action.ts'
import {
  type ActionFilter,
  countsOf,
  filtered,
  inOrder,
  type Listed,
  listedOf,
  NO_FILTER,
} from '../../src/domain/actions/list.ts'
import { actionTable } from '../../src/domain/actions/leaving.ts'
import { dayAfter } from '../../src/domain/actions/due.ts'
import { csvOf } from '../../src/domain/export/table.ts'
import { workbookOf } from '../../src/domain/export/workbook.ts'
import { keep, type Options } from './report.ts'
import { median } from './stats.ts'

const TODAY = '2026-11-24'
const STATUSES = ['open', 'in_progress', 'done_hq_not_informed', 'closed'] as const
const PRIORITIES = ['red', 'amber', 'green'] as const
const SOURCES = ['audit', 'walkaround', 'action-plan', 'letter'] as const
const PLACES = ['Hall', 'Trim trail', 'Plant room', 'Year 2', 'Kitchen'] as const

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** As it lies in the index: read through the record's own schema. */
const raw = (n: number) => ({
  type: 'action',
  id: `a${n}`,
  source: { type: at(SOURCES, n), id: `s${n}` },
  what: `Mend number ${n} of what was found, and see that it lasts`,
  owner: { kind: 'person', value: `p${n % 40}` },
  due: dayAfter(TODAY, (n % 120) - 60),
  priority: at(PRIORITIES, n),
  status: [{ value: at(STATUSES, n >> 2), device: 'd', at: 1 }],
  place: at(PLACES, n),
  by: 'p09',
  madeAt: n,
})

const FILTERS: Readonly<Record<string, ActionFilter>> = {
  'still open': NO_FILTER,
  'one school, overdue': { ...NO_FILTER, status: null, school: '900003', when: 'overdue' },
  'words, of any status': { ...NO_FILTER, status: null, text: 'trim mend 77' },
  'mine, red, from audits': { ...NO_FILTER, mine: true, priority: 'red', source: 'audit' },
}

interface Step {
  readonly name: string
  readonly run: () => number
}

function timed({ run }: Step): { ms: number; left: number } {
  const began = performance.now()
  const left = run()
  return { ms: performance.now() - began, left }
}

/** The list of actions: read, put in order, filtered, counted and taken away. */
export async function runActions(_bundle: unknown, { small, rounds }: Options): Promise<void> {
  const size = small ? 1_000 : 10_000
  const raws = Array.from({ length: size }, (_, n) => raw(n))
  const read = (): Action[] =>
    raws.flatMap((one) => {
      const found = actionRecord.read(one)
      return found.ok ? [found.value] : []
    })
  const actions = read()
  const listed = (): Listed[] =>
    inOrder(
      actions.map((action, n) =>
        listedOf(
          { action, doc: 'school/900001/2026-27', urn: `90000${(n % 5) + 1}` },
          TODAY,
          ({ owner }) => owner?.value ?? '',
        ),
      ),
    )
  const list = listed()
  const names = { schoolOf: (urn: string) => urn, personOf: (person: string) => person }
  const steps: Step[] = [
    { name: 'read from the index’s rows', run: () => read().length },
    { name: 'worked out and put in order', run: () => listed().length },
    ...Object.entries(FILTERS).map(([name, filter]) => ({
      name: `filter: ${name}`,
      run: () => filtered(list, filter, 'p36').length,
    })),
    { name: 'counted', run: () => countsOf(list).open },
    { name: 'as CSV', run: () => csvOf(actionTable(list, names, TODAY)).length },
    {
      name: 'as an Excel workbook',
      run: () => workbookOf('Actions', actionTable(list, names, TODAY)).length,
    },
  ]
  console.log(`\nA list of ${size} actions, ${rounds} rounds: median and worst, milliseconds`)
  for (const step of steps) {
    const runs = Array.from({ length: rounds }, () => timed(step))
    const times = runs.map(({ ms }) => ms)
    for (const [round, { ms, left }] of runs.entries())
      keep('actions', { size, step: step.name, round, ms, left })
    const worst = Math.max(...times)
    console.log(
      `  ${step.name.padEnd(36)}${median(times).toFixed(1).padStart(8)}${worst.toFixed(1).padStart(8)}   ${runs[0]?.left ?? 0} left`,
    )
  }
}
