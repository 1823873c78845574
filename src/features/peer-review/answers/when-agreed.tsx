import { type SynthesisStop, synthesisStops } from '../../../domain/peer-review/answer-flags.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { Link } from '../../../ui/link.tsx'
import { paths } from '../routing.ts'
import { useStage } from '../use-stage.ts'
import { REVIEW_STAGES } from '../../../domain/peer-review/stage-order.ts'
import type { ReviewHere } from '../review-gate.tsx'
import { pointWords } from './answer-words.ts'
import type { AnswersHere } from './use-answers.ts'
import styles from './answers.module.css'

interface WhenAgreedProps {
  access: ReviewHere['access']
  pack: Pack
  here: AnswersHere
}

const AGREED = REVIEW_STAGES.findIndex(([stage]) => stage === 'synthesised')

function sayStop(stop: SynthesisStop): string {
  if (stop.kind === 'unanswered') return `Question ${stop.question.n} has no answer yet`
  const where = stop.where === 'answer' ? 'the answer' : pointWords[stop.where].one.toLowerCase()
  return `Question ${stop.question.n}, ${where}: “${stop.words}” reads as advice`
}

/** What stands in the way of "Answers are agreed", and the way to that step. */
export function WhenAgreed({ access, pack, here }: WhenAgreedProps) {
  const { stage } = useStage(access.id)
  const stops = synthesisStops(pack.questions, here.answers, here.points)
  const at = REVIEW_STAGES.findIndex(([id]) => id === stage)
  return (
    <Section title="When all is agreed">
      {at >= AGREED ? (
        <Notice tone="ok" live={false} title="The answers are agreed">
          A change now asks everyone to agree again.
        </Notice>
      ) : stops.length === 0 ? (
        <p>Every question has its answer and nothing reads as advice. The lead can say so now.</p>
      ) : (
        <>
          <p>Before the lead can say that the answers are agreed:</p>
          <ul className={styles.stops}>
            {stops.map((stop, i) => (
              <li key={i}>
                <Link to={paths.answer(access.id, stop.question.id)}>{sayStop(stop)}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <LinkButton
        to={paths.pack(access.id)}
        tone={stops.length === 0 && at < AGREED ? 'primary' : 'quiet'}
      >
        Go to the stages
      </LinkButton>
    </Section>
  )
}
