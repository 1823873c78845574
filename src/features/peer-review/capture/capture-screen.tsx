import { useEffect, useRef, useState } from 'react'
import { dayPart } from '../../../domain/peer-review/now-next.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { WhileHeld } from '../hand-over/while-held.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths, useHeldNote } from '../routing.ts'
import { useNow } from '../use-now.ts'
import { useNames } from '../use-pack.ts'
import { CaptureCard } from './capture-card.tsx'
import { NotOnTeam } from './not-on-team.tsx'
import type { NoteFields, NoteState, NoteWriter } from './note-writer.ts'
import { slotFields } from './slot-fields.ts'
import { TellDsl } from './tell-dsl.tsx'
import { useOpenCard } from './use-open-card.ts'
import { useNoteWriter } from './use-note-writer.ts'

export default function CaptureScreen() {
  return (
    <ReviewGate ownWayOut>
      {(here) =>
        here.mine ? (
          <WhileHeld here={here} title="New note">
            <Capture {...here} />
          </WhileHeld>
        ) : (
          <NotOnTeam {...here} />
        )
      }
    </ReviewGate>
  )
}

/** Card after card: each has its own turn, so that "Next note" starts a clean one. */
function Capture(here: ReviewHere) {
  const [held, hold] = useHeldNote()
  const [turn, setTurn] = useState(() => ({ n: 0, note: held }))
  const next = () => {
    hold(null)
    setTurn(({ n }) => ({ n: n + 1, note: null }))
  }
  return <Card key={turn.n} {...here} note={turn.note} onMade={hold} onNext={next} />
}

interface CardProps extends ReviewHere {
  note: string | null
  onMade: (id: string) => void
  onNext: () => void
}

function Card({ access, pack, school, note, onMade, onNext }: CardProps) {
  const { me } = useDesk()
  const names = useNames()
  const { date, time } = useNow()
  const part = pack ? dayPart(pack, me.person, date, time) : null
  const slot = part?.at === 'during' ? part.now.slot : null
  const first = slot && pack ? slotFields(pack, slot, me.person) : {}
  const [writer, state] = useNoteWriter(access.id, note, first)
  useFollowTheDay(writer, state, first)
  const open = useOpenCard(access.id, writer, state, onNext)
  return (
    <Page title="New note" lead={school} back={{ to: '/', label: 'Today' }}>
      <CaptureCard writer={writer} state={state} pack={pack} names={names} onMade={onMade} />
      <ActionBar>
        <TellDsl review={access.id} pack={pack} slot={slot?.id ?? null} card={open} />
        <LinkButton to={paths.notes(access.id)}>Done</LinkButton>
        <Button tone="primary" disabled={state.id === null} onClick={onNext}>
          Next note
        </Button>
      </ActionBar>
    </Page>
  )
}

/** An empty card that lies open when the bell goes moves on to the next slot, unless somebody set its time. */
function useFollowTheDay(writer: NoteWriter, state: NoteState, first: Partial<NoteFields>) {
  const filled = useRef(first.slot)
  const { slot, place, year } = first
  useEffect(() => {
    const untouched = state.id === null && state.picked.slot === filled.current
    if (!untouched || !slot || slot === filled.current) return
    filled.current = slot
    writer.pick({ slot, place: place ?? null, year: year ?? null })
  }, [writer, state, slot, place, year])
}
