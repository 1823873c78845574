import { READY_MADE } from '../../domain/checks/ready-made/index.ts'
import {
  type TemplateBody,
  type TemplateJob,
  templateVersionRecord,
} from '../../domain/checks/template.ts'
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
  const newest = new Map(READY_MADE.map((body) => [body.key, body]))
  for (const { body } of [...published].sort((a, b) => a.body.version - b.body.version))
    newest.set(body.key, body)
  return [...newest.values()]
    .filter(({ job }) => !ELSEWHERE.includes(job))
    .sort(
      (a, b) =>
        Number(a.job !== 'walkaround') - Number(b.job !== 'walkaround') ||
        a.name.localeCompare(b.name, 'en-GB'),
    )
}
