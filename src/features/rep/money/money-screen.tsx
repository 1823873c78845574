import { repPlanRecord } from '../../../domain/rep/plan.ts'
import { poundsWords, saySpending, spendingOf } from '../../../domain/rep/spend.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../paths.ts'
import { PoundsLine } from '../pounds-line.tsx'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { ApprovedPart } from './approved-part.tsx'
import { SpentPart } from './spent-part.tsx'

export default function MoneyScreen() {
  return <RepGate>{(here, today) => <Money here={here} today={today} />}</RepGate>
}

/** What is asked for from reserves, what the CEO approved, and what was spent of it (C18). */
function Money({ here, today }: { here: RepHere; today: string }) {
  const spending = spendingOf(here.spends, here.decided.approvedGbp)
  return (
    <Page
      title="Money from reserves"
      lead={saySpending(spending)}
      back={{ to: paths.rep(here.rep.id), label: here.plan?.code || here.school }}
    >
      <NewerRecords here={here} />
      <Section title="Asked for">
        <Asked here={here} />
      </Section>
      <ApprovedPart here={here} spending={spending} />
      <SpentPart here={here} spending={spending} today={today} />
    </Page>
  )
}

function Asked({ here }: { here: RepHere }) {
  const { plan, planDoc, writesPlan } = here
  if (plan === null) return <p>Nothing is asked for: the plan is not written yet.</p>
  if (!writesPlan)
    return <p>{plan.fundingGbp === 0 ? 'Nothing is asked for.' : poundsWords(plan.fundingGbp)}</p>
  return (
    <PoundsLine
      label="Asked for from reserves, in pounds"
      hint="The whole sum. Leave it empty for none."
      value={plan.fundingGbp}
      onChange={(fundingGbp) => planDoc.change(repPlanRecord, plan.id, { fundingGbp })}
    />
  )
}
