import { type Milestone, MILESTONES, milestoneWords } from '../../../domain/rep/milestones.ts'
import { prioritiesOf } from '../../../domain/rep/plan.ts'
import { reviewsHeld } from '../../../domain/rep/progress.ts'
import { repStageWords } from '../../../domain/rep/stages.ts'
import { nextMilestone } from '../../../domain/rep/statuses.ts'
import { daysLeftWords } from '../../../domain/rep/weeks.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { type Step, Steps } from '../../../ui/steps.tsx'
import { tallyWords } from '../list/rep-card.tsx'
import { paths } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import styles from '../rep.module.css'
import { DueReminder } from '../review/due-reminder.tsx'
import { MovedLately } from '../review/moved.tsx'
import type { RepHere } from '../use-rep.ts'
import { Waits } from '../waits.tsx'
import { extensionWords, kindWords, sayDay } from '../words.ts'
import { FactsPart } from './facts-part.tsx'
import { ItemLine } from './item-line.tsx'

export default function RepScreen() {
  return <RepGate>{(here, today) => <Overview here={here} today={today} />}</RepGate>
}

interface OverviewProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
}

/** Where a plan stands: what is next, every item with its status (C16), and what moved. */
function Overview({ here, today }: OverviewProps) {
  const { rep, school, plan, drafted, decided, standings } = here
  const { stage } = decided.plan
  return (
    <Page
      title={plan?.code ? `${plan.code}, ${school}` : school}
      lead={[kindWords(rep.kind), extensionWords(rep.extensionNo), repStageWords(stage)]
        .filter(Boolean)
        .join('. ')
        .concat('.')}
      back={{ to: paths.all, label: 'Rapid enhancement plans' }}
      actions={plan === null ? undefined : <Ways here={here} />}
    >
      <NewerRecords here={here} />
      <Waits of={decided.plan} what="The decision about this plan" />
      {plan === null ? (
        <NotWritten here={here} />
      ) : (
        <>
          {drafted ? <Draft here={here} /> : <Next here={here} today={today} />}
          {drafted ? null : <MovedLately here={here} today={today} />}
          <Section title="Where the items stand" lead={tallyWords(standings)}>
            {MILESTONES.map(([milestone]) => (
              <AtMilestone key={milestone} here={here} today={today} milestone={milestone} />
            ))}
          </Section>
          <FactsPart here={here} today={today} />
          <Section title="Why">
            <p className={styles.words}>{plan.why.trim() || 'Not said yet.'}</p>
            <ul className={styles.needs} aria-label="Priorities">
              {prioritiesOf(plan).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  )
}

function Ways({ here }: { here: RepHere }) {
  const { id } = here.rep
  return (
    <>
      <LinkButton to={paths.page(id)}>Plan on a page</LinkButton>
      {here.drafted ? null : <LinkButton to={paths.timeline(id)}>Timeline</LinkButton>}
      {here.drafted ? null : <LinkButton to={paths.write(id)}>The plan itself</LinkButton>}
      {here.writesPlan && !here.drafted && here.decided.plan.stage !== 'ended' ? (
        <LinkButton to={paths.end(id)}>Extend or end it</LinkButton>
      ) : null}
    </>
  )
}

function NotWritten({ here }: { here: RepHere }) {
  return (
    <EmptyState
      title="Nothing is written yet"
      action={
        here.writesPlan ? (
          <LinkButton tone="primary" to={paths.write(here.rep.id)}>
            Write the plan
          </LinkButton>
        ) : (
          <LinkButton to={paths.all}>See all plans</LinkButton>
        )
      }
    >
      <p>The CEO or the Executive Headteacher writes it, and the CEO issues it.</p>
    </EmptyState>
  )
}

/** A draft says what is to be done with it. */
function Draft({ here }: { here: RepHere }) {
  return (
    <LinkButton tone="primary" to={paths.write(here.rep.id)}>
      {here.writesPlan ? 'Go on writing' : 'Read the draft'}
    </LinkButton>
  )
}

/** The three looks: which are done, which is next, how many days are left. */
function Next({ here, today }: OverviewProps) {
  const { rep, reviews, due, decided } = here
  const held = new Set(reviewsHeld(reviews).map(({ milestone }) => milestone))
  const next = decided.plan.stage === 'ended' ? null : nextMilestone(reviews)
  const dueOf = (milestone: Milestone) => due.find((one) => one.milestone === milestone)?.due ?? ''
  const steps = MILESTONES.map(([milestone, label]): Step => {
    const day = dueOf(milestone)
    const left = milestone === next && day !== '' ? `, ${daysLeftWords(day, today)}` : ''
    return {
      id: milestone,
      label,
      state: held.has(milestone) ? 'done' : milestone === next ? 'current' : 'todo',
      detail: day === '' ? undefined : `${sayDay(day)}${left}`,
      to: paths.review(rep.id, milestone),
    }
  })
  return (
    <Section
      title={next === null ? 'Milestones' : `Next: ${milestoneWords(next).toLowerCase()}`}
      actions={
        next === null ? undefined : (
          <LinkButton to={paths.review(rep.id, next)}>Milestone review</LinkButton>
        )
      }
    >
      <Steps label="Milestones" steps={steps} />
      {next === null ? null : <DueReminder here={here} today={today} milestone={next} />}
    </Section>
  )
}

function AtMilestone({ here, today, milestone }: OverviewProps & { milestone: Milestone }) {
  const own = here.standings.filter(({ item }) => item.milestone === milestone)
  const due = here.due.find((one) => one.milestone === milestone)?.due ?? ''
  return (
    <div className={styles.milestone}>
      <h3>
        {milestoneWords(milestone)}
        {due === '' ? '' : `: ${sayDay(due)}`}
      </h3>
      {own.length === 0 ? (
        <p>No items.</p>
      ) : (
        <ol className={styles.list} aria-label={`Items: ${milestoneWords(milestone)}`}>
          {own.map((one, at) => (
            <li key={one.item.id} className={styles.line}>
              <ItemLine rep={here.rep.id} one={one} no={at + 1} today={today} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
