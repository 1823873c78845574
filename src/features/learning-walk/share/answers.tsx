import {
  commentsOn,
  shareCommentRecord,
  shareRecord,
} from '../../../domain/learning-walk/shared.ts'
import { readAll, useIndexOf } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { IndexCard } from '../../../ui/index-card.tsx'
import { paths } from '../paths.ts'
import { usePeople } from '../use-people.ts'
import type { WalkHere } from '../use-walk.ts'
import { visitedDocument } from './visited-document.ts'
import styles from '../walk.module.css'

/** What those visited answered, as far as it has come to this device. */
export function Answers({ here }: { here: WalkHere }) {
  const people = [...new Set(here.sharedWith.map(({ person }) => person))]
  if (people.length === 0)
    return <p className={styles.soft}>Nothing was shared yet, so nobody could answer.</p>
  return (
    <ul className={styles.list} aria-label="Shared, with answers">
      {people.map((person) => (
        <li key={person}>
          <AnswersOf here={here} person={person} />
        </li>
      ))}
    </ul>
  )
}

function AnswersOf({ here, person }: { here: WalkHere; person: string }) {
  const nameOf = usePeople()
  const found = useIndexOf(visitedDocument(here.urn, here.year, person)) ?? []
  const comments = readAll(shareCommentRecord, found).rows
  const shares = readAll(shareRecord, found).rows.filter(({ walk }) => walk === here.id)
  if (shares.length === 0)
    return <p className={styles.soft}>Shared with {nameOf(person)}: it comes with signal.</p>
  return (
    <div className={styles.list}>
      {shares.map((share) => {
        const said = commentsOn(comments, share.id)
        return (
          <IndexCard
            key={share.id}
            title={`${nameOf(person)}, ${share.place}`}
            to={paths.shared(here.urn, here.year, person, share.id)}
            meta={[share.time]}
            chips={
              <Badge tone={said.length > 0 ? 'info' : 'neutral'}>
                {said.length > 0 ? 'Answered' : 'No answer yet'}
              </Badge>
            }
          >
            {said.map(({ text }) => text).join('\n') || share.question}
          </IndexCard>
        )
      })}
    </div>
  )
}
