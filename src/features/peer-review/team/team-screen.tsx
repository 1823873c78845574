import { onTeam } from '../../../domain/access/held.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { CardList } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useNoPrint } from '../../../ui/no-print.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { NoteCard } from '../notes/note-card.tsx'
import { Unreadable } from '../notes/unreadable.tsx'
import { NotesLeft } from '../hand-over/notes-left.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { useTeamNotes } from '../use-notes.ts'
import { usePeople } from '../use-pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { useTeamStanding } from '../who/use-standing.ts'
import { sayCount, sayList } from '../words.ts'
import { tallyNotes, type TallyRow } from './tally.ts'
import { TallyTable } from './tally-table.tsx'

export default function TeamScreen() {
  useNoPrint()
  return <ReviewGate>{(here) => <Team {...here} />}</ReviewGate>
}

function Team(here: ReviewHere) {
  const { me } = useDesk()
  return onTeam(here.access, me.person) ? <TeamNotes {...here} /> : <NotOnTeam {...here} />
}

function TeamNotes({ access, pack, school }: ReviewHere) {
  const { rows, unreadable, loading, hidden, left } = useTeamNotes(access)
  const nameOf = usePeople()
  if (loading) return <LoadingState label="Opening the team’s notes" />
  const tally = tallyNotes(pack?.questions ?? [], rows)
  return (
    <Page
      title="The team’s notes"
      lead={`${sayCount(rows.length, 'note')} on this device.`}
      back={{ to: paths.pack(access.id), label: school }}
    >
      {hidden ? (
        <Notice tone="info" live={false} title="Notes stay private for now">
          The review lead chose that the team reads each other’s notes from the keep-in-touch
          meeting on. Yours are here.
        </Notice>
      ) : null}
      {left ? <NotesLeft review={access.id} /> : null}
      <Unreadable count={unreadable} />
      <NotHereYet access={access} />
      {rows.length === 0 && left ? null : rows.length === 0 ? (
        <EmptyState
          title="No notes yet"
          action={
            <LinkButton tone="primary" to={paths.capture(access.id)}>
              New note
            </LinkButton>
          }
        >
          <p>Colleagues’ notes appear here as they come in. Yours are the first to write.</p>
        </EmptyState>
      ) : (
        <TallyTable rows={tally} />
      )}
      {tally.map((row) =>
        row.notes.length === 0 ? null : (
          <QuestionNotes key={row.question?.id ?? ''} row={row} pack={pack} nameOf={nameOf} />
        ),
      )}
    </Page>
  )
}

/** Colleagues whose notes are known of and have not come yet. */
function NotHereYet({ access }: Pick<ReviewHere, 'access'>) {
  const nameOf = usePeople()
  const late = useTeamStanding(access).filter(({ is }) => is === 'more')
  if (late.length === 0) return null
  return (
    <Notice
      tone="warn"
      live={false}
      title={`More to come from ${sayList(late.map(({ person }) => nameOf(person)))}`}
      action={<LinkButton to={paths.who(access.id)}>Who is in</LinkButton>}
    >
      Their devices spoke of notes that are not here yet. They come by themselves with signal.
    </Notice>
  )
}

interface QuestionNotesProps {
  row: TallyRow
  pack: ReviewHere['pack']
  nameOf: (person: string) => string
}

function QuestionNotes({ row, pack, nameOf }: QuestionNotesProps) {
  const { question, notes } = row
  const withdrawn = question && question.withdrawnAt !== null ? ' (withdrawn)' : ''
  return (
    <Section
      title={question ? `Question ${question.n}${withdrawn}` : 'Not filed yet'}
      lead={question?.text}
    >
      <CardList label={question ? `Notes for question ${question.n}` : 'Notes not filed yet'}>
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} pack={pack} by={nameOf(note.by)} />
        ))}
      </CardList>
    </Section>
  )
}
