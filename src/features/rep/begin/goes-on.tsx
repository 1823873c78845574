import type { AccessFacts, RepAccess } from '../../../domain/access/facts.ts'
import { judgeBegin } from '../../../domain/rep/begin.ts'
import type { RepKind } from '../../../domain/rep/milestones.ts'
import { repPlanRecord } from '../../../domain/rep/plan.ts'
import { useLocated } from '../../../store/use-located.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'

/** Extended plans of a school and kind that nothing follows yet. @param id of the plan that is begun */
export const extendedPlans = (
  me: AccessFacts,
  of: { readonly id: string; readonly urn: string | null; readonly kind: RepKind | null },
): RepAccess[] => {
  const { id, urn, kind } = of
  if (urn === null || kind === null) return []
  return (me.reps ?? []).filter(
    (rep) => judgeBegin(me, { id, urn, kind, mentors: [], extensionOf: rep.id }) === null,
  )
}

interface GoesOnProps {
  plans: readonly RepAccess[]
  value: string | null
  onChange: (rep: string | null) => void
}

/** Whether it goes on from one of them. */
export function GoesOn({ plans, value, onChange }: GoesOnProps) {
  const heads = useLocated(repPlanRecord).rows
  const codeOf = (rep: string) =>
    heads.find(({ doc, record }) => doc === `rep/${rep}` && record.code !== '')?.record.code
  if (plans.length === 0) return null
  return (
    <ChoiceChips
      label="Does it go on from an extended plan?"
      hint="Leave it open for a plan of its own."
      options={plans.map(({ id }) => ({
        value: id,
        label: `Goes on from ${codeOf(id) ?? 'the plan before'}`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
