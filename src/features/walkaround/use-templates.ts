import { READY_MADE } from '../../domain/checks/ready-made/index.ts'
import {
  type TemplateBody,
  type TemplateJob,
  templateVersionRecord,
} from '../../domain/checks/template.ts'
import { checklistsToUse } from '../../domain/checks/versions.ts'
import { useRecords } from '../../store/react.tsx'
import type { RunKind } from './routing.ts'

/** Jobs that have screens of their own. */
const ELSEWHERE: readonly TemplateJob[] = ['scr', 'learning_walk']
const FOR_LEADERS: readonly TemplateJob[] = ['book_look', 'pupil_voice', 'book_study']

/** The kind of document that a run of a job lies in. */
export const kindOf = (job: TemplateJob): RunKind =>
  FOR_LEADERS.includes(job) ? 'walks' : 'checks'

/** Checklists to start from: the newest published version of each, or the ready-made one. */
export function useTemplates(): readonly TemplateBody[] {
  const published = useRecords(templateVersionRecord, ['templates']).rows
  return checklistsToUse(published, READY_MADE)
    .filter(({ job }) => !ELSEWHERE.includes(job))
    .sort(
      (a, b) =>
        Number(a.job !== 'walkaround') - Number(b.job !== 'walkaround') ||
        a.name.localeCompare(b.name, 'en-GB'),
    )
}
