import { satPlaces } from '../../../domain/qla/grid.ts'
import { type Change, changeOf, type Twice } from '../../../domain/qla/noise.ts'
import { retestDone } from '../../../domain/qla/retest.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { paths } from '../paths.ts'
import { placesOf } from '../analysis/places.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayQuestions, sayShare } from '../analysis/words.ts'
import { Bar } from '../analysis/bar.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'

/** Where the retest stands, and what it changed. */
export function RetestPart({ here }: { here: AnalysisHere }) {
  return (
    <>
      {here.retests.map((retest) => {
        const { cells, marked } = retestDone(retest, here.again)
        return (
          <p key={retest.id}>
            {sayQuestions(here.items, retest.items)}: {marked} of {sayCount(cells, 'mark')} in.{' '}
            {retest.doneAt === null ? null : <Badge tone="ok">The last mark is in</Badge>}
          </p>
        )
      })}
      {here.retests.length === 0 ? <p>No questions are asked again yet.</p> : null}
      <BeforeAfter here={here} />
      <LinkButton to={paths.retest(here.at)}>
        {here.retests.length === 0 ? 'Choose questions to ask again' : 'Open the retest'}
      </LinkButton>
    </>
  )
}

/** Marks of the pupils who were asked again, on the questions that they were asked again. */
function triesOn(here: AnalysisHere, items: readonly number[]): Twice[] {
  const { grid, again, after } = here
  return satPlaces(grid).map((pupil) => {
    const own = items.filter((item) => again.cell(pupil, item).value !== null)
    const sum = (of: typeof grid) =>
      own.reduce((total, item) => total + (of.cell(pupil, item).value ?? 0), 0)
    return {
      before: sum(grid),
      after: sum(after),
      of: own.reduce((total, item) => total + (grid.items[item]?.max ?? 0), 0),
    }
  })
}

const SAYS: Readonly<Record<Change['says'], { tone: 'ok' | 'warn' | 'neutral'; label: string }>> = {
  up: { tone: 'ok', label: 'Up by more than chance' },
  down: { tone: 'warn', label: 'Down by more than chance' },
  chance: { tone: 'neutral', label: 'Chance could do this' },
  too_few: { tone: 'neutral', label: 'Too few pupils to say' },
}

/** Before and after, question by question, with how much chance alone could do. */
export function BeforeAfter({ here }: { here: AnalysisHere }) {
  const items = [...new Set(here.retests.flatMap((retest) => retest.items))]
  if (items.length === 0) return null
  const rows = [
    ...items.map((key) => ({ name: sayQuestions(here.items, [key]), keys: [key] })),
    ...(items.length > 1 ? [{ name: 'All together', keys: items }] : []),
  ]
  return (
    <WideTable label="Before and after, question by question">
      <table className={styles.table}>
        <caption>
          Only pupils who lost marks are asked again, so some rise comes by itself. The line on each
          bar is what chance alone could do.
        </caption>
        <thead>
          <tr>
            <th scope="col">Asked again</th>
            <th scope="col">Pupils</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Says</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, keys }) => {
            const change = changeOf(triesOn(here, placesOf(here.items, keys)))
            const { tone, label } = SAYS[change.says]
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{change.pupils}</td>
                <td>{sayShare(change.before)}</td>
                <td>
                  <div className={styles.chart}>
                    {sayShare(change.after)}
                    {change.after === null ? null : (
                      <Bar
                        share={change.after}
                        look={change.says === 'too_few' ? 'few' : 'plain'}
                        band={change.band ?? undefined}
                      />
                    )}
                  </div>
                </td>
                <td>
                  <Badge tone={tone}>{label}</Badge>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideTable>
  )
}
