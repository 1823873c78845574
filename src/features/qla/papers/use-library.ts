import {
  boundaryQaRecord,
  boundaryRecord,
  boundarySetRecord,
  type Paper,
  type PaperItem,
  paperItemRecord,
  paperRecord,
} from '../../../domain/qla/paper.ts'
import { qlaSettingsRecord, type QlaSettings, settingsOf } from '../../../domain/qla/settings.ts'
import { useRecords } from '../../../store/react.tsx'

/** The document that the trust's papers lie in. */
export const LIBRARY = 'papers'
/** The document that settings lie in: only those who lead achievement write it. */
export const ACHIEVEMENT = 'achievement'
/** The document that checks of boundaries lie in: only an AP Achievement writes it. */
export const CHECKS = 'boundary-checks'
/** More than any trust has questions: the library is read as one. */
const MOST = 20_000

export const standing = <T extends { removedAt: number | null }>(rows: readonly T[]): T[] =>
  rows.filter(({ removedAt }) => removedAt === null)

const inOrder = <T extends { n: number; id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))

/** The trust's own numbers. */
export const useQlaSettings = (): QlaSettings =>
  settingsOf(useRecords(qlaSettingsRecord, [ACHIEVEMENT]).rows)

export interface Library {
  readonly loading: boolean
  /** By name; of one name the newest year first. */
  readonly papers: readonly Paper[]
  itemsOf(paper: string): PaperItem[]
}

/** The trust's papers with their questions, from what this device holds. */
export function useLibrary(): Library {
  const papers = useRecords(paperRecord, [LIBRARY], MOST)
  const items = useRecords(paperItemRecord, [LIBRARY], MOST)
  return {
    loading: papers.loading || items.loading,
    papers: standing(papers.rows).sort(
      (a, b) => a.name.localeCompare(b.name, 'en-GB') || b.year.localeCompare(a.year),
    ),
    itemsOf: (paper) => inOrder(standing(items.rows).filter((item) => item.paper === paper)),
  }
}

/** Everything there is of grade boundaries; a check counts only where those who may check can write (C30). */
export function useBoundaries() {
  const sets = useRecords(boundarySetRecord, [LIBRARY], MOST)
  const lines = useRecords(boundaryRecord, [LIBRARY], MOST)
  const checks = useRecords(boundaryQaRecord, [CHECKS], MOST)
  return { sets: standing(sets.rows), lines: standing(lines.rows), checks: checks.rows }
}

export const totalMarks = (items: readonly Pick<PaperItem, 'max'>[]): number =>
  items.reduce((sum, { max }) => sum + max, 0)
