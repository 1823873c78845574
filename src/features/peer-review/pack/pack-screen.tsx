import type { Pack } from '../../../domain/peer-review/pack.ts'
import { stageWords } from '../../../domain/peer-review/stages.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconNote, IconPlus, IconUsers, IconUsersGroup } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { usePack, usePeople } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'
import { PackStages } from './pack-stages.tsx'
import { PackTeam } from './pack-team.tsx'
import { PackTimetable } from './pack-timetable.tsx'
import styles from './pack.module.css'

export default function PackScreen() {
  return <ReviewGate>{(here) => <TheReview {...here} />}</ReviewGate>
}

function TheReview({ access, pack, mine, school }: ReviewHere) {
  const { stage } = useStage(access.id)
  const { unreadable } = usePack(access.id)
  return (
    <Page
      title={school}
      lead={`Peer review, ${sayUkDate(access.date) ?? access.date}`}
      back={{ to: '/reviews', label: 'Reviews' }}
      width="full"
      actions={<Badge>{stageWords(stage)}</Badge>}
    >
      {mine ? <Ways review={access.id} /> : null}
      {unreadable > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title="Part of this pack needs the new version of Corridor"
        >
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      {pack ? <TheParts pack={pack} /> : <PackMissing mine={mine} review={access.id} />}
      {pack ? <PackTimetable pack={pack} /> : null}
      <PackTeam access={access} pack={pack} />
      {pack ? <Practical pack={pack} /> : null}
      <PackStages access={access} />
    </Page>
  )
}

function Ways({ review }: { review: string }) {
  return (
    <div className={styles.ways}>
      <LinkButton to={paths.capture(review)} tone="primary" icon={IconPlus}>
        New note
      </LinkButton>
      <LinkButton to={paths.notes(review)} icon={IconNote}>
        My notes
      </LinkButton>
      <LinkButton to={paths.team(review)} icon={IconUsersGroup}>
        Team’s notes
      </LinkButton>
      <LinkButton to={paths.who(review)} icon={IconUsers}>
        Who is in
      </LinkButton>
    </div>
  )
}

function TheParts({ pack }: { pack: Pack }) {
  const nameOf = usePeople()
  const { focus, whyNow, notLookedAt } = pack.review
  return (
    <>
      <Section title="Focus">
        <p className={styles.focus}>{focus || 'No focus has been written yet.'}</p>
        {whyNow === '' ? null : <p>Why now: {whyNow}</p>}
        {notLookedAt === '' ? null : <p>Not looked at: {notLookedAt}</p>}
      </Section>
      <Section title="Key questions">
        {pack.questions.length === 0 ? <p>No key questions have been written yet.</p> : null}
        <ol className={styles.questions}>
          {pack.questions.map((q) => (
            <li key={q.id} value={q.n}>
              {q.withdrawnAt === null ? <span>{q.text}</span> : <del>{q.text}</del>}{' '}
              {q.withdrawnAt === null ? null : <Badge>Withdrawn</Badge>}{' '}
              {q.addedByCeo ? <Badge tone="info">Added by the CEO</Badge> : null}
              <span className={styles.soft}>Proposed by {nameOf(q.proposedBy)}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

const practical = [
  ['baseRoom', 'Base room'],
  ['signIn', 'Signing in'],
  ['parking', 'Parking'],
  ['lunch', 'Lunch'],
  ['fire', 'Fire'],
  ['photos', 'Photographs'],
] as const

function Practical({ pack }: { pack: Pack }) {
  const items = practical
    .map(([field, label]) => ({ label, value: pack.review[field] }))
    .filter(({ value }) => value !== '')
  if (items.length === 0) return null
  return (
    <Section title="On the day">
      <KeyValue items={items} />
    </Section>
  )
}
