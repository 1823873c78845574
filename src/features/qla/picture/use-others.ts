import { newestCounts, qlaCountRecord, type QlaCount } from '../../../domain/qla/counts.ts'
import { together } from '../../../domain/qla/trust-view.ts'
import { comparisonRecord, sayItem } from '../../../domain/qla/paper.ts'
import { type SittingItem, sittingItemRecord } from '../../../domain/qla/sitting.ts'
import type { GridItem } from '../../../domain/qla/grid.ts'
import { useRecords } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import { LIBRARY } from '../papers/use-library.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayShare } from '../analysis/words.ts'

/** More than any trust has figures of others. */
const MOST_FIGURES = 50_000

/** Whose figures stand beside the class's own. */
export interface Others {
  readonly name: string
  /** "64%, 84 pupils" */
  readonly shareOf: (item: GridItem) => string
}

const NOTHING = 'No figure'

/** Several analyses of the same paper together, from what their schools counted. */
function ofCounts(name: string, counts: readonly QlaCount[]): Others[] {
  if (counts.length === 0) return []
  const shareOf = (item: GridItem) => {
    const own = counts.flatMap(({ items }) =>
      items.flatMap(({ name: label, marks, facility, n }) =>
        label === sayItem(item) && facility !== null && n !== null
          ? [{ facility, pupils: n, marks }]
          : [],
      ),
    )
    const share = together(own)
    return share ? `${sayShare(share.facility)}, ${sayCount(share.pupils, 'pupil')}` : NOTHING
  }
  return [{ name, shareOf }]
}

/** The year group, the trust, and what was supplied with the paper, as far as this device holds it. */
export function useOthers(here: AnalysisHere): Others[] {
  const { paper } = here.sitting
  const counts = newestCounts(useLocated(qlaCountRecord).rows).filter(
    ({ record }) => paper !== '' && record.paper === paper,
  )
  const supplied = useRecords(comparisonRecord, [LIBRARY], MOST_FIGURES).rows.filter(
    (row) => row.removedAt === null && row.paper === paper,
  )
  const library = new Map(
    here.document.all(sittingItemRecord).rows.map((item: SittingItem) => [item.key, item.from]),
  )
  const sources = [...new Set(supplied.map(({ source }) => source))].sort()
  const own = `qla-counts/${here.at.urn}/${here.at.year}`
  const year = counts.filter(({ doc }) => doc === own).map(({ record }) => record)
  const trust = counts.map(({ record }) => record)
  return [
    ...ofCounts('This school', year),
    ...ofCounts('The trust', trust.length > year.length ? trust : []),
    ...sources.map((source) => ({
      name: source,
      shareOf: (item: GridItem) => {
        const row = supplied.find(
          (one) => one.source === source && one.item === library.get(item.key),
        )
        if (!row) return NOTHING
        const of = row.n === null ? '' : `, ${sayCount(row.n, 'pupil')}`
        return `${sayShare(row.facility)}${of}`
      },
    })),
  ]
}
