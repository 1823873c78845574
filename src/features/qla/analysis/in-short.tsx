import { nearBoundary, nearMarks, standardOf } from '../../../domain/qla/boundaries.ts'
import { meanOf, paperMarks, rounded, sharesOf, totalsOf } from '../../../domain/qla/totals.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { sayPupil } from '../words.ts'
import { rawOf } from './raw.ts'
import type { AnalysisHere } from './use-analysis.ts'
import { sayCount, sayList, sayShare } from './words.ts'

interface Line {
  readonly label: string
  readonly value: string
}

/** How many reached the standard, of those who sat it and of the cohort: both are always said (C48). */
function standardLines(here: AnalysisHere, names: boolean): Line[] {
  const standard = here.boundaries ? standardOf(here.boundaries) : null
  if (!standard) return []
  const { totals, outOf } = rawOf(here)
  const within = nearMarks(outOf, here.settings)
  const whole = [...totals.values()].filter((total) => total !== null)
  const reached = whole.filter((total) => total >= standard.min).length
  const { count, sat, cohort, ofSat, ofCohort } = sharesOf(reached, here.grid)
  const open = totals.size - whole.length
  const near = nearBoundary(standard, totals, within)
  return [
    {
      label: `${standard.label} or above`,
      value: `${count} of ${sat} who sat it (${sayShare(ofSat)}), of ${cohort} in the cohort (${sayShare(ofCohort)})${
        open > 0 ? `; ${sayCount(open, 'total')} not whole yet` : ''
      }`,
    },
    ...(names && near.length > 0
      ? [
          {
            label: `Within ${sayCount(within, 'mark')} of it`,
            value: sayList(here.pupils.filter(({ key }) => near.includes(key)).map(sayPupil)),
          },
        ]
      : []),
  ]
}

/** The few numbers that are asked for first, each with what it is of. @param names of pupils may stand in it */
export function InShort({ here, names = false }: { here: AnalysisHere; names?: boolean }) {
  const { grid, after, retests } = here
  const { mean, n } = meanOf(totalsOf(grid).values())
  const again = meanOf(totalsOf(after).values()).mean
  const { sat, cohort } = sharesOf(0, grid)
  const of = paperMarks(grid.items)
  return (
    <KeyValue
      items={[
        { label: 'Sat the paper', value: `${sat} of ${sayCount(cohort, 'pupil')}` },
        {
          label: 'Mean',
          value:
            mean === null
              ? 'No paper is marked to its end'
              : `${rounded(mean, 2)} of ${of}, of ${sayCount(n, 'pupil')} marked to the end`,
        },
        ...(retests.length > 0 && again !== null
          ? [{ label: 'Mean after the retest', value: `${rounded(again, 2)} of ${of}` }]
          : []),
        ...standardLines(here, names),
      ]}
    />
  )
}
