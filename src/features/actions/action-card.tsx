import { useState } from 'react'
import { may } from '../../domain/access/table.ts'
import { actionRecord, statusNeeds } from '../../domain/actions/action.ts'
import { closeRefusal } from '../../domain/actions/closing.ts'
import type { Listed } from '../../domain/actions/list.ts'
import { sourceOf } from '../../domain/actions/source.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { useDesk } from '../../store/react.tsx'
import { useWriteIn } from '../../store/use-write-in.ts'
import { Button } from '../../ui/button.tsx'
import { IconCheck } from '../../ui/icons.ts'
import { IndexCard } from '../../ui/index-card.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { moveAction } from './moving.ts'
import { actionPath } from './routing.ts'
import { Signs } from './signs.tsx'
import type { Names } from './use-names.ts'

interface CardProps {
  listed: Listed
  names: Names
  /** yyyy-mm-dd */
  today: string
}

/** One action of the list. */
export function ActionCard({ listed, names, today }: CardProps) {
  const { action, doc, urn, owner } = listed
  const due = action.due === '' ? 'No day yet' : `By ${sayUkDate(action.due) ?? action.due}`
  return (
    <IndexCard
      headingLevel={2}
      title={action.what.trim() === '' ? 'Action without words yet' : action.what}
      to={actionPath(doc, action.id)}
      meta={[names.schoolOf(urn), sourceOf(action), action.place, owner, due]}
      chips={<Signs listed={listed} />}
      actions={<CloseNow listed={listed} today={today} />}
    />
  )
}

/** C24: what the school did and the trust was not told of is one tap from closed for who may close it. */
function CloseNow({ listed: { action, doc, status }, today }: Omit<CardProps, 'names'>) {
  const { me, now, readOnly } = useDesk()
  const writeIn = useWriteIn()
  const [busy, setBusy] = useState(false)
  const ref = parseDocumentName(doc)
  const closes =
    status === 'done_hq_not_informed' &&
    !readOnly &&
    closeRefusal(action, me) === null &&
    statusNeeds({ ...action, closedOn: today }, 'closed').length === 0 &&
    ref.ok &&
    may(me, 'write', ref.value)
  if (!closes) return null
  const close = async () => {
    setBusy(true)
    await writeIn(doc, (to) => {
      if (action.closedOn === '') to.change(actionRecord, action.id, { closedOn: today })
      moveAction(to, action, 'closed', { person: me.person, today, at: now() })
    }).finally(() => setBusy(false))
  }
  return (
    <Button icon={IconCheck} busy={busy} onClick={() => void close()}>
      I have seen it: close
    </Button>
  )
}
