import { useMemo } from 'react'
import { type Action, actionRecord } from '../../domain/actions/action.ts'
import { inOrder, type Listed, listedOf } from '../../domain/actions/list.ts'
import { schoolOfDocument } from '../../domain/actions/place.ts'
import { useDesk } from '../../store/react.tsx'
import { useLocated } from '../../store/use-located.ts'
import { useToday } from '../../store/use-today.ts'

export interface ActionsHere {
  /** Every action that this person may read and this device holds, the soonest due first. */
  readonly list: readonly Listed[]
  readonly unreadable: number
  readonly loading: boolean
  /** yyyy-mm-dd */
  readonly today: string
}

export function useActions(ownerOf: (action: Action) => string): ActionsHere {
  const { me } = useDesk()
  const today = useToday()
  const { rows, unreadable, loading } = useLocated(actionRecord)
  const list = useMemo(
    () =>
      inOrder(
        rows.map(({ record, doc }) =>
          listedOf({ action: record, doc, urn: schoolOfDocument(me, doc) }, today, ownerOf),
        ),
      ),
    [rows, me, today, ownerOf],
  )
  return { list, unreadable, loading, today }
}
