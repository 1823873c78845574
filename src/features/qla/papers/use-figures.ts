import { comparisonRecord } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import type { LiveDocument } from '../../../store/use-document.ts'
import { standing } from './use-library.ts'

export interface Figure {
  /** Share of the marks gained, 0 to 1. */
  readonly facility: number
  /** Pupils, or null. */
  readonly n: number | null
}

/** Figures of others for one paper, by whose they are. */
export interface Figures {
  readonly sources: readonly string[]
  /** By the record id of the question. */
  of(source: string): ReadonlyMap<string, Figure>
  /** One figure; null takes it away. */
  put(source: string, item: string, figure: Figure | null): void
  takeAway(source: string): void
}

export function useFigures(document: LiveDocument, paper: string): Figures {
  const { me, now } = useDesk()
  const all = document.all(comparisonRecord).rows.filter((row) => row.paper === paper)
  const rows = standing(all)
  return {
    sources: [...new Set(rows.map(({ source }) => source))].sort((a, b) => a.localeCompare(b)),
    of: (source) =>
      new Map(
        rows.flatMap(({ source: whose, item, facility, n }) =>
          whose === source ? [[item, { facility, n }] as const] : [],
        ),
      ),
    put(source, item, figure) {
      const known = all.find((row) => row.source === source && row.item === item)
      if (figure === null) {
        if (known) document.change(comparisonRecord, known.id, { removedAt: now() })
        return
      }
      const { facility, n } = figure
      if (known) document.change(comparisonRecord, known.id, { facility, n, removedAt: null })
      else {
        const fields = { paper, source, item, facility, n, by: me.person, madeAt: now() }
        document.create(comparisonRecord, fields)
      }
    },
    takeAway(source) {
      for (const row of rows)
        if (row.source === source) document.change(comparisonRecord, row.id, { removedAt: now() })
    },
  }
}
