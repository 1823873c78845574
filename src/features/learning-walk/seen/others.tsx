import { pickOf, ratingAt } from '../../../domain/learning-walk/ratings.ts'
import { pickRecord, type Seen, type Strand } from '../../../domain/learning-walk/walk.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { usePeople } from '../use-people.ts'
import type { WalkHere } from '../use-walk.ts'
import { ratings, ratingWords, tags } from '../words.ts'
import styles from '../walk.module.css'

/** What others wrote of the same prompt in the same place. */
export function Others({ lines }: { lines: readonly Seen[] }) {
  const nameOf = usePeople()
  const shown = lines.filter(({ rating, note }) => rating.length > 0 || note.trim() !== '')
  if (shown.length === 0) return null
  return (
    <div className={styles.others}>
      {shown.map((line) => (
        <div key={line.id}>
          <p>
            <strong>{nameOf(line.by)}</strong>
            {line.count ? `, ${line.count.n} of ${line.count.of}` : ''} <Chips line={line} />
          </p>
          {line.note.trim() === '' ? null : <p>{line.note}</p>}
        </div>
      ))}
    </div>
  )
}

function Chips({ line }: { line: Seen }) {
  const chosen = [
    ...line.rating.flatMap(({ value }) => ratings.filter((r) => r.value === value)),
    ...line.tag.flatMap(({ value }) => tags.filter((t) => t.value === value)),
  ]
  return (
    <>
      {chosen.map(({ value, label, icon }) => (
        <Badge key={value} icon={icon}>
          {label}
        </Badge>
      ))}
    </>
  )
}

interface RatingsDifferProps {
  here: WalkHere
  spot: { strand: Strand; room: string; prompt: string }
}

/** Two people rated differently: both stay, and one of them says which holds (C55). */
export function RatingsDiffer({ here, spot }: RatingsDifferProps) {
  const nameOf = usePeople()
  const { rated, differs, picked } = ratingAt(here.seen, here.picks, spot)
  if (picked)
    return (
      <p className={styles.soft}>
        Picked together: {ratingWords(picked.rating)}, {nameOf(picked.by)},{' '}
        {sayTime(picked.madeAt, 'moment')}. Both ratings are kept.
      </p>
    )
  if (!differs) return null
  const values = ratings.filter(({ value }) => rated.some(({ rating }) => rating === value))
  return (
    <Notice
      tone="warn"
      live={false}
      title="You saw it differently"
      action={
        here.writes
          ? values.map(({ value, label }) => (
              <Button
                key={value}
                onClick={() => here.add(pickRecord, pickOf(here.seen, here.picks, spot, value))}
              >
                Pick {label.toLowerCase()}
              </Button>
            ))
          : undefined
      }
    >
      {rated.map(({ by, rating }) => `${nameOf(by)}: ${ratingWords(rating)}`).join('. ')}. Both are
      kept. Talk about it, then pick the one that holds.
    </Notice>
  )
}
