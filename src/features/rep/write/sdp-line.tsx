import { repPlanRecord } from '../../../domain/rep/plan.ts'
import { DayBox } from '../../../ui/day-box.tsx'
import type { PlanPartProps } from './head-part.tsx'

/** When the school development plan was looked at again: often after the plan is issued. */
export function SdpLine({ here, plan }: PlanPartProps) {
  return (
    <DayBox
      label="School development plan reviewed on"
      hint="Leave it empty while it is not. That is expected."
      value={plan.sdpReviewedOn}
      onChange={(sdpReviewedOn) => here.planDoc.change(repPlanRecord, plan.id, { sdpReviewedOn })}
    />
  )
}
