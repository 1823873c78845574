import { useState } from 'react'
import { stepsFrom } from '../../../domain/decisions.ts'
import { repMachine } from '../../../domain/rep/machine.ts'
import { issueGuards } from '../../../domain/rep/needs.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconSend } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { Waits } from '../waits.tsx'
import { saidBy, sayCount } from '../words.ts'

/** What the plan still needs, and the CEO's word that issues it. */
export function IssuePart({ here }: { here: RepHere }) {
  const { me } = useDesk()
  const [asked, setAsked] = useState(false)
  const { plan, propose } = here.decided
  const guards = issueGuards(here.plan, here.items, here.rep.mentors)
  const stops = guards.filter(({ kind }) => kind === 'stop')
  const shown = guards.filter(({ kind }) => kind === 'show')
  const issues = stepsFrom(repMachine, plan.stage, me, here.rep).some(({ to }) => to === 'issued')
  return (
    <Section title="Issue the plan">
      <Waits of={plan} what="Issuing the plan" />
      {stops.length > 0 ? (
        <>
          <p>It still needs {sayCount(stops.length, 'thing')}:</p>
          <ul className={styles.needs} aria-label="Still needed">
            {stops.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : (
        <Notice tone="ok" live={false} title="Nothing is missing">
          Once it is issued, its items and dates stay as they are.
        </Notice>
      )}
      {shown.length > 0 ? (
        <ul className={styles.needs} aria-label="To know before it is issued">
          {shown.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {!issues ? (
        <p>The CEO issues it. Mentors and the board’s chair see it from then on.</p>
      ) : plan.waiting.length === 0 ? (
        <Button
          tone="primary"
          icon={IconSend}
          disabled={stops.length > 0}
          onClick={() => setAsked(true)}
        >
          Issue the plan
        </Button>
      ) : null}
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Issue this plan to ${here.school}?`}
        confirm={{
          label: 'Issue it',
          onConfirm: () => {
            setAsked(false)
            void propose('plan', 'issued')
          },
        }}
      >
        <p>
          Its {sayCount(here.items.length, 'item')} and its dates stay as they are from now on. It
          is kept with your name, your role and the time.
        </p>
      </Dialog>
    </Section>
  )
}

/** Who issued it, in which role and when: from then on items and dates are fixed. */
export function Issued({ here }: { here: RepHere }) {
  const nameOf = useNames()
  const issued = here.decided.plan.decisions.find(({ to }) => to === 'issued')
  return (
    <Notice tone="info" live={false} title="Items and dates are fixed">
      {issued ? `Issued by ${saidBy(issued, nameOf)}. ` : 'The plan is issued. '}
      The school follows what it was given; statuses and owners change at visits and reviews.
    </Notice>
  )
}
