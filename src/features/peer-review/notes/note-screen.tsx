import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { CaptureCard } from '../capture/capture-card.tsx'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { TellDsl } from '../capture/tell-dsl.tsx'
import { useOpenCard } from '../capture/use-open-card.ts'
import { useNoteWriter } from '../capture/use-note-writer.ts'
import { WhileHeld } from '../hand-over/while-held.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths, useGo, useNoteParam } from '../routing.ts'
import { useMyNotes } from '../use-notes.ts'
import { useNames } from '../use-pack.ts'

export default function NoteScreen() {
  const note = useNoteParam()
  return (
    <ReviewGate ownWayOut>
      {(here) =>
        here.mine ? (
          <WhileHeld here={here} title="Note">
            <Found key={note} {...here} note={note} />
          </WhileHeld>
        ) : (
          <NotOnTeam {...here} />
        )
      }
    </ReviewGate>
  )
}

interface NoteProps extends ReviewHere {
  note: string
}

function Found(props: NoteProps) {
  const { rows, loading } = useMyNotes(props.access.id)
  if (loading) return <LoadingState label="Opening the note" />
  return rows.some(({ id }) => id === props.note) ? <OneNote {...props} /> : <NotHere {...props} />
}

/** One of my notes, open in the same card that it was written in. */
function OneNote({ access, pack, school, note }: NoteProps) {
  const { readOnly } = useDesk()
  const names = useNames()
  const [writer, state] = useNoteWriter(access.id, note, {})
  const go = useGo()
  const back = paths.notes(access.id)
  const open = useOpenCard(access.id, writer, state, () => go(back))
  const remove = () => {
    writer.remove()
    go(back)
  }
  return (
    <Page title="Note" lead={school} back={{ to: back, label: 'My notes' }}>
      {state.note === null && !state.locked ? (
        <LoadingState label="Opening the note" />
      ) : (
        <CaptureCard writer={writer} state={state} pack={pack} names={names} />
      )}
      <ActionBar>
        <TellDsl review={access.id} pack={pack} slot={null} card={open} />
        <Button tone="plain" icon={IconTrash} disabled={readOnly} onClick={remove}>
          Remove
        </Button>
        <LinkButton to={paths.capture(access.id)} icon={IconPlus}>
          New note
        </LinkButton>
        <LinkButton to={back} tone="primary">
          Done
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

function NotHere({ access, school }: NoteProps) {
  return (
    <Page title="Note" lead={school} back={{ to: paths.notes(access.id), label: 'My notes' }}>
      <EmptyState
        title="This note is not on this device"
        action={
          <LinkButton tone="primary" to={paths.notes(access.id)}>
            See my notes
          </LinkButton>
        }
      >
        <p>
          If you wrote it on another device, it comes when both have had signal. If a newer version
          of Corridor wrote it, load that version here.
        </p>
      </EmptyState>
    </Page>
  )
}
