import {
  type Action,
  actionChangeRecord,
  actionRecord,
  type ActionStatus,
  statusOf,
} from '../../domain/actions/action.ts'
import { movedWith } from '../../domain/actions/closing.ts'
import type { Writes } from '../../store/use-write-in.ts'

interface Mover {
  readonly person: string
  /** yyyy-mm-dd */
  readonly today: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Moves an action on, and writes into its history who did. What the step needs was asked before. */
export function moveAction(to: Writes, action: Action, status: ActionStatus, mover: Mover): void {
  to.change(actionRecord, action.id, { status, ...movedWith(action, status, mover) })
  to.create(actionChangeRecord, {
    action: action.id,
    by: mover.person,
    madeAt: mover.at,
    from: statusOf(action) ?? 'differs',
    to: status,
  })
}
