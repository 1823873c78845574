import { useRouter } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useStoreState } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconWifiOff } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Link } from '../../ui/link.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { useApp } from '../app-context.ts'
import { browserMemory } from '../remembered.ts'
import { fetchDemoPeople, type DemoPerson } from '../session-api.ts'
import type { Session } from '../session.ts'
import { whatToTry } from '../what-to-try.ts'
import styles from '../app.module.css'

/** Nobody works on this device: who is it? */
export function SignInPage({ session, signal }: { session: Session; signal: boolean }) {
  return (
    <Page title="Who are you?" standalone>
      <p className={styles.brand}>
        <Mark size={44} />
        Corridor, the notebook a school trust takes into its schools
      </p>
      <Waiting />
      <People session={session} hadSignal={signal} onIn={() => undefined} />
      <p>
        <Link to="/promises">Seven promises about your notes</Link>
      </p>
    </Page>
  )
}

/** The sign-in has ended, or another person takes the device; the open work stays open until then. */
export function SignInAgainPage() {
  const { device, session } = useApp()
  const { tally } = useStoreState()
  const router = useRouter()
  const changes = `${tally.unsent} ${tally.unsent === 1 ? 'change' : 'changes'}`
  return (
    <Page title="Sign in" back={{ to: '/', label: 'Today' }}>
      <Notice
        tone="info"
        live={false}
        title={
          tally.unsent > 0
            ? `Sign in as ${device.name} to send ${changes}. Nothing is lost.`
            : `This device is open for ${device.name}.`
        }
      >
        Somebody else who signs in here sees none of this work, and cannot send it.
      </Notice>
      <People session={session} hadSignal onIn={() => router.history.push('/')} />
    </Page>
  )
}

function Waiting() {
  const { waiting } = browserMemory.read()
  return waiting.map(({ person, name, changes }) => (
    <Notice
      key={person}
      tone="warn"
      live={false}
      title={`${changes} unsent ${changes === 1 ? 'change' : 'changes'} by ${name} on this device`}
    >
      They are sent when {name} signs in here again. Nobody else can see them.
    </Notice>
  ))
}

type Found = readonly DemoPerson[] | 'asking' | 'no-answer'

interface PeopleProps {
  session: Session
  hadSignal: boolean
  onIn: () => void
}

function People({ session, hadSignal, onIn }: PeopleProps) {
  const [found, setFound] = useState<Found>('asking')
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void fetchDemoPeople().then((people) => {
      if (!gone) setFound(people ?? 'no-answer')
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
  if (found === 'no-answer') return <NoAnswer hadSignal={hadSignal} again={again} />
  return (
    <>
      {trouble === null ? null : <Notice tone="warn" title={trouble} />}
      <CardList label="People of the demonstration trust">
        {found.map((person) => (
          <PersonCard key={person.person} of={person} busy={busy} signIn={signIn} />
        ))}
      </CardList>
    </>
  )
}

const sayTrouble = {
  out: 'The trust did not let this person in. Pick another, or try again.',
  'no-answer': 'No answer from the trust. Find some signal, then try again.',
  unsaved:
    'The last words on this device are not on its disk yet. Wait a moment, or copy them out first.',
} as const

interface PersonCardProps {
  of: DemoPerson
  busy: string | null
  signIn: (person: string) => Promise<void>
}

function PersonCard({ of, busy, signIn }: PersonCardProps) {
  return (
    <IndexCard
      title={of.name}
      headingLevel={2}
      meta={[of.job]}
      actions={
        <Button
          tone="primary"
          busy={busy === of.person}
          disabled={busy !== null && busy !== of.person}
          onClick={() => void signIn(of.person)}
        >
          Go in as {of.name.split(' ')[0]}
        </Button>
      }
    >
      {whatToTry(of.job)}
    </IndexCard>
  )
}

function NoAnswer({ hadSignal, again }: { hadSignal: boolean; again: () => void }): ReactNode {
  return (
    <EmptyState
      icon={IconWifiOff}
      title={hadSignal ? 'The trust gave no list of people' : 'The first sign-in needs signal'}
      action={
        <Button tone="primary" onClick={again}>
          Try again
        </Button>
      }
    >
      {hadSignal ? (
        <p>Try again in a moment. If it stays like this, ask your trust’s helpdesk.</p>
      ) : (
        <p>
          Nobody has signed in on this device yet, so it holds no reviews. Go where there is signal
          once; after that Corridor opens and works without.
        </p>
      )}
    </EmptyState>
  )
}
