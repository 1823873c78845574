import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { mayAdminister } from '../../domain/access/admin.ts'
import { faultIn, type RelayQuestion } from '../../store/ask-relay.ts'
import { useDesk } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { Time } from '../../ui/time.tsx'
import {
  type AdminPage,
  pageSchema,
  type Sent,
  sentSchema,
  useAct,
  useAsked,
  useSchools,
} from './answers.ts'
import { LeaveTrust } from './leave-trust.tsx'
import { PersonRoles } from './person-roles.tsx'
import { SentLink } from './sent-link.tsx'
import { Fault, sayEvent, sayRole } from './words.tsx'
import styles from './people-admin.module.css'

const back = { to: '/people', label: 'People' }

/** One person: their roles, where they are signed in, and every change of their rights. */
export default function PersonScreen() {
  const { person = '' } = useParams({ strict: false })
  const id = typeof person === 'string' ? person : ''
  const { found, fault, again } = useAsked(`/api/people/${encodeURIComponent(id)}`, pageSchema)
  if (found !== null && found.person.id === id)
    return <Person key={id} page={found} again={again} />
  if (fault === null) return <LoadingState label="Asking the trust" />
  return (
    <Page title="Person" back={back}>
      <Fault fault={fault} />
      <div className={styles.acts}>
        <Button tone="primary" onClick={again}>
          Try again
        </Button>
        <LinkButton to="/people">Go to People</LinkButton>
      </div>
    </Page>
  )
}

/** Does something at the relay and shows what came of it. */
export type Change = (path: string, question: RelayQuestion) => Promise<boolean>

function Person({ page, again }: { page: AdminPage; again: () => void }) {
  const { me } = useDesk()
  const act = useAct()
  const [fault, setFault] = useState<string | null>(null)
  const { person } = page
  const change: Change = async (path, question) => {
    const why = faultIn(await act(`/api/people/${person.id}${path}`, question))
    setFault(why)
    again()
    return why === null
  }
  const gone = person.removedAt !== null
  const administers = mayAdminister(me)
  return (
    <Page title={person.name} lead={person.job} back={back}>
      <Fault key={fault} fault={fault} />
      {gone ? (
        <Notice tone="warn" live={false} title={`${person.name} was removed`}>
          They open nothing and send nothing. What they wrote stays where it is.
        </Notice>
      ) : null}
      {gone ? null : <PersonRoles person={person} change={change} />}
      {gone || !administers ? null : <SignedIn page={page} change={change} again={again} />}
      {administers ? <LeaveTrust person={person} change={change} /> : null}
      <Events page={page} />
    </Page>
  )
}

interface SignedInProps {
  page: AdminPage
  change: Change
  again: () => void
}

function SignedIn({ page, change, again }: SignedInProps) {
  const { person, sessions, ways } = page
  const act = useAct()
  const [sent, setSent] = useState<Sent | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const newLink = async () => {
    const answer = await act(`/api/invitations/for/${person.id}`, { method: 'POST' })
    setFault(faultIn(answer))
    setSent(sentSchema.safeParse(answer.body).data ?? null)
    again()
  }
  return (
    <Section
      title="Signing in"
      lead={`${ways.passkeys} ${ways.passkeys === 1 ? 'passkey' : 'passkeys'}${ways.accounts.map(({ email }) => `, ${email}`).join('')}`}
    >
      {sessions.length === 0 ? (
        <p>Signed in nowhere.</p>
      ) : (
        <ul className={styles.rows} aria-label="Signed in on">
          {sessions.map(({ id, agent, seenAt }) => (
            <li key={id}>
              <span>
                <strong>{agent === '' ? 'A browser' : agent}</strong>
                <span className={styles.soft}>
                  Last here <Time at={seenAt} form="moment" />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Fault key={fault} fault={fault} />
      {sent === null ? null : <SentLink sent={sent} />}
      <div className={styles.acts}>
        <Button onClick={() => void newLink()}>Make a new sign-in link</Button>
        {sessions.length === 0 ? null : (
          <Button tone="danger" onClick={() => void change('/end-sessions', { method: 'POST' })}>
            End every sign-in
          </Button>
        )}
      </div>
    </Section>
  )
}

function Events({ page }: { page: AdminPage }) {
  const { nameOf } = useSchools()
  const nameOfPerson = (id: string) => page.names[id] ?? 'Somebody'
  if (page.events.length === 0) return null
  return (
    <Section
      title="Changes of rights"
      lead="Every change, by whom and when. Nobody can change this list."
    >
      <ul className={styles.rows} aria-label="Changes of rights">
        {page.events.map(({ n, at, by, what, detail }) => (
          <li key={n}>
            <span>
              <strong>
                {what === 'joined'
                  ? `${sayEvent(what)} ${nameOfPerson(by)}`
                  : `${nameOfPerson(by)}: ${sayEvent(what)}`}
              </strong>
              <span className={styles.soft}>
                <Time at={at} form="moment" />
                {detail.about === undefined ? null : `, ${detail.about}`}
              </span>
              {detail.roles?.map((held) => (
                <span key={JSON.stringify(held)} className={styles.soft}>
                  {sayRole(held, nameOf)}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
