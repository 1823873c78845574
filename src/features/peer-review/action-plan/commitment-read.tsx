import type { Action } from '../../../domain/actions/action.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import styles from './plan.module.css'
import { useOwner } from './use-owner.ts'
import { useSchoolName } from './use-plan.ts'

/** A commitment for those who read the plan. */
export function CommitmentRead({ n, commitment }: { n: number; commitment: Action }) {
  const ownerOf = useOwner()
  const { what, due, lookFor, success, helpFrom } = commitment
  const help = useSchoolName(helpFrom)
  return (
    <li className={styles.commitment}>
      <h3>
        {n}. {what}
      </h3>
      <KeyValue
        items={[
          { label: 'Owner', value: ownerOf(commitment) },
          { label: 'By when', value: sayUkDate(due) ?? 'No day yet' },
          { label: 'Look-for', value: lookFor || 'Not written yet' },
          ...(success === '' ? [] : [{ label: 'How we will know it worked', value: success }]),
          ...(helpFrom === '' ? [] : [{ label: 'Help from', value: help }]),
        ]}
      />
    </li>
  )
}
