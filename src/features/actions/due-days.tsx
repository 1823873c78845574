import { may } from '../../domain/access/table.ts'
import type { DueRule } from '../../domain/actions/due.ts'
import { trustRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { Counter } from '../../ui/counter.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './actions.module.css'

const TRUST = ['trust']
const COLOURS = [
  ['red', 'Days for red'],
  ['amber', 'Days for amber'],
  ['green', 'Days for green'],
] as const

/** The trust's rule for due dates, for whoever writes the trust's settings. */
export function DueDays() {
  const { me } = useDesk()
  const trust = useRecords(trustRecord, TRUST).rows[0]
  if (!trust || !may(me, 'write', { kind: 'trust' })) return null
  return (
    <Section
      title="By when, in every school"
      lead="The due date that a new action gets from its colour. Whoever writes it may set another."
    >
      <Days id={trust.id} rule={trust.dueDays} />
    </Section>
  )
}

function Days({ id, rule }: { id: string; rule: DueRule }) {
  const { change } = useDocument('trust')
  return (
    <div className={styles.lines}>
      {COLOURS.map(([colour, label]) => (
        <Counter
          key={colour}
          label={label}
          value={rule[colour]}
          min={0}
          max={365}
          onChange={(days) =>
            void change(trustRecord, id, { dueDays: { ...rule, [colour]: days } })
          }
        />
      ))}
    </div>
  )
}
