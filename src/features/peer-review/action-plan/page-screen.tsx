import type { Action } from '../../../domain/actions/action.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayUkDate, writeUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { sayCount, sayList } from '../words.ts'
import { PlanGate } from './plan-gate.tsx'
import styles from './sheet.module.css'
import { useOwner } from './use-owner.ts'
import { type PlanHere, useSchoolName } from './use-plan.ts'

export default function PageScreen() {
  return <PlanGate>{(plan) => <OnAPage {...plan} />}</PlanGate>
}

/** The plan on a page: A4, black on white, for the staff-room wall. */
function OnAPage(plan: PlanHere) {
  const { review, school, commitments } = plan
  const back = { to: paths.actionPlan(review), label: 'Action plan' }
  const title = `${school}: what we will do`
  if (commitments.length === 0)
    return (
      <Page title={title} back={back}>
        <EmptyState
          title="Nothing is committed to yet"
          action={
            <LinkButton tone="primary" to={paths.planGather(review)}>
              Turn ideas into commitments
            </LinkButton>
          }
        >
          <p>The page fills itself from the commitments.</p>
        </EmptyState>
      </Page>
    )
  return (
    <Page
      title={title}
      lead={<SayWhen {...plan} />}
      back={back}
      width="full"
      actions={
        <Button tone="primary" icon={IconPrinter} onClick={() => window.print()}>
          Print on A4
        </Button>
      }
    >
      <Sheet {...plan} />
    </Page>
  )
}

function SayWhen({ date, session, access }: PlanHere) {
  const nameOf = usePeople()
  const named = access?.facilitators ?? []
  return [
    `Peer review of ${sayUkDate(date) ?? date}.`,
    session?.date ? `Session of ${sayUkDate(session.date) ?? session.date}` : '',
    session?.attendees ? `with ${sayCount(session.attendees, 'colleague')}` : '',
    named.length > 0 ? `led by ${sayList(named.map(nameOf))}` : '',
  ]
    .filter(Boolean)
    .join(' ')
    .concat('.')
    .replace('..', '.')
}

function Sheet({ tables, commitments, session }: PlanHere) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <section className={styles.sheet} aria-label="The plan, to print" tabIndex={0}>
      {tables.length > 0 ? (
        <>
          <h2>What we looked at</h2>
          <ul className={styles.areas}>
            {tables.map(({ id, question }) => (
              <li key={id}>{question}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>What we will do</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.n}>
              No.
            </th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col" className={styles.day}>
              By
            </th>
            <th scope="col">What one would see or hear</th>
          </tr>
        </thead>
        <tbody>
          {commitments.map((commitment, i) => (
            <Row key={commitment.id} n={i + 1} commitment={commitment} />
          ))}
        </tbody>
      </table>
      <p className={styles.again}>
        We look again on{' '}
        <strong>
          {session?.reviewOn
            ? (sayUkDate(session.reviewOn) ?? session.reviewOn)
            : 'a day to be set'}
        </strong>
        .
      </p>
    </section>
  )
}

function Row({ n, commitment }: { n: number; commitment: Action }) {
  const ownerOf = useOwner()
  const { what, due, lookFor, success, helpFrom } = commitment
  const help = useSchoolName(helpFrom)
  return (
    <tr>
      <td>{n}</td>
      <th scope="row">
        {what}
        {helpFrom === '' ? null : <span className={styles.detail}>With help from {help}</span>}
      </th>
      <td>{ownerOf(commitment)}</td>
      <td>{writeUkDate(due)}</td>
      <td>
        {lookFor}
        {success === '' ? null : <span className={styles.detail}>It worked if: {success}</span>}
      </td>
    </tr>
  )
}
