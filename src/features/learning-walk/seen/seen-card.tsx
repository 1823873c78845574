import type { Fields } from '../../../crdt/records.ts'
import { differs, settled } from '../../../domain/choice.ts'
import { seenAt } from '../../../domain/learning-walk/ratings.ts'
import {
  type Seen,
  seenRecord,
  type Strand,
  type WalkPrompt,
} from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { GuardedText } from '../guarded-text.tsx'
import type { WalkHere } from '../use-walk.ts'
import { ratings, tags } from '../words.ts'
import { CountLine } from './count-line.tsx'
import { Others, RatingsDiffer } from './others.tsx'
import styles from '../walk.module.css'

interface SeenCardProps {
  here: WalkHere
  prompt: WalkPrompt
  strand: Strand
  /** Record id of the room, or '' outside lessons. */
  room: string
}

/** One prompt in one place: my own line, and everybody else's beside it. */
export function SeenCard({ here, prompt, strand, room }: SeenCardProps) {
  const { me } = useDesk()
  const spot = { strand, room, prompt: prompt.id }
  // Rooms and books are the page itself; pupils and data stand under a heading of it.
  const Heading = strand === 'lessons' || strand === 'books' ? 'h2' : 'h3'
  const lines = seenAt(here.seen, spot)
  const mine = lines.find(({ by }) => by === me.person) ?? null
  return (
    <article className={styles.card}>
      <Heading>{prompt.text || 'A prompt without words yet'}</Heading>
      {here.writes ? (
        <MyLine
          here={here}
          mine={mine}
          strand={strand}
          label={prompt.text}
          onWrite={(fields) =>
            mine
              ? here.doc.change(seenRecord, mine.id, fields)
              : here.add(seenRecord, { ...spot, note: '', ...fields })
          }
        />
      ) : null}
      <Others lines={here.writes ? lines.filter((line) => line !== mine) : lines} />
      <RatingsDiffer here={here} spot={spot} />
    </article>
  )
}

interface MyLineProps {
  here: WalkHere
  mine: Seen | null
  strand: Strand
  label: string
  onWrite: (fields: Fields) => void
}

const NOTE_LABELS: Readonly<Record<Strand, string>> = {
  lessons: 'What pupils did, said or made',
  books: 'What the books show, over the sample',
  pupils: 'What pupils’ answers say, over all groups',
  data: 'What the figures say, with how many of how many',
}

const twoDevices = 'Chosen differently on two of your devices: choose the one that holds.'

function MyLine({ here, mine, strand, label, onWrite }: MyLineProps) {
  return (
    <>
      <ChoiceChips
        label={`How far: ${label}`}
        hideLabel
        options={ratings}
        value={mine ? settled(mine.rating) : null}
        hint={mine && differs(mine.rating) ? twoDevices : undefined}
        onChange={(rating) => onWrite({ rating })}
      />
      <GuardedText
        here={here}
        label={NOTE_LABELS[strand]}
        minRows={2}
        value={mine?.note ?? ''}
        onChange={(note) => onWrite({ note })}
      />
      {mine ? (
        <>
          <CountLine count={mine.count} onChange={(count) => onWrite({ count })} />
          <ChoiceChips
            label="File it as"
            options={tags}
            value={settled(mine.tag)}
            hint={differs(mine.tag) ? twoDevices : undefined}
            onChange={(tag) => onWrite({ tag })}
          />
        </>
      ) : null}
    </>
  )
}
