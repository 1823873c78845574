import { useParams } from '@tanstack/react-router'
import { may } from '../../domain/access/table.ts'
import { actionChangeRecord, actionRecord, historyOf } from '../../domain/actions/action.ts'
import { schoolOfDocument } from '../../domain/actions/place.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { OneAction } from './one-action.tsx'
import { documentAt } from './routing.ts'

const BACK = { to: '/actions', label: 'Actions' }

/** The action of the address, or plainly why it is not shown. */
export default function ActionScreen() {
  const { me } = useDesk()
  const { place = '', action = '' } = useParams({ strict: false })
  const name = documentAt(place)
  const ref = parseDocumentName(name)
  if (!ref.ok || !may(me, 'read', ref.value)) return <NotOpen />
  return (
    <Opened
      key={`${name} ${action}`}
      name={name}
      id={action}
      writes={may(me, 'write', ref.value)}
    />
  )
}

function Opened({ name, id, writes }: { name: string; id: string; writes: boolean }) {
  const { me } = useDesk()
  const document = useDocument(name)
  if (!document.ready) return <LoadingState label="Opening the action" />
  const { rows, unreadable } = document.all(actionRecord)
  const action = rows.find((one) => one.id === id && one.removedAt === null)
  if (!action) return <NotHere newer={unreadable > 0} />
  return (
    <OneAction
      here={{
        action,
        document,
        name,
        urn: schoolOfDocument(me, name),
        writes: writes && !document.readOnly,
        changes: historyOf(document.all(actionChangeRecord).rows, id),
      }}
    />
  )
}

const ToTheList = () => (
  <LinkButton tone="primary" to="/actions">
    See the actions
  </LinkButton>
)

function NotOpen() {
  return (
    <Page title="Not open to you" back={BACK}>
      <EmptyState icon={IconLock} title="This action is not open to you" action={<ToTheList />}>
        <p>
          A school’s actions are read by its leaders, by those who own them there, and by the
          trust’s leaders. Ask the headteacher.
        </p>
      </EmptyState>
    </Page>
  )
}

function NotHere({ newer }: { newer: boolean }) {
  return (
    <Page title="Action not here" back={BACK}>
      <EmptyState title="This action is not on this device" action={<ToTheList />}>
        <p>
          {newer
            ? 'A newer version of Corridor wrote it. It is kept: load the new version here to see it.'
            : 'It was removed, or has not come in yet. With signal it appears in the list.'}
        </p>
      </EmptyState>
    </Page>
  )
}
