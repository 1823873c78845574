import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { type Step, stepsFrom } from '../../../domain/decisions.ts'
import type { GuardPlace } from '../../../domain/peer-review/guards.ts'
import { reviewMachine } from '../../../domain/peer-review/stages.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { useStage } from '../use-stage.ts'
import { isStage, stepVerbs } from '../words.ts'
import { AskStep } from './ask-step.tsx'
import styles from './pack.module.css'

interface StageStepsProps {
  access: ReviewAccess
  stage: string
  /** A step of mine waits for the trust's word: no second one on top of it. */
  waiting: boolean
}

function sayStep({ to, from }: Step): string {
  if (to === 'letter_drafted' && from.includes('letter_agreed')) return 'Open the letter again'
  return isStage(to) ? stepVerbs[to] : stageWords(to)
}

/** The steps that this person may make now, by their role today. */
export function StageSteps({ access, stage, waiting }: StageStepsProps) {
  const { me } = useDesk()
  const steps = stepsFrom(reviewMachine, stage, me, access)
  return <StepButtons access={access} stage={stage} waiting={waiting} steps={steps} />
}

interface ForwardStepProps {
  access: ReviewAccess
  here: GuardPlace
  /** Stages that may be gone back to from this screen. */
  back?: readonly string[]
}

/** The way on from here alone, for screens that lead up to it; nothing where it is another's step. */
export function ForwardStep({ access, here, back = [] }: ForwardStepProps) {
  const { me } = useDesk()
  const { stage, waiting } = useStage(access.id)
  const steps = stepsFrom(reviewMachine, stage, me, access).filter(
    ({ needsReason, to }) => !needsReason || back.includes(to),
  )
  return (
    <StepButtons
      access={access}
      stage={stage}
      waiting={waiting.length > 0}
      steps={steps}
      here={here}
    />
  )
}

interface StepButtonsProps extends StageStepsProps {
  steps: readonly Step[]
  /** The screen that they stand on, where it is also a place to put things right. */
  here?: GuardPlace
}

function StepButtons({ access, stage, waiting, steps, here }: StepButtonsProps) {
  const { readOnly } = useDesk()
  const [asking, setAsking] = useState<Step | null>(null)
  if (steps.length === 0 || readOnly || waiting) return null
  return (
    <div className={styles.ways}>
      {steps.map((step) => (
        <Button
          key={step.to}
          tone={step.needsReason ? 'danger' : 'primary'}
          onClick={() => setAsking(step)}
        >
          {sayStep(step)}
        </Button>
      ))}
      {asking ? (
        <AskStep
          key={asking.to}
          access={access}
          stage={stage}
          step={asking}
          verb={sayStep(asking)}
          here={here}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}
