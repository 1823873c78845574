import { newestFirst } from '../../domain/checks/month.ts'
import { type Run, runRecord } from '../../domain/checks/run.ts'
import type { TemplateJob } from '../../domain/checks/template.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { useLocated } from '../../store/use-located.ts'
import { paths } from './routing.ts'

export interface Listed {
  readonly run: Run
  readonly to: string
}

const ELSEWHERE: readonly TemplateJob[] = ['scr', 'learning_walk']

/** Runs on this device by URN, those that have screens of their own left out. */
export function useRuns(): ReadonlyMap<string, readonly Listed[]> {
  const bySchool = new Map<string, Listed[]>()
  for (const { doc, record: run } of useLocated(runRecord).rows) {
    const ref = parseDocumentName(doc)
    if (!ref.ok || (ref.value.kind !== 'checks' && ref.value.kind !== 'walks')) continue
    if (run.removedAt !== null || ELSEWHERE.includes(run.template.job)) continue
    const { kind, urn, year } = ref.value
    const listed = { run, to: paths.run({ kind, urn, year, run: run.id }) }
    bySchool.set(urn, [...(bySchool.get(urn) ?? []), listed])
  }
  for (const listed of bySchool.values()) listed.sort((a, b) => newestFirst(a.run, b.run))
  return bySchool
}
