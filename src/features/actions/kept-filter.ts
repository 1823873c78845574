import { useState } from 'react'
import { type ActionFilter, NO_FILTER } from '../../domain/actions/list.ts'
import { useDesk } from '../../store/react.tsx'

/** What somebody last looked at, while the app is open: coming back from an action finds the same list. */
const kept = new Map<string, ActionFilter>()

export function useKeptFilter(): readonly [ActionFilter, (change: Partial<ActionFilter>) => void] {
  const { me } = useDesk()
  const [filter, setFilter] = useState(() => kept.get(me.person) ?? NO_FILTER)
  const change = (fields: Partial<ActionFilter>) => {
    const next = { ...filter, ...fields }
    kept.set(me.person, next)
    setFilter(next)
  }
  return [filter, change]
}
