import { actionStatusWords } from '../../domain/actions/action.ts'
import { priorityWords } from '../../domain/actions/leaving.ts'
import type { Listed } from '../../domain/actions/list.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconCalendarEvent, IconCircleCheck } from '../../ui/icons.ts'
import { PRIORITY_ICONS } from './words.ts'

/** How an action stands, each sign with its word: when it is due, how grave it is, how far it is. */
export function Signs({ listed }: { listed: Listed }) {
  const { action, status, overdue, soon } = listed
  const { priority } = action
  return (
    <>
      {overdue ? <Badge tone="stuck">Overdue</Badge> : null}
      {soon ? (
        <Badge tone="warn" icon={IconCalendarEvent}>
          Due in four weeks
        </Badge>
      ) : null}
      {priority === null ? null : (
        <Badge icon={PRIORITY_ICONS[priority]}>{priorityWords(priority)}</Badge>
      )}
      {status === null ? (
        <Badge tone="warn">Two people said different things</Badge>
      ) : (
        <Badge
          tone={status === 'closed' ? 'ok' : status === 'done_hq_not_informed' ? 'info' : 'neutral'}
          {...(status === 'done_hq_not_informed' && { icon: IconCircleCheck })}
        >
          {actionStatusWords(status)}
        </Badge>
      )}
    </>
  )
}
