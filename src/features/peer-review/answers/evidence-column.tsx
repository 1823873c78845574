import type { Ref } from 'react'
import { linksBehind } from '../../../domain/peer-review/evidence.ts'
import type { EvidenceLink } from '../../../domain/peer-review/answers.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconCheck, IconPlus } from '../../../ui/icons.ts'
import { CardList } from '../../../ui/index-card.tsx'
import { join } from '../../../ui/join.ts'
import { Link } from '../../../ui/link.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { NoteCard } from '../notes/note-card.tsx'
import { paths } from '../routing.ts'
import { sayCount, sayList } from '../words.ts'
import type { Target } from './answer-words.ts'
import type { QuestionHere } from './question-here.ts'
import styles from './answers.module.css'

interface EvidenceColumnProps {
  review: string
  q: QuestionHere
  links: readonly EvidenceLink[]
  pack: Pack
  /** What a card that is tapped goes behind. */
  target: Target
  headingRef: Ref<HTMLHeadingElement>
}

/** The question's notes as cards: one tap puts a card behind the answer, or behind the point being built. */
export function EvidenceColumn({
  review,
  q,
  links,
  pack,
  target,
  headingRef,
}: EvidenceColumnProps) {
  const usedBy = (note: Note) =>
    q.targets.filter(({ id }) => linksBehind(links, id).some((link) => link.note === note.id))
  const unused = q.notes.filter((note) => usedBy(note).length === 0).length
  return (
    <section className={styles.left} aria-labelledby="evidence-heading">
      <div className={styles.leftHead}>
        <h2 id="evidence-heading" ref={headingRef} tabIndex={-1}>
          Evidence
        </h2>
        <p className={styles.soft}>
          {sayCount(q.notes.length, 'note')}
          {unused > 0 ? `, ${unused} not behind anything yet` : ''}.
        </p>
        {q.readOnly || q.notes.length === 0 ? null : (
          <p className={styles.goesBehind} role="status">
            Cards go behind <strong>{target.label}</strong>
          </p>
        )}
        <Link to="#answer-heading" className={styles.toDraft}>
          Go to our answer
        </Link>
      </div>
      {q.notes.length === 0 ? (
        <EmptyState
          title="No notes under this question yet"
          action={
            <LinkButton to={paths.capture(review)} icon={IconPlus}>
              New note
            </LinkButton>
          }
        >
          <p>Notes come here once their writer files them under it.</p>
        </EmptyState>
      ) : (
        <CardList label="Notes for this question" columns="one">
          {q.notes.map((note) => (
            <Evidence key={note.id} {...{ note, pack, q, target }} used={usedBy(note)} />
          ))}
        </CardList>
      )}
    </section>
  )
}

interface EvidenceProps {
  note: Note
  pack: Pack
  q: QuestionHere
  target: Target
  used: readonly Target[]
}

function Evidence({ note, pack, q, target, used }: EvidenceProps) {
  const behind = used.some(({ id }) => id === target.id)
  return (
    <div className={join(styles.card, behind && styles.cardBehind)}>
      <NoteCard
        note={note}
        pack={pack}
        by={q.nameOf(note.by)}
        actions={
          <>
            {used.length === 0 ? null : (
              <Badge tone="ok">Behind {sayList(used.map(({ label }) => label))}</Badge>
            )}
            {q.readOnly ? null : (
              <Button
                icon={behind ? IconCheck : IconPlus}
                onClick={() => q.changes.toggle(target.id, note.id)}
              >
                {behind ? 'Take from' : 'Put behind'} {target.label}
                <VisuallyHidden>: note of {sayTime(note.madeAt, 'clock')}</VisuallyHidden>
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}
