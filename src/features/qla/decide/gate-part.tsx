import { useState } from 'react'
import { missingForGrades, waiverOf } from '../../../domain/qla/gate.ts'
import { type Waivable, WAIVABLE, waiverRecord } from '../../../domain/qla/follow-up.ts'
import { roleName } from '../../../domain/role-names.ts'
import { rolesAt } from '../../../domain/roles.ts'
import { urn } from '../../../domain/ids.ts'
import { useDesk } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useNames } from '../../../store/use-names.ts'
import { sayCount } from '../analysis/words.ts'
import { sayMissing, waivable } from './gate-words.ts'
import styles from './decide.module.css'

/** Exactly what is missing before grades go to the mark book, and what was waived (C28). */
export function GatePart({ here }: { here: AnalysisHere }) {
  const missing = missingForGrades(here.facts)
  const areaName = (id: string) => here.areas.find((area) => area.id === id)?.name ?? 'an area'
  return (
    <>
      {missing.length === 0 ? (
        <Notice tone="ok" live={false} title="Nothing is missing">
          Grades may be entered.
        </Notice>
      ) : (
        <Notice
          tone="warn"
          live={false}
          title={`${sayCount(missing.length, 'thing')} missing before grades are entered`}
        >
          <ul className={styles.needs}>
            {missing.map((one) => {
              const { text, to, label } = sayMissing(one, here.at, areaName)
              return (
                <li key={one.what}>
                  <p>{text}</p>
                  {to === undefined ? null : <LinkButton to={to}>{label}</LinkButton>}
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      <Waived here={here} />
      {here.waives ? <Waive here={here} /> : null}
    </>
  )
}

/** Steps that were left out, by whom and why. */
function Waived({ here }: { here: AnalysisHere }) {
  const { now } = useDesk()
  const nameOf = useNames()
  const waived = WAIVABLE.flatMap((what) => waiverOf(here.waivers, what) ?? [])
  return (
    <>
      {waived.map(({ id, what, by, role, on, reason }) => (
        <Notice
          key={id}
          tone="info"
          live={false}
          title={waivable.find(({ value }) => value === what)?.label ?? what}
          action={
            here.waives ? (
              <Button
                onClick={() => here.document.change(waiverRecord, id, { takenBackAt: now() })}
              >
                Take this back
              </Button>
            ) : undefined
          }
        >
          {nameOf(by)}, {role}, {sayUkDate(on) ?? on}: {reason}
        </Notice>
      ))}
    </>
  )
}

/** For senior leaders: going on without a step, with a reason. */
function Waive({ here }: { here: AnalysisHere }) {
  const { me } = useDesk()
  const [what, setWhat] = useState<Waivable | null>(null)
  const [reason, setReason] = useState('')
  const open = waivable.filter(
    ({ value }) =>
      waiverOf(here.waivers, value) === null && (value !== 'validity' || here.sitting.spiral),
  )
  if (open.length === 0) return null
  const role = rolesAt(me.roles, me.today, urn(here.at.urn))[0]
  const waive = () => {
    here.add(waiverRecord, {
      what,
      reason: reason.trim(),
      role: role === undefined ? '' : roleName(role),
      on: me.today,
    })
    setWhat(null)
    setReason('')
  }
  return (
    <details className={styles.more}>
      <summary>Go on without a step</summary>
      <div className={styles.card}>
        <ChoiceChips label="Which step" options={open} value={what} onChange={setWhat} />
        <BigText
          key={what ?? ''}
          label="Reason"
          minRows={2}
          hint="It is kept with your name, your role and today’s date."
          value={reason}
          onChange={setReason}
        />
        <div className={styles.row}>
          <Button disabled={what === null || reason.trim() === ''} onClick={waive}>
            Waive this step
          </Button>
        </div>
      </div>
    </details>
  )
}
