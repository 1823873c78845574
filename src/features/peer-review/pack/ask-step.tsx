import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { Step } from '../../../domain/decisions.ts'
import type { Guard, GuardPlace } from '../../../domain/peer-review/guards.ts'
import { reviewRecord } from '../../../domain/peer-review/pack.ts'
import { reviewMachine } from '../../../domain/peer-review/stages.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useGuards } from '../use-guards.ts'
import { usePack } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import { GuardLines } from './guard-lines.tsx'

interface AskStepProps {
  access: ReviewAccess
  stage: string
  step: Step
  /** What the button says. */
  verb: string
  here?: GuardPlace | undefined
  onClose: () => void
}

/** A person with a role, on a date: nothing moves without this question, and what stands before it comes first. */
export function AskStep({ access, stage, step, verb, here, onClose }: AskStepProps) {
  const guards = useGuards(access, step.to)
  const making = useStep({ access, stage, step, guards: guards ?? [], onClose })
  if (guards === null)
    return (
      <Dialog open onClose={onClose} title={`${verb}?`} closeLabel="Not now">
        <p>Looking at what stands before it…</p>
      </Dialog>
    )
  const stopped = guards.some(({ kind }) => kind === 'stop')
  const tone = step.needsReason ? ('danger' as const) : ('primary' as const)
  const confirm = { label: verb, tone, onConfirm: () => void making.confirm() }
  return (
    <Dialog
      open
      onClose={onClose}
      title={stopped ? `${verb}: not yet` : `${verb}?`}
      closeLabel={stopped ? 'Go back' : 'Not now'}
      {...(stopped ? {} : { confirm })}
    >
      <GuardLines review={access.id} guards={guards} here={here} />
      {stopped ? null : (
        <>
          <Keeping access={access} stage={stage} step={step} />
          {making.needsReason ? (
            <BigText
              label="Reason"
              minRows={2}
              value={making.reason}
              onChange={making.setReason}
              error={making.missing ? 'Give the reason: it is kept with the decision.' : undefined}
            />
          ) : null}
        </>
      )}
    </Dialog>
  )
}

/** What happens if they say yes. */
function Keeping({ access, stage, step }: Pick<AskStepProps, 'access' | 'stage' | 'step'>) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  return (
    <>
      <p>
        The review goes from “{stageWords(stage)}” to “{stageWords(step.to)}”. It is kept with your
        name, {me.name}, in the role of {step.who(me, access)}, and the time.
      </p>
      {live ? null : (
        <p>There is no signal: it waits on this device and counts once the trust confirms it.</p>
      )}
    </>
  )
}

interface Making extends Pick<AskStepProps, 'access' | 'stage' | 'step' | 'onClose'> {
  guards: readonly Guard[]
}

function useStep({ access, stage, step, guards, onClose }: Making) {
  const { propose } = useDesk()
  const { pack } = usePack(access.id)
  const doc = useDocument(subjectOf(access.id))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const needsReason = step.needsReason === true || guards.some(({ kind }) => kind === 'ask')
  const confirm = async () => {
    const given = reason.trim()
    if (needsReason && given === '') return setMissing(true)
    // Beside the focus too, where the whole team reads why it came late (C6).
    if (step.to === 'focus_sent' && needsReason && pack)
      doc.change(reviewRecord, pack.review.id, { lateReason: given })
    const kept = [...guards.flatMap(({ keep }) => keep ?? []), given].join(' ').trim()
    await propose({
      machine: reviewMachine.name,
      subject: subjectOf(access.id),
      from: stage,
      to: step.to,
      reason: kept === '' ? null : kept,
    })
    onClose()
  }
  return { reason, setReason, missing, needsReason, confirm }
}
