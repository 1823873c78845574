import type { Strand } from '../../../domain/learning-walk/walk.ts'
import type { WalkHere } from '../use-walk.ts'
import { SeenCard } from './seen-card.tsx'
import styles from '../walk.module.css'

interface SeenCardsProps {
  here: WalkHere
  strand: Strand
  /** Record id of the room; left out, the strand is of the walk as a whole. */
  room?: string
}

/** Every prompt of the walk in one place. */
export function SeenCards({ here, strand, room = '' }: SeenCardsProps) {
  return (
    <ol className={styles.list} aria-label="Prompts">
      {here.prompts.map((prompt) => (
        <li key={prompt.id}>
          <SeenCard here={here} prompt={prompt} strand={strand} room={room} />
        </li>
      ))}
    </ol>
  )
}
