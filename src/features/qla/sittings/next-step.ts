import type { QlaStage } from '../../../domain/qla/gate.ts'
import { latestProgress, type Progress, progressRecord } from '../../../domain/qla/progress.ts'
import { useLocated } from '../../../store/use-located.ts'
import { paths, type SittingAddress } from '../paths.ts'

interface NextStep {
  readonly label: string
  readonly to: (at: SittingAddress) => string
}

/** What is done next at each stage of a paper. */
const NEXT: Readonly<Record<QlaStage, NextStep>> = {
  created: { label: 'Enter marks', to: paths.enter },
  marks_in: { label: 'Choose what to teach again', to: paths.decide },
  analysed: { label: 'Teach it again', to: paths.decide },
  retaught: { label: 'Test it again', to: paths.retest },
  retested: { label: 'See what is missing before grades', to: paths.decide },
  grades_updated: { label: 'Enter the grades', to: paths.grades },
  grades_entered: { label: 'See the picture', to: paths.picture },
}

/** A paper that nobody has opened since it was begun waits for its marks. */
export const nextStep = (progress: Progress | null): NextStep => NEXT[progress?.stage ?? 'created']

/** How far papers are, by their documents, from what this device holds. */
export function useProgressOf(): (doc: string) => Progress | null {
  const { rows } = useLocated(progressRecord)
  const byDoc = new Map<string, Progress[]>()
  for (const { doc, record } of rows) byDoc.set(doc, [...(byDoc.get(doc) ?? []), record])
  return (doc) => latestProgress(byDoc.get(doc) ?? [])
}
