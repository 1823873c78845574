import { useState } from 'react'
import { actionRecord, EMPTY_ACTION } from '../../domain/actions/action.ts'
import { AUDIT_KINDS } from '../../domain/actions/audit-kinds.ts'
import { AUDIT_SOURCE } from '../../domain/actions/source.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconLock, IconPlus } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import styles from './actions.module.css'
import { DayBox } from '../../ui/day-box.tsx'
import { FreshAction } from './fresh-action.tsx'
import { type Names, useNames } from './use-names.ts'
import { useToday } from '../../store/use-today.ts'
import { actionsDocument, schoolsToWrite } from './who.ts'
import { sayCount } from './words.ts'

const BACK = { to: '/actions', label: 'Actions' }
const AUDITS = AUDIT_KINDS.map((value) => ({ value, label: value }))

/** What an audit asked for, one action after the other; each is kept as it is written. */
export default function AddScreen() {
  const { me } = useDesk()
  const names = useNames()
  const today = useToday()
  const schools = schoolsToWrite(me, today)
  const [school, setSchool] = useState<string | null>(null)
  const [audit, setAudit] = useState<string | null>(null)
  const [raised, setRaised] = useState(today)
  if (schools.length === 0) return <NotYours />
  const urn = school ?? (schools.length === 1 ? (schools[0] ?? null) : null)
  return (
    <Page
      title="Add audit actions"
      lead="Say once which audit and when, then one action after the other. Each is kept as you write."
      back={BACK}
    >
      <div className={styles.lines}>
        <PickOne
          label="School"
          options={schools.map((value) => ({ value, label: names.schoolOf(value) }))}
          value={urn}
          onChange={setSchool}
        />
        <PickOne label="Audit" options={AUDITS} value={audit} onChange={setAudit} />
        <DayBox label="Day of the audit" value={raised} onChange={setRaised} />
      </div>
      {urn === null || audit === null ? (
        <p>Pick the school and the audit: then actions can be added.</p>
      ) : (
        <Adding key={urn} urn={urn} audit={audit} raised={raised} names={names} today={today} />
      )}
    </Page>
  )
}

interface AddingProps {
  urn: string
  audit: string
  /** yyyy-mm-dd */
  raised: string
  names: Names
  today: string
}

function Adding({ urn, audit, raised, names, today }: AddingProps) {
  const { me, now } = useDesk()
  const document = useDocument(actionsDocument(urn, today))
  const [made, setMade] = useState<readonly string[]>([])
  if (!document.ready) return <LoadingState label="Opening the school’s actions" />
  const actions = document.all(actionRecord).rows.filter(({ removedAt }) => removedAt === null)
  const fresh = made.flatMap((id) => actions.find((action) => action.id === id) ?? [])
  const add = () => {
    const id = document.create(actionRecord, {
      ...EMPTY_ACTION,
      source: { type: AUDIT_SOURCE, id: '' },
      audit,
      raisedOn: raised,
      by: me.person,
      madeAt: now(),
    })
    if (id !== null) setMade([...made, id])
  }
  return (
    <>
      <ol className={styles.drafts} aria-label="Actions added now">
        {fresh.map((action, i) => (
          <FreshAction
            key={action.id}
            n={i + 1}
            action={action}
            urn={urn}
            names={names}
            today={today}
            document={document}
          />
        ))}
      </ol>
      <ActionBar note={<p>{sayCount(fresh.length, 'action')} added now</p>}>
        <Button tone="primary" icon={IconPlus} onClick={add} disabled={document.readOnly}>
          {fresh.length === 0 ? 'Add an action' : 'Add another action'}
        </Button>
        {fresh.length > 0 ? <LinkButton to="/actions">See all actions</LinkButton> : null}
      </ActionBar>
    </>
  )
}

function NotYours() {
  return (
    <Page title="Not open to you" back={BACK}>
      <EmptyState
        icon={IconLock}
        title="Somebody else adds audit actions"
        action={
          <LinkButton tone="primary" to="/actions">
            See the actions
          </LinkButton>
        }
      >
        <p>
          The Compliance Manager, the trust’s leaders and a school’s leaders write what an audit
          asked for. Tell one of them what is missing.
        </p>
      </EmptyState>
    </Page>
  )
}
