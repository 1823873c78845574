import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access.ts'
import { type Step, stepsFrom } from '../../../domain/decisions.ts'
import { reviewMachine, stageWords } from '../../../domain/peer-review/stages.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { usePeople } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import { useTeamStanding } from '../who/use-standing.ts'
import { isStage, sayList, stepVerbs } from '../words.ts'
import styles from './pack.module.css'

interface StageStepsProps {
  access: ReviewAccess
  stage: string
  /** A step of mine waits for the trust's word: no second one on top of it. */
  waiting: boolean
}

const sayStep = (to: string) => (isStage(to) ? stepVerbs[to] : stageWords(to))

/** The steps that this person may make now, by their role today. */
export function StageSteps({ access, stage, waiting }: StageStepsProps) {
  const { me, readOnly } = useDesk()
  const [asking, setAsking] = useState<Step | null>(null)
  const steps = stepsFrom(reviewMachine, stage, me, access)
  if (steps.length === 0 || readOnly) return null
  if (waiting) return null
  return (
    <div className={styles.ways}>
      {steps.map((step) => (
        <Button
          key={step.to}
          tone={step.needsReason ? 'danger' : 'primary'}
          onClick={() => setAsking(step)}
        >
          {sayStep(step.to)}
        </Button>
      ))}
      {asking ? (
        <Ask
          key={asking.to}
          access={access}
          stage={stage}
          step={asking}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

interface AskProps {
  access: ReviewAccess
  stage: string
  step: Step
  onClose: () => void
}

/** A person with a role, on a date: nothing moves without this question. */
function Ask({ access, stage, step, onClose }: AskProps) {
  const { me, propose, contact } = useDesk()
  const { live } = useWatched(contact)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const confirm = async () => {
    const given = reason.trim()
    if (step.needsReason && given === '') return setMissing(true)
    await propose({
      machine: reviewMachine.name,
      subject: subjectOf(access.id),
      from: stage,
      to: step.to,
      reason: given === '' ? null : given,
    })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${sayStep(step.to)}?`}
      closeLabel="Not now"
      confirm={{
        label: sayStep(step.to),
        tone: step.needsReason ? 'danger' : 'primary',
        onConfirm: () => void confirm(),
      }}
    >
      <p>
        The review goes from “{stageWords(stage)}” to “{stageWords(step.to)}”. It is kept with your
        name, {me.name}, in the role of {step.who(me, access)}, and the time.
      </p>
      {live ? null : (
        <p>There is no signal: it waits on this device and counts once the trust confirms it.</p>
      )}
      {step.to === 'synthesised' ? <NotIn access={access} /> : null}
      {step.needsReason ? (
        <BigText
          label="Reason"
          minRows={2}
          value={reason}
          onChange={setReason}
          error={missing ? 'Give the reason: it is kept with the decision.' : undefined}
        />
      ) : null}
    </Dialog>
  )
}

/** Answers agreed on part of the evidence must be somebody's knowing choice. */
function NotIn({ access }: { access: ReviewAccess }) {
  const nameOf = usePeople()
  const late = useTeamStanding(access).filter(({ is }) => is !== 'in')
  if (late.length === 0) return null
  return (
    <Notice tone="warn" live={false} title="Not everybody’s notes are known to be in">
      {sayList(late.map(({ person }) => nameOf(person)))} may hold more. Agree the answers all the
      same?
    </Notice>
  )
}
