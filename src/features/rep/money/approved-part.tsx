import { useState } from 'react'
import { stepsFrom } from '../../../domain/decisions.ts'
import { fundingReason, repFundingMachine } from '../../../domain/rep/funding.ts'
import { poundsWords, type Spending } from '../../../domain/rep/spend.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Section } from '../../../ui/section.tsx'
import { PoundsLine } from '../pounds-line.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { Waits } from '../waits.tsx'
import { saidBy } from '../words.ts'

export interface MoneyPartProps {
  here: RepHere
  spending: Spending
}

/** What the CEO approved, each time with who and when. */
export function ApprovedPart({ here, spending }: MoneyPartProps) {
  const { me } = useDesk()
  const nameOf = useNames()
  const { funding } = here.decided
  const steps = stepsFrom(repFundingMachine, funding.stage, me, here.rep)
  const free = steps.length > 0 && funding.waiting.length === 0
  return (
    <Section title="Approved by the CEO">
      <Waits of={funding} what="The decision about money" />
      {funding.decisions.length === 0 ? (
        <p>No money is approved. Nothing is spent until the CEO approves a sum.</p>
      ) : (
        <ol className={styles.needs} aria-label="Decisions about money">
          {funding.decisions.map((decision) => (
            <li key={decision.id}>
              {decision.to === 'withdrawn' ? 'Withdrawn' : `Approved: ${decision.reason ?? ''}`}.{' '}
              <span className={styles.soft}>{saidBy(decision, nameOf)}</span>
            </li>
          ))}
        </ol>
      )}
      {free ? <Approve key={funding.decisions.length} here={here} spending={spending} /> : null}
      {free && steps.some(({ to }) => to === 'withdrawn') ? <Withdraw here={here} /> : null}
      {steps.length === 0 ? <p className={styles.soft}>Only the CEO approves money.</p> : null}
    </Section>
  )
}

/** A new sum takes the place of the one before: it is the whole of it. */
function Approve({ here, spending }: MoneyPartProps) {
  const { approvedGbp, propose } = here.decided
  const [sum, setSum] = useState(approvedGbp || (here.plan?.fundingGbp ?? 0))
  const again = approvedGbp > 0
  return (
    <div className={styles.ask}>
      <PoundsLine
        label={again ? 'A new sum, in pounds' : 'The sum, in pounds'}
        hint={again ? 'The whole sum, not what comes on top.' : 'The whole sum from reserves.'}
        error={
          sum > 0 && sum < spending.spent
            ? `${poundsWords(spending.spent)} is spent already: a smaller sum leaves it short.`
            : undefined
        }
        value={sum}
        onChange={setSum}
      />
      <div>
        <Button
          tone="primary"
          disabled={sum === 0 || sum === approvedGbp}
          onClick={() => void propose('funding', 'approved', fundingReason(sum))}
        >
          {sum === 0 ? 'Approve a sum' : `Approve ${fundingReason(sum)}`}
        </Button>
      </div>
    </div>
  )
}

function Withdraw({ here }: { here: RepHere }) {
  const [asked, setAsked] = useState(false)
  const { approvedGbp, propose } = here.decided
  return (
    <>
      <Button onClick={() => setAsked(true)}>Withdraw the approval</Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Withdraw ${poundsWords(approvedGbp)}?`}
        closeLabel="Leave it approved"
        confirm={{
          label: 'Withdraw it',
          tone: 'danger',
          onConfirm: () => {
            setAsked(false)
            void propose('funding', 'withdrawn')
          },
        }}
      >
        <p>Nothing more is spent from then on. What was spent stays in the list.</p>
      </Dialog>
    </>
  )
}
