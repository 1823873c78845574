import { useState } from 'react'
import { poundsWords, spendNeeds } from '../../../domain/rep/spend.ts'
import { live, type RepSpend, repSpendRecord } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { DayBox } from '../../../ui/day-box.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import type { MoneyPartProps } from './approved-part.tsx'
import { saidBy, sayDay } from '../words.ts'

const WHAT_LENGTH = 160
const WHY_LENGTH = 400

interface SpentProps extends MoneyPartProps {
  /** yyyy-mm-dd */
  today: string
}

/** What the money went on; nothing beyond what the CEO approved is kept (C18). */
export function SpentPart({ here, spending, today }: SpentProps) {
  const nameOf = useNames()
  const spends = live(here.spends).sort((a, b) => a.on.localeCompare(b.on) || a.madeAt - b.madeAt)
  // A mentor gives time, not money: the school's leaders and those who lead plans keep the list.
  const keeps = here.writesWork && here.role !== 'Mentor'
  return (
    <Section title="Spent">
      {spending.left < 0 ? (
        <Notice tone="stuck" live={false} title="More is spent than the CEO approved">
          Tell the CEO: {poundsWords(-spending.left)} stands beyond what was approved. Nothing more
          can be written down until a new sum is approved.
        </Notice>
      ) : null}
      {spends.length === 0 ? (
        <p>Nothing is spent yet.</p>
      ) : (
        <ul className={styles.list} aria-label="Spending">
          {spends.map((spend) => (
            <li key={spend.id} className={styles.row}>
              <div>
                <p>
                  <strong>{poundsWords(spend.gbp)}</strong> {spend.what}, {sayDay(spend.on)}
                </p>
                <p className={styles.soft}>{saidBy(spend, nameOf)}</p>
              </div>
              {keeps ? <TakeAway here={here} spend={spend} /> : null}
            </li>
          ))}
        </ul>
      )}
      {keeps ? <Add here={here} spending={spending} today={today} /> : null}
    </Section>
  )
}

/** "12.50" as pounds and pence; 0 where it is none. */
const penceIn = (text: string): number => {
  const plain = text.replaceAll(/[\s,£]/g, '')
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Number(plain) : 0
}

const EMPTY = { what: '', gbp: '', on: '' }

function Add({ here, spending, today }: SpentProps) {
  const [typed, setTyped] = useState(EMPTY)
  const [pressed, setPressed] = useState(false)
  // The boxes keep a date that was half typed: a new set of them begins clean.
  const [round, setRound] = useState(0)
  const draft = { what: typed.what.trim(), gbp: penceIn(typed.gbp), on: typed.on || today }
  const needs = spendNeeds(draft, spending, today)
  const add = () => {
    setPressed(needs.length > 0)
    if (needs.length > 0) return
    here.addToWork(repSpendRecord, draft)
    setTyped(EMPTY)
    setRound(round + 1)
  }
  return (
    <div key={round} className={styles.card}>
      <h3>Write down what was spent</h3>
      <TextLine
        label="What on"
        value={typed.what}
        onChange={(what) => setTyped({ ...typed, what: what.slice(0, WHAT_LENGTH) })}
      />
      <div className={styles.two}>
        <TextLine
          short
          inputMode="decimal"
          label="How much, in pounds"
          hint="For example, 120 or 12.50"
          value={typed.gbp}
          onChange={(gbp) => setTyped({ ...typed, gbp })}
        />
        <DayBox
          label="On which day"
          value={typed.on || today}
          onChange={(on) => setTyped({ ...typed, on })}
        />
      </div>
      {pressed && needs.length > 0 ? (
        <Notice tone="warn" title="Not written down yet">
          <ul className={styles.needs}>
            {needs.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div>
        <Button tone="primary" icon={IconPlus} onClick={add}>
          Write it down
        </Button>
      </div>
    </div>
  )
}

function TakeAway({ here, spend }: { here: RepHere; spend: RepSpend }) {
  const { now } = useDesk()
  const [asked, setAsked] = useState(false)
  const [why, setWhy] = useState('')
  const [lacks, setLacks] = useState(false)
  const take = () => {
    if (why.trim() === '') return setLacks(true)
    setAsked(false)
    const fields = { removedAt: now(), removedWhy: why.trim() }
    here.workDoc.change(repSpendRecord, spend.id, fields)
  }
  return (
    <>
      <Button aria-label={`Take away: ${spend.what}`} onClick={() => setAsked(true)}>
        Take away
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Take away ${poundsWords(spend.gbp)}?`}
        closeLabel="Keep it"
        confirm={{ label: 'Take it away', onConfirm: take }}
      >
        <p>{spend.what}. It goes from the sum; the reason stays on record.</p>
        <TextLine
          label="Why it was wrong"
          value={why}
          error={lacks && why.trim() === '' ? 'Say why, in a few words.' : undefined}
          onChange={(text) => setWhy(text.slice(0, WHY_LENGTH))}
        />
      </Dialog>
    </>
  )
}
