import { documentName, type DocumentRef } from '../../../domain/documents.ts'
import {
  commentsOn,
  shareCommentRecord,
  shareRecord,
} from '../../../domain/learning-walk/shared.ts'
import { readAll, useIndexOf } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import styles from '../walk.module.css'

export type Visited = Extract<DocumentRef, { kind: 'visited' }>

/** What walkers shared with me, by school year. */
export function SharedWithMe({ visited }: { visited: readonly Visited[] }) {
  return (
    <Section
      title="Shared with you"
      lead="What colleagues saw in a room of yours. No grade, and no part of your appraisal."
    >
      {visited.map((ref, n) => (
        <OfOneYear key={documentName(ref)} of={ref} saysNone={n === 0} />
      ))}
    </Section>
  )
}

function OfOneYear({ of, saysNone }: { of: Visited; saysNone: boolean }) {
  const found = useIndexOf(documentName(of)) ?? []
  const comments = readAll(shareCommentRecord, found).rows
  const shares = readAll(shareRecord, found).rows
  if (shares.length === 0)
    return saysNone ? (
      <p className={styles.soft}>
        Nothing yet this school year. When somebody shares what they saw, it is here.
      </p>
    ) : null
  return (
    <CardList label={`Shared with you, ${of.year}`}>
      {shares.map((share) => (
        <IndexCard
          key={share.id}
          title={share.focus.trim() || 'A walk'}
          to={paths.shared(of.urn, of.year, of.person, share.id)}
          meta={[sayUkDate(share.date), share.place, share.time]}
          chips={
            commentsOn(comments, share.id).length > 0 ? (
              <Badge tone="ok">You answered</Badge>
            ) : undefined
          }
        >
          {share.kind}
        </IndexCard>
      ))}
    </CardList>
  )
}
