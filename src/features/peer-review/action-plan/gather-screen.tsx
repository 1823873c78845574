import { useState } from 'react'
import { ideasLeft, SESSION_SOURCE } from '../../../domain/action-plan/commitments.ts'
import { type Idea, ideasAt, type TableHere } from '../../../domain/action-plan/session.ts'
import { actionRecord, EMPTY_ACTION } from '../../../domain/actions/action.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconFileText, IconPlus } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { SavedWord } from '../capture/saved-word.tsx'
import { paths } from '../routing.ts'
import { sayCount } from '../words.ts'
import { CommitmentCard } from './commitment-card.tsx'
import { CommitmentRead } from './commitment-read.tsx'
import { PlanGate } from './plan-gate.tsx'
import styles from './plan.module.css'
import type { PlanHere } from './use-plan.ts'

export default function GatherScreen() {
  return <PlanGate>{(plan) => <Gather {...plan} />}</PlanGate>
}

/** Ideas on the left, what the school commits to on the right. */
function Gather(plan: PlanHere) {
  const { review, school, tables, writes, commitments } = plan
  const [fresh, setFresh] = useState<string | null>(null)
  const make = useMake(plan, setFresh)
  return (
    <Page
      title="Ideas into commitments"
      lead={`${school}. ${sayCount(commitments.length, 'commitment')}.`}
      back={{ to: paths.actionPlan(review), label: 'Action plan' }}
      width="full"
      actions={writes ? <SavedWord made waiting={false} /> : undefined}
    >
      <div className={styles.two}>
        <Section title="Ideas" lead="Few and doable beats many: take up what people will do.">
          {tables.length === 0 ? <NoTables review={review} /> : null}
          {tables.map((table) => (
            <IdeasOf key={table.id} table={table} plan={plan} onMake={make} />
          ))}
        </Section>
        <Section title="Commitments">
          {commitments.length === 0 ? <p>None yet. Make one of an idea, or begin one.</p> : null}
          <ol className={styles.commitments} aria-label="Commitments">
            {commitments.map((commitment, i) =>
              writes ? (
                <CommitmentCard
                  key={commitment.id}
                  n={i + 1}
                  commitment={commitment}
                  plan={plan}
                  fresh={commitment.id === fresh}
                />
              ) : (
                <CommitmentRead key={commitment.id} n={i + 1} commitment={commitment} />
              ),
            )}
          </ol>
          {writes ? (
            <Button icon={IconPlus} onClick={() => make(null)}>
              Begin a commitment
            </Button>
          ) : null}
        </Section>
      </div>
      <ActionBar>
        <LinkButton to={paths.actionPlan(review)}>Done</LinkButton>
        <LinkButton to={paths.planPage(review)} tone="primary" icon={IconFileText}>
          Plan on a page
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

/** An idea's words go with it, so that nobody types them again (C44). */
function useMake({ doc, review }: PlanHere, onMade: (id: string | null) => void) {
  const { me, now } = useDesk()
  return (idea: Idea | null) =>
    onMade(
      doc.create(actionRecord, {
        ...EMPTY_ACTION,
        what: idea?.text ?? '',
        source: { type: SESSION_SOURCE, id: review },
        status: 'open',
        links: idea ? [idea.id] : [],
        by: me.person,
        madeAt: now(),
      }),
    )
}

interface IdeasProps {
  table: TableHere
  plan: PlanHere
  onMake: (idea: Idea) => void
}

function IdeasOf({ table, plan, onMake }: IdeasProps) {
  const { ideas, commitments, writes, doc } = plan
  const own = ideasAt(ideas, table)
  const left = new Set(ideasLeft(own, commitments).map(({ id }) => id))
  const put = (idea: Idea, commitment: string | null) => {
    const into = commitments.find(({ id }) => id === commitment)
    if (into) doc.change(actionRecord, into.id, { links: [...into.links, idea.id] })
  }
  const options = commitments.map(({ id, what }, i) => ({
    value: id,
    label: `${i + 1}. ${what.trim() || 'Not written yet'}`,
  }))
  return (
    <div className={styles.table}>
      <h3>
        Table {table.n}: {table.question}
      </h3>
      {own.length === 0 ? <p>No ideas from this table.</p> : null}
      <ul className={styles.ideas} aria-label={`Ideas of table ${table.n}`}>
        {own.map((idea) => (
          <li key={idea.id} className={styles.idea}>
            <p>{idea.text}</p>
            {left.has(idea.id) ? (
              writes ? (
                <div className={styles.take}>
                  <Button onClick={() => onMake(idea)}>Make it a commitment</Button>
                  {options.length > 0 ? (
                    <PickOne
                      label="Or put it with"
                      empty="Pick a commitment"
                      options={options}
                      value={null}
                      onChange={(commitment) => put(idea, commitment)}
                    />
                  ) : null}
                </div>
              ) : null
            ) : (
              <p className={styles.soft}>{sayTaken(idea, plan)}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function sayTaken(idea: Idea, { commitments }: PlanHere): string {
  const at = commitments.flatMap(({ links }, i) => (links.includes(idea.id) ? [i + 1] : []))
  return `In commitment ${at.join(' and ')}`
}

const NoTables = ({ review }: { review: string }) => (
  <EmptyState
    title="No tables yet"
    action={
      <LinkButton tone="primary" to={paths.actionPlan(review)}>
        Set out the tables
      </LinkButton>
    }
  >
    <p>Ideas come from the tables of the session. A commitment can be begun without one too.</p>
  </EmptyState>
)
