import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { Decision } from '../../../domain/decisions.ts'
import { REVIEW_ENDS, REVIEW_STAGES, stageWords } from '../../../domain/peer-review/stage-order.ts'
import type { StoredProposal } from '../../../store/db.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { Steps, type Step } from '../../../ui/steps.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { usePeople } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'
import { sayFault } from '../words.ts'
import { StageSteps } from './stage-steps.tsx'

/** Where the review stands: every stage with who and when, what waits for the trust's word, and my steps. */
export function PackStages({ access }: { access: ReviewAccess }) {
  const { stage, decisions, waiting, declined } = useStage(access.id)
  const nameOf = usePeople()
  const ended = REVIEW_ENDS.find(([end]) => end === stage)
  const last = decisions.at(-1)
  return (
    <Section title="Stages">
      {ended && last ? (
        <Notice tone="warn" live={false} title={`${ended[1]}: ${last.reason ?? 'no reason kept'}`}>
          {sayMade(last, nameOf)}
        </Notice>
      ) : null}
      {waiting.map((proposal) => (
        <Waiting key={proposal.id} proposal={proposal} />
      ))}
      {declined.map((proposal) => (
        <Declined key={proposal.id} proposal={proposal} />
      ))}
      <StageSteps access={access} stage={stage} waiting={waiting.length > 0} />
      <div>
        <Steps label="Stages of the review" steps={stagesOf(stage, decisions, nameOf)} />
      </div>
    </Section>
  )
}

function Waiting({ proposal }: { proposal: StoredProposal }) {
  return (
    <Notice
      tone="info"
      live={false}
      title={`${stageWords(proposal.to)}: waits for signal, not confirmed yet`}
      action={<Badge>Proposed {sayTime(proposal.madeAt, 'clock')}</Badge>}
    >
      It counts once the trust has it. Everybody sees it then.
    </Notice>
  )
}

function Declined({ proposal }: { proposal: StoredProposal }) {
  return (
    <Notice tone="warn" live={false} title={`${stageWords(proposal.to)}: the trust said no`}>
      Proposed {sayTime(proposal.madeAt, 'moment')}. The reason: {sayFault(proposal.declined ?? '')}
      .
    </Notice>
  )
}

const LATE_MS = 5 * 60_000

/** Who, in which role, when; made with no signal, it was confirmed later. */
function sayMade(d: Decision, nameOf: (person: string) => string): string {
  const late = d.receivedAt - d.madeAt > LATE_MS
  const confirmed = late ? `, confirmed ${sayTime(d.receivedAt, 'moment')}` : ''
  return `${nameOf(d.by)} (${d.role}), ${sayTime(d.madeAt, 'moment')}${confirmed}`
}

function stagesOf(
  stage: string,
  decisions: readonly Decision[],
  nameOf: (person: string) => string,
): Step[] {
  const reached = new Map(decisions.map((d) => [d.to, d]))
  const at = REVIEW_STAGES.findIndex(([id]) => id === stage)
  return REVIEW_STAGES.map(([id, label], i) => {
    const made = reached.get(id)
    return {
      id,
      label,
      state: made && id !== stage ? 'done' : i === at ? 'current' : i < at ? 'done' : 'todo',
      detail: made ? sayMade(made, nameOf) : undefined,
    }
  })
}
