import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconFileText, IconListCheck } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { SavedWord } from '../capture/saved-word.tsx'
import { ForwardStep } from '../pack/stage-steps.tsx'
import { paths } from '../routing.ts'
import { sayCount } from '../words.ts'
import { PlanGate } from './plan-gate.tsx'
import { SessionPart } from './session-part.tsx'
import { TablesPart } from './tables-part.tsx'
import styles from './plan.module.css'
import type { PlanHere } from './use-plan.ts'

export default function PlanScreen() {
  return <PlanGate>{(plan) => <ThePlan {...plan} />}</PlanGate>
}

/** The action-plan session from its date to its commitments. */
function ThePlan(plan: PlanHere) {
  const { access, review, school, date, stage, writes } = plan
  const reviewed = sayUkDate(date) ?? date
  return (
    <Page
      title="Action plan"
      lead={`${school}. After the peer review of ${reviewed}.`}
      back={
        access
          ? { to: paths.pack(review), label: 'The review' }
          : { to: '/reviews', label: 'Reviews' }
      }
      actions={writes ? <SavedWord made waiting={false} /> : <Badge>{stageWords(stage)}</Badge>}
    >
      <Standing {...plan} />
      <SessionPart plan={plan} />
      <TablesPart plan={plan} />
      <CommitmentsPart {...plan} />
      {access ? <ForwardStep access={access} here="session" /> : null}
    </Page>
  )
}

/** Why something here waits or cannot be written in. */
function Standing({ letterOut, writes, doc, unreadable }: PlanHere) {
  return (
    <>
      {unreadable > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title="Part of this plan needs the new version of Corridor"
        >
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      {letterOut ? null : (
        <Notice tone="info" live={false} title="The letter comes first">
          What the review found stays with its team until the agreed letter has been sent. Then the
          areas to explore can be brought in here; the day and the facilitators can be set already.
        </Notice>
      )}
      {writes || doc.readOnly ? null : (
        <Notice tone="info" live={false} title="For you to read">
          The school’s leaders and the facilitators of the session write this. Tell them what you
          would change.
        </Notice>
      )}
    </>
  )
}

function CommitmentsPart({ review, commitments, ideas, writes, tables }: PlanHere) {
  const made = commitments.length
  return (
    <Section
      title="Commitments"
      lead={
        made === 0
          ? 'What the school decides to do, with who, by when, and what one would see.'
          : `${sayCount(made, 'commitment')} from ${sayCount(ideas.length, 'idea')}.`
      }
    >
      <div className={styles.take}>
        {writes || made > 0 ? (
          <LinkButton
            to={paths.planGather(review)}
            icon={IconListCheck}
            tone={tables.length > 0 ? 'primary' : 'quiet'}
          >
            {writes ? 'Turn ideas into commitments' : 'Read the commitments'}
          </LinkButton>
        ) : null}
        <LinkButton to={paths.planPage(review)} icon={IconFileText}>
          Plan on a page
        </LinkButton>
        <LinkButton to={paths.planActions(review)}>Actions from this session</LinkButton>
      </div>
    </Section>
  )
}
