import type { ReactNode } from 'react'
import { differs, settled } from '../../../domain/choice.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import { type Pack, slotOf } from '../../../domain/peer-review/pack.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IndexCard } from '../../../ui/index-card.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { kinds, leans, sayOutOf } from '../words.ts'

interface NoteCardProps {
  note: Note
  pack: Pack | null
  /** Shown in the team's list; my own notes need no name. */
  by?: string
  to?: string | undefined
  actions?: ReactNode
}

/** One note to read: when and where above, the words, what it was and points to below. */
export function NoteCard({ note, pack, by, to, actions }: NoteCardProps) {
  const slot = pack ? slotOf(pack, note.slot) : undefined
  const kind = kinds.find((k) => k.value === settled(note.kind))
  const lean = leans.find((l) => l.value === settled(note.lean))
  const open = [note.question, note.kind, note.lean].some((choice) => differs(choice))
  const place = note.place || slot?.title || 'Outside the timetable'
  return (
    <IndexCard
      title={`${sayTime(note.madeAt, 'clock')}, ${place}`}
      headingLevel={3}
      ruled
      to={to}
      meta={[by, note.place ? slot?.title : null, note.year]}
      chips={
        <>
          {kind ? <Badge icon={kind.icon}>{kind.label}</Badge> : null}
          {lean ? <Badge icon={lean.icon}>{lean.label}</Badge> : null}
          {note.count ? <Badge>{sayOutOf(note.count)}</Badge> : null}
          {note.outOfRemit ? <Badge tone="info">Kept out of the answers</Badge> : null}
          {open ? <Badge tone="warn">Two choices: pick one</Badge> : null}
        </>
      }
      actions={actions}
    >
      {note.text}
    </IndexCard>
  )
}
