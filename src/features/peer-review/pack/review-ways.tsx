import type { ReactNode } from 'react'
import { LinkButton } from '../../../ui/button.tsx'
import {
  IconCalendarEvent,
  IconFileText,
  IconListCheck,
  IconNote,
  IconPencil,
  IconPlus,
  IconSchool,
  IconUsers,
  IconUsersGroup,
} from '../../../ui/icons.ts'
import { paths } from '../routing.ts'
import styles from './pack.module.css'

interface ReviewWaysProps {
  review: string
  mine: boolean
  /** Leads the school that is reviewed. */
  host: boolean
  /** May write the preparation, and it is open. */
  prepares: boolean
}

/** The ways from the pack to everything else of the review, in the order in which a review needs them. */
export function ReviewWays({ review, mine, host, prepares }: ReviewWaysProps) {
  return (
    <nav aria-label="In this review" className={styles.phases}>
      <Phase title="Before the day">
        {prepares ? (
          <LinkButton to={paths.prepare(review)} icon={IconPencil}>
            Prepare
          </LinkButton>
        ) : null}
        <LinkButton to={paths.people(review)} icon={IconUsersGroup}>
          Team
        </LinkButton>
        <LinkButton to={paths.timetable(review)} icon={IconCalendarEvent}>
          Timetable
        </LinkButton>
        <LinkButton to={paths.ready(review)}>Ready with no signal</LinkButton>
      </Phase>
      <Phase title="On the day">
        {mine ? (
          <>
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
          </>
        ) : null}
        <LinkButton to={paths.day(review)}>Who is where</LinkButton>
      </Phase>
      {mine || host ? <Together review={review} mine={mine} /> : null}
      <Phase title="After the day">
        {mine || host ? (
          <LinkButton to={paths.letter(review)} icon={IconFileText}>
            Letter
          </LinkButton>
        ) : null}
        <LinkButton to={paths.actionPlan(review)} icon={IconListCheck}>
          Action plan
        </LinkButton>
        <LinkButton to={paths.history(review)}>History</LinkButton>
      </Phase>
    </nav>
  )
}

function Together({ review, mine }: Pick<ReviewWaysProps, 'review' | 'mine'>) {
  return (
    <Phase title="Together">
      {mine ? (
        <>
          <LinkButton to={paths.meeting(review)}>Keep-in-touch meeting</LinkButton>
          <LinkButton to={paths.answers(review)}>Agree the answers</LinkButton>
        </>
      ) : null}
      <LinkButton to={paths.readOut(review)}>Read-out</LinkButton>
      <LinkButton to={paths.handOver(review)} icon={IconSchool}>
        Hand over
      </LinkButton>
    </Phase>
  )
}

function Phase({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className={styles.phase}>{title}</h2>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}
