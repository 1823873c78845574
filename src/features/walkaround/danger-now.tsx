import { Notice } from '../../ui/notice.tsx'
import { usePeopleOf } from './use-trust.ts'
import styles from './walk.module.css'

/** Whose job it is to act at once, as jobs are called. */
const ACTS = /head|site|caretaker|premises|business|operations|compliance/i

/** Somebody could be hurt before this is read by anybody: whom to ring, not only a form. */
export function DangerNow({ urn }: { urn: string }) {
  const people = usePeopleOf(urn).filter(({ job }) => ACTS.test(job))
  return (
    <Notice tone="stuck" live={false} title="Could somebody be hurt now?">
      <p>Keep people away first. Then ring, do not only write:</p>
      <ul>
        <li>
          <a className={styles.phone} href="tel:999">
            999
          </a>{' '}
          for fire, gas, somebody hurt or a structure that may fall
        </li>
        <li>The school office: it reaches everybody below at once</li>
        {people.map(({ person, name, job }) => (
          <li key={person}>
            {name}, {job}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
