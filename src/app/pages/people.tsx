import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconWifiOff } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { faultHere } from '../joining.ts'
import { fetchDemoPeople, type DemoPerson } from '../session-api.ts'
import type { Session } from '../session.ts'
import styles from '../app.module.css'

const WaysIn = lazy(async () => ({
  default: (await import('../../features/sign-in/ways-in.tsx')).WaysIn,
}))

type Found = Awaited<ReturnType<typeof fetchDemoPeople>> | 'asking'

interface PeopleProps {
  session: Session
  /** Whose work is open on this device, if anybody's: their name comes first. */
  open?: { readonly person: string; readonly name: string }
  /** Where to come back to when signing in leads away from the app. */
  back?: string
  onIn: () => void
}

/** The people of the demonstration, each in with one tap; or why nobody can go in now. */
export function People({ session, open, back = '/', onIn }: PeopleProps) {
  const [found, setFound] = useState<Found>('asking')
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void fetchDemoPeople().then((people) => {
      if (!gone) setFound(people)
    })
    return () => {
      gone = true
    }
  }, [turn])
  const again = () => {
    setFound('asking')
    setTurn((n) => n + 1)
  }
  const signIn = async (person: string) => {
    setBusy(person)
    setTrouble(null)
    const answer = await session.signIn(person)
    if (answer === 'in') return onIn()
    setBusy(null)
    setTrouble(sayTrouble[answer])
  }
  if (found === 'asking') return <LoadingState label="Asking the trust who works here" />
  if (found === 'no-answer') return <NoAnswer open={open !== undefined} again={again} />
  if (found === 'no-demonstration')
    return (
      <Suspense fallback={<LoadingState label="Opening the sign-in" />}>
        <WaysIn
          enter={(prove) => session.enter(prove)}
          mayLeave={() => session.mayLeave()}
          back={back}
          onIn={onIn}
          fault={faultHere()}
          {...(open !== undefined && { open })}
        />
      </Suspense>
    )
  const first = found.filter((person) => person.person === open?.person)
  const begin = found.filter(({ person, tries }) => tries !== null && person !== open?.person)
  const others = found.filter(({ person, tries }) => tries === null && person !== open?.person)
  const card = (person: DemoPerson) => (
    <PersonCard key={person.person} of={person} busy={busy} signIn={signIn} />
  )
  return (
    <>
      {trouble === null ? null : <Notice tone="warn" title={trouble} />}
      <Notice tone="warn" live={false} title="A demonstration: everybody here is made up">
        Pick somebody to be. What you write is kept on this device and on this copy of Corridor.
      </Notice>
      {first.length === 0 ? null : (
        <Section title="Open on this device">
          <CardList label="Open on this device">{first.map(card)}</CardList>
        </Section>
      )}
      <Section title="Good ones to begin with">
        <CardList label="Good ones to begin with">{begin.map(card)}</CardList>
      </Section>
      <Section title="Everybody else in the trust">
        <ul className={styles.rows}>
          {others.map((person) => (
            <PersonRow key={person.person} of={person} busy={busy} signIn={signIn} />
          ))}
        </ul>
      </Section>
    </>
  )
}

const sayTrouble = {
  out: 'The trust did not let this person in. Pick another, or try again.',
  'no-answer': 'No answer from the trust. Find some signal, then try again.',
  unsaved:
    'The last words on this device are not on its disk yet. Wait a moment, or copy them out first.',
} as const

interface CardProps {
  of: DemoPerson
  busy: string | null
  signIn: (person: string) => Promise<void>
}

function GoIn({ of, busy, signIn, tone }: CardProps & { tone: 'primary' | 'quiet' }) {
  return (
    <Button
      tone={tone}
      busy={busy === of.person}
      disabled={busy !== null && busy !== of.person}
      onClick={() => void signIn(of.person)}
    >
      Go in as {of.name.split(' ')[0]}
    </Button>
  )
}

function PersonCard(props: CardProps) {
  const { name, job, tries } = props.of
  return (
    <IndexCard
      title={name}
      headingLevel={3}
      meta={[job]}
      actions={<GoIn {...props} tone="primary" />}
    >
      {tries === null ? undefined : tries.charAt(0).toUpperCase() + tries.slice(1)}
    </IndexCard>
  )
}

function PersonRow(props: CardProps) {
  return (
    <li>
      <span>
        <strong>{props.of.name}</strong>
        <span className={styles.soft}>{props.of.job}</span>
      </span>
      <GoIn {...props} tone="quiet" />
    </li>
  )
}

function NoAnswer({ open, again }: { open: boolean; again: () => void }) {
  return (
    <EmptyState
      icon={IconWifiOff}
      title={open ? 'Signing in needs signal' : 'The first sign-in needs signal'}
      action={
        <Button tone="primary" onClick={again}>
          Try again
        </Button>
      }
    >
      {open ? (
        <p>Carry on working: everything is saved on this device. Sign in when there is signal.</p>
      ) : (
        <p>
          Nobody is signed in on this device, so no reviews are open on it. Go where there is signal
          once; after that Corridor opens and works without.
        </p>
      )}
    </EmptyState>
  )
}
