import type { Action } from '../../../domain/actions/action.ts'
import { usePeople } from '../use-pack.ts'

/** Who owns an action, by name or by role. */
export function useOwner(): (action: Action) => string {
  const nameOf = usePeople()
  return ({ owner }) =>
    owner === null ? 'Nobody yet' : owner.kind === 'person' ? nameOf(owner.value) : owner.value
}
