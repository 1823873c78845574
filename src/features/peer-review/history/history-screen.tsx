import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { revealMachine } from '../../../domain/peer-review/reveal.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { useDecisions } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import { sayFault } from '../words.ts'
import { EditsPart } from './edits-part.tsx'
import styles from './history.module.css'
import { sayWhen } from './history-words.ts'
import { RemovedPart } from './removed-part.tsx'

export default function HistoryScreen() {
  return <ReviewGate>{(here) => <History {...here} />}</ReviewGate>
}

/** Who did what, and when. */
function History({ access, school }: ReviewHere) {
  return (
    <Page
      title="History"
      lead={`${school}. Who did what, and when.`}
      back={{ to: paths.pack(access.id), label: 'The review' }}
    >
      <DecisionsPart access={access} />
      <RemovedPart access={access} />
      <EditsPart access={access} />
    </Page>
  )
}

const sayDecision = (machine: string, to: string) =>
  machine === revealMachine.name ? 'Everyone’s notes shown to the team' : stageWords(to)

/** From this device: read with no signal too. */
function DecisionsPart({ access }: { access: ReviewAccess }) {
  const found = useDecisions(subjectOf(access.id))
  const nameOf = usePeople()
  if (!found) return <LoadingState label="Opening the decisions" />
  const newest = [...found.decisions].sort((a, b) => b.seq - a.seq)
  return (
    <Section
      title="Decisions"
      lead="Each by a person in a role, on a day. Nobody can change one afterwards."
    >
      {newest.length + found.proposals.length === 0 ? <p>Nothing has been decided yet.</p> : null}
      <ul className={styles.lines} aria-label="Decisions">
        {found.proposals.map((proposal) => (
          <li key={proposal.id}>
            <p>
              <strong>{sayDecision(proposal.machine, proposal.to)}</strong>{' '}
              <Badge tone={proposal.declined === null ? 'info' : 'warn'}>
                {proposal.declined === null ? 'Proposed, not confirmed yet' : 'The trust said no'}
              </Badge>
            </p>
            <p className={styles.soft}>
              On this device, {sayTime(proposal.madeAt, 'moment')}.
              {proposal.declined === null ? '' : ` The reason: ${sayFault(proposal.declined)}.`}
            </p>
          </li>
        ))}
        {newest.map((decision) => (
          <li key={decision.id}>
            <p>
              <strong>{sayDecision(decision.machine, decision.to)}</strong>
            </p>
            <p className={styles.soft}>
              {nameOf(decision.by)}, {decision.role},{' '}
              {sayWhen(decision.madeAt, decision.receivedAt, 'moment')}
              {decision.reason ? `. Reason: ${decision.reason}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
