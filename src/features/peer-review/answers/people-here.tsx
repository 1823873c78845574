import { useDesk, useWatched } from '../../../store/react.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { subjectOf } from '../use-stage.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'
import styles from './answers.module.css'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .flatMap((part) => part[0] ?? [])
    .join('')
    .slice(0, 2)
    .toUpperCase()

/** Initials of colleagues who have the review, or one document of it, open; only while there is signal. */
export function PeopleHere({ review, doc }: { review: string; doc?: string }) {
  const { me, whoIsIn, contact } = useDesk()
  const { live } = useWatched(contact)
  const open = useWatched(whoIsIn)[doc ?? subjectOf(review)] ?? []
  const nameOf = usePeople()
  const names = [...new Set(open)].filter((person) => person !== me.person).map(nameOf)
  if (!live)
    return <p className={styles.soft}>No signal: what you type comes to the others later.</p>
  if (names.length === 0) return <p className={styles.soft}>Nobody else has this open now.</p>
  return (
    <p className={styles.people}>
      <VisuallyHidden>Also here: {sayList(names)}</VisuallyHidden>
      {names.map((name) => (
        <span key={name} className={styles.initials} title={name} aria-hidden>
          {initials(name)}
        </span>
      ))}
    </p>
  )
}
