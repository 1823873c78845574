import { useState } from 'react'
import type { RepReader } from '../../../domain/rep/page.ts'
import { repPlanRecord } from '../../../domain/rep/plan.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PdfButton } from '../../../ui/pdf/pdf-button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import { RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import styles from './page.module.css'
import { PaperView } from './paper-view.tsx'
import { usePage } from './use-page.ts'

const READERS = [
  { value: 'leaders', label: 'For leaders' },
  { value: 'staff', label: 'For staff' },
] as const

export default function PageScreen() {
  return <RepGate>{(here) => <OnAPage here={here} />}</RepGate>
}

/** The plan on a page: A4, black on white, for the wall. */
function OnAPage({ here }: { here: RepHere }) {
  const { now } = useDesk()
  const [reader, setReader] = useState<RepReader>('leaders')
  const sheetFor = usePage(here)
  const { plan, rep, school } = here
  const back = { to: paths.rep(rep.id), label: plan?.code || school }
  const sheet = sheetFor(reader)
  if (plan === null || sheet === null)
    return (
      <Page title="Plan on a page" back={back}>
        <EmptyState
          title="Nothing is written yet"
          action={
            <LinkButton tone="primary" to={paths.write(rep.id)}>
              Open the draft
            </LinkButton>
          }
        >
          <p>The page fills itself from the plan.</p>
        </EmptyState>
      </Page>
    )
  // Statuses and money are not on the staff's page, and it leaves the leaders only when that is marked.
  const gives = reader === 'leaders' || (plan.shareStaff && !here.drafted)
  return (
    <Page title="Plan on a page" back={back} width="full">
      <div className={styles.ways}>
        <ChoiceChips
          label="Whom is it for?"
          options={READERS}
          value={reader}
          clearable={false}
          onChange={(value) => setReader(value ?? 'leaders')}
        />
        {gives ? (
          <>
            <Button tone="primary" icon={IconPrinter} onClick={() => window.print()}>
              Print on A4
            </Button>
            <PdfButton
              label="Save as PDF"
              name={`plan-on-a-page-${reader}.pdf`}
              sheet={() => sheet}
              now={now}
            />
          </>
        ) : null}
      </div>
      {reader === 'staff' ? (
        <div className={styles.aside}>
          <ForStaff here={here} />
        </div>
      ) : null}
      <PaperView sheet={sheet} />
    </Page>
  )
}

/** Whether the school's staff are given the page: marked by whoever leads the plan, once it is issued. */
function ForStaff({ here }: { here: RepHere }) {
  const { plan, planDoc, drafted, writesPlan } = here
  if (plan === null) return null
  if (drafted)
    return (
      <Notice tone="info" live={false} title="Staff are given it once it is issued">
        The page below is how it will look: without statuses and money.
      </Notice>
    )
  if (writesPlan)
    return (
      <CheckLine
        label="The school’s staff may be given this page"
        hint="It says no status and no money."
        checked={plan.shareStaff}
        onChange={(shareStaff) => planDoc.change(repPlanRecord, plan.id, { shareStaff })}
      />
    )
  return plan.shareStaff ? (
    <Notice tone="ok" live={false} title="Staff may be given this page" />
  ) : (
    <Notice tone="info" live={false} title="Not for staff yet">
      The CEO or the Executive Headteacher marks that staff may be given it. Ask one of them.
    </Notice>
  )
}
