import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { IconLock, IconPlus, IconRefresh, IconWifiOff } from '../icons.ts'
import { Notice } from '../notice.tsx'
import { Section } from '../section.tsx'
import { Spinner } from '../spinner.tsx'
import { EmptyState, ErrorState, LoadingState } from '../states.tsx'
import { WhereWord } from '../where-word.tsx'
import { sayWhere, type WhereState } from '../where-words.ts'
import styles from './kit.module.css'

const states: WhereState[] = [
  { at: 'memory' },
  { at: 'device', count: 3 },
  { at: 'trust', time: '10:42' },
  { at: 'stuck', why: 'Sign in again to send 3 notes' },
]

/** The words for where work is, the notices, and the screens with nothing on them. */
export function KitWords() {
  return (
    <>
      <Section title="Where the work is">
        <div className={styles.row}>
          {states.map((state) => (
            <WhereWord key={state.at} {...sayWhere(state)} />
          ))}
        </div>
        <div className={styles.columns}>
          {states.map((state) => (
            <WhereWord key={state.at} {...sayWhere(state)} form="full" />
          ))}
        </div>
      </Section>
      <Section title="Notices">
        <Notice tone="ok" title="The visit pack is on this tablet" live={false}>
          Everything for Tuesday works with no signal.
        </Notice>
        <Notice tone="info" title="The keep-in-touch meeting is at 12:15" live={false}>
          Notes are shared with the team from then.
        </Notice>
        <Notice
          tone="warn"
          title="Question 2 has no session"
          live={false}
          action={<Button icon={IconPlus}>Add a session</Button>}
        >
          Nobody is down to look at it on the day.
        </Notice>
        <Notice
          tone="stuck"
          title="3 notes could not be sent"
          live={false}
          action={<Button tone="primary">Sign in</Button>}
        >
          Your sign-in has ended. The notes are safe on this device.
        </Notice>
      </Section>
      <KitStates />
      <Section title="Badges">
        <div className={styles.row}>
          <Badge>Year 3</Badge>
          <Badge icon={IconLock}>Only you can read this</Badge>
          <Badge icon={IconWifiOff}>No signal</Badge>
          <Badge tone="info">Draft</Badge>
          <Badge tone="ok">Ready</Badge>
          <Badge tone="warn">Due Friday</Badge>
          <Badge tone="stuck">Overdue</Badge>
          <Spinner label="Sending photos" />
        </div>
      </Section>
    </>
  )
}

function KitStates() {
  return (
    <Section title="Empty, loading and wrong">
      <div className={styles.columns}>
        <EmptyState
          title="No notes yet"
          action={
            <Button tone="primary" icon={IconPlus}>
              Write the first note
            </Button>
          }
        >
          What you see, hear and read goes here. File it later.
        </EmptyState>
        <ErrorState
          title="This review did not open"
          happened="Part of its copy on this tablet is damaged."
          safe="All 14 notes are safe at the trust."
          action={
            <Button tone="primary" icon={IconRefresh}>
              Fetch it again
            </Button>
          }
        />
      </div>
      <LoadingState
        label="Opening the visit pack"
        detail="You can leave this screen; it carries on."
      />
    </Section>
  )
}
