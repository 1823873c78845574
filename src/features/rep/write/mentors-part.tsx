import { useState } from 'react'
import { repPlanRecord } from '../../../domain/rep/plan.ts'
import { judgeMentors } from '../../../domain/rep/begin.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { nameMentors, type RepAnswer } from '../../../store/rep-calls.ts'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { MentorChips } from '../begin/mentor-chips.tsx'
import { NeedsSignal, Refused } from '../begin/refused.tsx'
import { DaysPick, type PlanPartProps } from './head-part.tsx'

const same = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join() === [...b].sort().join()

/** Who mentors, also named later: it decides who may open the plan, so it needs signal. */
export function MentorsPart({ here, plan }: PlanPartProps) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  const nameOf = useNames()
  const { mentors, urn, id } = here.rep
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [state, setState] = useState<RepAnswer | 'asking' | null>(null)
  const values = chosen ?? mentors
  const changed = chosen !== null && !same(chosen, mentors)
  const send = async () => {
    setState('asking')
    setState(await nameMentors(me.person, id, { mentors: [...values] }))
  }
  if (judgeMentors(me, here.rep) !== null)
    return (
      <Section title="Mentors">
        <p>{mentors.length === 0 ? 'No mentor is named.' : mentors.map(nameOf).join(', ')}</p>
      </Section>
    )
  // A mentor who is named after the plan is issued still needs days: they were none until then.
  const needsDays = !here.drafted && plan.daysPerWeek === 0 && mentors.length > 0
  return (
    <Section title="Mentors" lead="They find the plan under REPs once it is issued.">
      {changed ? <NeedsSignal live={live} what="naming mentors" /> : null}
      <MentorChips
        urn={urn}
        values={values}
        onChange={(next) => {
          setChosen(next)
          setState(null)
        }}
      />
      <Refused answer={state === 'asking' ? null : state} />
      {state === 'done' && !changed ? (
        <Notice tone="ok" title="The trust has it">
          {values.length === 0
            ? 'The plan has no mentor now.'
            : `Named: ${values.map(nameOf).join(', ')}.`}
        </Notice>
      ) : null}
      {changed ? (
        <Button
          tone="primary"
          busy={state === 'asking'}
          disabled={!live}
          onClick={() => void send()}
        >
          {values.length === 0 ? 'Take the mentor off' : 'Name these mentors'}
        </Button>
      ) : null}
      {needsDays && here.writesPlan ? (
        <DaysPick
          plan={plan}
          onChange={(daysPerWeek) => here.planDoc.change(repPlanRecord, plan.id, { daysPerWeek })}
        />
      ) : null}
    </Section>
  )
}
