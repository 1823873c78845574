import { prioritiesOf } from '../../../domain/rep/plan.ts'
import { poundsWords } from '../../../domain/rep/spend.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayDay } from '../words.ts'
import type { PlanPartProps } from './head-part.tsx'
import { SdpLine } from './sdp-line.tsx'

const orNot = (text: string) => text.trim() || 'Not said yet'

/** What the plan is for, to read: fixed once it is issued. */
export function HeadRead({ here, plan }: PlanPartProps) {
  const priorities = prioritiesOf(plan)
  return (
    <Section title="What it is for">
      <KeyValue
        items={[
          { label: 'Code', value: orNot(plan.code) },
          { label: 'Written on', value: plan.writtenOn ? sayDay(plan.writtenOn) : orNot('') },
          { label: 'Why', value: orNot(plan.why) },
          ...priorities.map((text, at) => ({ label: `Priority ${at + 1}`, value: text })),
          { label: 'Success by week 6', value: orNot(plan.success) },
          {
            label: 'A mentor’s days in a week',
            value: plan.daysPerWeek === 0 ? 'None' : String(plan.daysPerWeek),
          },
          {
            label: 'Asked for from reserves',
            value: plan.fundingGbp === 0 ? 'Nothing' : poundsWords(plan.fundingGbp),
          },
          ...(here.writesPlan
            ? []
            : [
                {
                  label: 'School development plan',
                  value: plan.sdpReviewedOn
                    ? `Reviewed on ${sayDay(plan.sdpReviewedOn)}`
                    : 'Not reviewed yet',
                },
              ]),
        ]}
      />
      {here.writesPlan ? <SdpLine here={here} plan={plan} /> : null}
    </Section>
  )
}
