import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { isHeld, mayPlan } from '../../../domain/peer-review/planning.ts'
import { isOff } from '../../../domain/peer-review/stage-order.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { IconPencil } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { NeedsSignal, PlanRefused } from '../reviews/plan-answer.tsx'
import { type PlanAnswer, sendChange } from '../reviews/plan-api.ts'
import { teamFormSchema } from '../reviews/plan-form.ts'
import { TeamFields } from '../reviews/team-fields.tsx'
import { teamOf } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'

/** The team and the day can change until the answers are agreed, by those who may plan. */
export function ChangeTeam({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  const { stage } = useStage(access.id)
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  if (!mayPlan(me, access.urn) || isHeld(stage) || isOff(stage)) return null
  return (
    <Section title="Change the team or the day">
      {done ? (
        <Notice tone="ok" title="The trust has it">
          Everybody concerned sees the change as soon as they have signal.
        </Notice>
      ) : null}
      {open ? (
        <Change
          access={access}
          onDone={() => {
            setOpen(false)
            setDone(true)
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button
            icon={IconPencil}
            onClick={() => {
              setDone(false)
              setOpen(true)
            }}
          >
            Change it
          </Button>
        </div>
      )}
    </Section>
  )
}

interface ChangeProps {
  access: ReviewAccess
  onDone: () => void
  onCancel: () => void
}

function Change({ access, onDone, onCancel }: ChangeProps) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  const [answer, setAnswer] = useState<PlanAnswer | null>(null)
  const { date, lead, blindFirst, teamReason = '' } = access
  return (
    <>
      <NeedsSignal live={live} what="the change" />
      <p>
        Somebody who leaves the team can no longer open the review, and the team no longer sees
        notes they wrote.
      </p>
      <Form
        schema={teamFormSchema}
        defaultValues={{ date, lead, reviewers: teamOf(access), blindFirst, teamReason }}
        submit={{ label: 'Change the team' }}
        cancel={{ label: 'Leave it as it was', onCancel }}
        onSubmit={async (change) => {
          const said = await sendChange(me.person, access.id, change)
          setAnswer(said)
          if (said === 'done') onDone()
        }}
      >
        <TeamFields school={access.urn} />
        <PlanRefused answer={answer} />
      </Form>
    </>
  )
}
