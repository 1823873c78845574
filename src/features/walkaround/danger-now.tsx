import { Notice } from '../../ui/notice.tsx'
import { usePeopleOf } from './use-trust.ts'
import styles from './walk.module.css'

/** Whose job it is to act at once, as jobs are called: at the school, and for the trust. */
const AT_SCHOOL = /head|site|caretaker|premises|business/i
const FOR_TRUST = /operations|estates|premises|compliance/i

/** Somebody could be hurt before this is read by anybody: whom to ring, not only a form. */
export function DangerNow({ urn }: { urn: string }) {
  const people = usePeopleOf(urn)
    .filter(({ job, urn: at }) => (at === null ? FOR_TRUST : AT_SCHOOL).test(job))
    .map(({ name, job }) => `${name} (${job})`)
  return (
    <Notice tone="stuck" live={false} title="Could somebody be hurt now?">
      <p>
        Keep people away first. Then ring, do not only write. Fire, gas, somebody hurt:{' '}
        <a className={styles.phone} href="tel:999">
          999
        </a>
        . Otherwise the school office, which reaches everybody at once
        {people.length === 0 ? '.' : `: ${people.join(', ')}.`}
      </p>
    </Notice>
  )
}
