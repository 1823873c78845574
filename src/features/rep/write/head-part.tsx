import {
  PLAN_TEXT_LENGTH,
  PRIORITY_LENGTH,
  type RepPlan,
  repPlanRecord,
} from '../../../domain/rep/plan.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { DayBox } from '../../../ui/day-box.tsx'
import { PoundsLine } from '../pounds-line.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { SdpLine } from './sdp-line.tsx'

const DAYS = Array.from({ length: 11 }, (_, at) => at / 2).map((days) => ({
  value: String(days),
  label: days === 0 ? 'None' : `${days} ${days === 1 ? 'day' : 'days'} a week`,
}))

const CODE_LENGTH = 40

const tooLong = (text: string, most: number) =>
  text.length > most
    ? `Say it in fewer words: up to ${most} letters, now ${text.length}.`
    : undefined

export interface PlanPartProps {
  here: RepHere
  plan: RepPlan
}

/** What the plan is for, while it is a draft. */
export function HeadPart({ here, plan }: PlanPartProps) {
  const change = (fields: Partial<RepPlan>) => here.planDoc.change(repPlanRecord, plan.id, fields)
  return (
    <>
      <Section title="What it is for">
        <div className={styles.two}>
          <TextLine
            label="Code"
            hint="For example, REP-1"
            value={plan.code}
            onChange={(code) => change({ code: code.slice(0, CODE_LENGTH) })}
          />
          <DayBox
            label="Written on"
            value={plan.writtenOn}
            onChange={(writtenOn) => change({ writtenOn })}
          />
        </div>
        <BigText
          label="Why the school has this plan"
          minRows={3}
          value={plan.why}
          error={tooLong(plan.why, PLAN_TEXT_LENGTH)}
          onChange={(why) => change({ why })}
        />
        {(['priority1', 'priority2', 'priority3'] as const).map((field, at) => (
          <TextLine
            key={field}
            label={
              at === 0
                ? 'First priority'
                : `${at === 1 ? 'Second' : 'Third'} priority, if there is one`
            }
            value={plan[field]}
            error={tooLong(plan[field], PRIORITY_LENGTH)}
            onChange={(text) => change({ [field]: text })}
          />
        ))}
        <BigText
          label="Success by week 6, for pupils"
          hint="What pupils will know, do or say that they do not now."
          minRows={3}
          value={plan.success}
          error={tooLong(plan.success, PLAN_TEXT_LENGTH)}
          onChange={(success) => change({ success })}
        />
      </Section>
      <Section title="Help and money">
        <div className={styles.two}>
          <DaysPick plan={plan} onChange={(daysPerWeek) => change({ daysPerWeek })} />
          <PoundsLine
            label="Asked for from reserves, in pounds"
            hint="Leave it empty for none. Nothing is spent until the CEO approves."
            value={plan.fundingGbp}
            onChange={(fundingGbp) => change({ fundingGbp })}
          />
        </div>
        <SdpLine here={here} plan={plan} />
      </Section>
    </>
  )
}

interface DaysPickProps {
  plan: RepPlan
  onChange: (days: number) => void
}

/** A mentor's time in a week, in half days. */
export function DaysPick({ plan, onChange }: DaysPickProps) {
  return (
    <PickOne
      label="A mentor’s days in a week"
      options={DAYS}
      value={String(plan.daysPerWeek)}
      onChange={(days) => onChange(Number(days ?? 0))}
    />
  )
}
