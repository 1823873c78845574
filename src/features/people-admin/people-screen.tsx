import { useState } from 'react'
import { mayInvite } from '../../domain/access/admin.ts'
import { whenHeld } from '../../domain/people-admin.ts'
import { roleName } from '../../domain/role-names.ts'
import { faultIn } from '../../store/ask-relay.ts'
import { useDesk } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconLock, IconUserPlus } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { Time } from '../../ui/time.tsx'
import {
  type AdminInvitation,
  type AdminPerson,
  type Asked,
  listSchema,
  type Sent,
  sentSchema,
  useAct,
  useAsked,
  useSchools,
} from './answers.ts'
import { SentLink } from './sent-link.tsx'
import { Fault } from './words.tsx'
import styles from './people-admin.module.css'

/** The trust's people by school, and the invitations that wait. */
export default function PeopleScreen() {
  const { me } = useDesk()
  return mayInvite(me) ? <People /> : <NotYours />
}

function People() {
  const asked = useAsked('/api/people', listSchema)
  const { schools } = useSchools()
  const [wanted, setWanted] = useState('')
  const { found, fault, again } = asked
  const fits = ({ name, job }: AdminPerson) =>
    `${name} ${job}`.toLocaleLowerCase('en-GB').includes(wanted.trim().toLocaleLowerCase('en-GB'))
  const here = found?.people.filter((one) => one.removedAt === null && fits(one)) ?? []
  const gone = found?.people.filter((one) => one.removedAt !== null && fits(one)) ?? []
  const known = new Set(schools.map(({ urn }) => urn))
  const central = here.filter(({ urn }) => urn === null || !known.has(urn))
  return (
    <Page
      title="People"
      lead="Who is in the trust’s notebook, as what, and since when."
      back={{ to: '/account', label: 'Account' }}
      actions={
        <LinkButton tone="primary" icon={IconUserPlus} to="/people/invite">
          Invite somebody
        </LinkButton>
      }
    >
      <Fault key={fault} fault={fault} />
      {found === null && fault === null ? <LoadingState label="Asking the trust" /> : null}
      {found === null && fault !== null ? (
        <div>
          <Button tone="primary" onClick={again}>
            Try again
          </Button>
        </div>
      ) : null}
      {found === null ? null : (
        <>
          <Invitations of={found.invitations} again={again} />
          <TextLine label="Find somebody" type="search" value={wanted} onChange={setWanted} />
          <Group title="Whole trust" people={central} />
          {schools.map(({ urn, name }) => (
            <Group key={urn} title={name} people={here.filter((one) => one.urn === urn)} />
          ))}
          <Group title="Removed" people={gone} />
          {here.length + gone.length === 0 ? <p>Nobody by that name. Look for another.</p> : null}
        </>
      )}
    </Page>
  )
}

function Group({ title, people }: { title: string; people: readonly AdminPerson[] }) {
  const { me } = useDesk()
  if (people.length === 0) return null
  return (
    <Section title={title}>
      <CardList label={title}>
        {people.map(({ id, name, job, roles, seen, removedAt }) => (
          <IndexCard
            key={id}
            title={name}
            to={`/people/${id}`}
            meta={[
              job,
              seen === null ? (
                'Has never signed in'
              ) : (
                <>
                  Last here <Time at={seen.seenAt} form="moment" />
                </>
              ),
            ]}
          >
            <span className={styles.acts}>
              {removedAt === null ? (
                roles
                  .filter((held) => whenHeld(held, me.today) === 'now')
                  .map((held) => <Badge key={JSON.stringify(held)}>{roleName(held.role)}</Badge>)
              ) : (
                <Badge tone="warn">Removed</Badge>
              )}
            </span>
          </IndexCard>
        ))}
      </CardList>
    </Section>
  )
}

interface InvitationsProps {
  of: readonly AdminInvitation[]
  again: Asked<unknown>['again']
}

function Invitations({ of, again }: InvitationsProps) {
  const act = useAct()
  const [sent, setSent] = useState<Sent | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const resend = async (id: string) => {
    const answer = await act(`/api/invitations/${id}/again`, { method: 'POST' })
    setFault(faultIn(answer))
    setSent(sentSchema.safeParse(answer.body).data ?? null)
    again()
  }
  const takeBack = async (id: string) => {
    setFault(faultIn(await act(`/api/invitations/${id}`, { method: 'DELETE' })))
    setSent(null)
    again()
  }
  if (of.length === 0 && sent === null) return null
  return (
    <>
      <Fault key={fault} fault={fault} />
      {sent === null ? null : <SentLink sent={sent} />}
      <Section title="Invitations that wait">
        <ul className={styles.rows} aria-label="Invitations that wait">
          {of.map(({ id, name, job, endsAt, state }) => (
            <li key={id}>
              <span>
                <strong>{name}</strong>
                <span className={styles.soft}>
                  {job}, {state === 'ended' ? 'ended' : 'open until'}{' '}
                  <Time at={endsAt} form="moment" />
                </span>
              </span>
              <span className={styles.acts}>
                <Button onClick={() => void resend(id)}>Send a new link</Button>
                <Button tone="danger" onClick={() => void takeBack(id)}>
                  Take back
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function NotYours() {
  return (
    <Page title="People" back={{ to: '/account', label: 'Account' }}>
      <EmptyState
        icon={IconLock}
        title="People are looked after by heads and the trust’s leaders"
        action={
          <LinkButton tone="primary" to="/account/sign-in">
            See how you sign in
          </LinkButton>
        }
      >
        <p>Ask your head, the chief executive or the chief operations officer.</p>
      </EmptyState>
    </Page>
  )
}
