import { settled } from '../../../domain/choice.ts'
import { sayOutOf } from '../../../domain/learning-walk/out-of.ts'
import { itemStatusWords } from '../../../domain/rep/milestones.ts'
import { isAddress } from '../../../domain/schedule/visit.ts'
import type { RepSeen } from '../../../domain/rep/work.ts'
import { useNames } from '../../../store/use-names.ts'
import { Badge } from '../../../ui/badge.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { RepHere } from '../use-rep.ts'
import styles from './evidence.module.css'
import { HeadsWords } from './heads-words.tsx'
import { SeenPhotos } from './seen-photos.tsx'
import { saidBy } from '../words.ts'

/** One piece of evidence as everybody reads it, with the head's word. */
export function SeenCard({ here, seen }: { here: RepHere; seen: RepSeen }) {
  const nameOf = useNames()
  const proposed = settled(seen.proposed)
  const told = [
    ['In the way', seen.barrier],
    ['Support agreed', seen.support],
    ['Late because', seen.late ? seen.lateReason : ''],
  ].filter(([, text]) => text?.trim() !== '')
  return (
    <article className={styles.card}>
      <h3>{sayUkDate(seen.on) ?? 'No day yet'}</h3>
      <div className={styles.row}>
        {proposed === null ? null : <Badge>Proposed: {itemStatusWords(proposed, seen.late)}</Badge>}
        {seen.count ? <Badge>{sayOutOf(seen.count)}</Badge> : null}
      </div>
      {seen.text.trim() === '' ? null : <p className={styles.words}>{seen.text.trim()}</p>}
      {told.map(([name, text]) => (
        <p key={name} className={styles.words}>
          {name}: {text?.trim()}
        </p>
      ))}
      {seen.link === '' ? null : (
        <p className={styles.words}>
          {isAddress(seen.link) ? (
            <a href={seen.link} target="_blank" rel="noreferrer">
              {seen.link}
            </a>
          ) : (
            seen.link
          )}
        </p>
      )}
      <SeenPhotos here={here} of={seen.id} place="" readOnly />
      <p className={styles.soft}>{saidBy(seen, nameOf)}</p>
      <HeadsWords
        here={here}
        of={{ kind: 'seen', id: seen.id }}
        about={`what ${nameOf(seen.by)} saw`}
      />
    </article>
  )
}
