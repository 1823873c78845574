import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { isFiled } from '../../../domain/peer-review/note.ts'
import { Link } from '../../../ui/link.tsx'
import { paths } from '../routing.ts'
import { isKept, useMyNotes, useTeamNotes } from '../use-notes.ts'
import { useTeamStanding } from '../who/use-standing.ts'
import { sayCount } from '../words.ts'
import styles from './home.module.css'

/** My notes, the team's, who is in, the pack: each a number and a way there. */
export function HomeCounts({ access }: { access: ReviewAccess }) {
  const mine = useMyNotes(access.id).rows.filter(isKept)
  const toFile = mine.filter((note) => !isFiled(note)).length
  const team = useTeamNotes(access).rows.length
  const standing = useTeamStanding(access)
  const allIn = standing.filter(({ is }) => is === 'in').length
  return (
    <ul className={styles.counts} aria-label="Today’s review">
      <Count
        to={paths.notes(access.id)}
        label="My notes"
        number={sayCount(mine.length, 'note')}
        more={toFile > 0 ? `${toFile} to file` : mine.length > 0 ? 'all filed' : 'none yet'}
      />
      <Count
        to={paths.team(access.id)}
        label="Team’s notes"
        number={sayCount(team, 'note')}
        more="here, by question"
      />
      <Count
        to={paths.who(access.id)}
        label="Who is in"
        number={`${allIn} of ${standing.length}`}
        more="all notes here"
      />
      <Count
        to={paths.pack(access.id)}
        label="The pack"
        number="Timetable"
        more="questions, team"
      />
    </ul>
  )
}

function Count(props: { to: string; label: string; number: string; more: string }) {
  return (
    <li>
      <Link to={props.to} className={styles.count}>
        <span>{props.label}</span>
        <strong>{props.number}</strong>
        <span className={styles.soft}>{props.more}</span>
      </Link>
    </li>
  )
}
