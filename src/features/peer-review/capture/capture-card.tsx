import { useEffect } from 'react'
import { NOTE_LENGTH } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NoteChips } from './chips.tsx'
import { Dictate } from './dictate.tsx'
import { FlagLine } from './flag-line.tsx'
import { NoteExtras } from './extras.tsx'
import type { NoteState, NoteWriter } from './note-writer.ts'
import { SavedWord } from './saved-word.tsx'
import { SlotPlace } from './slot-place.tsx'
import styles from './capture.module.css'

interface CaptureCardProps {
  writer: NoteWriter
  state: NoteState
  pack: Pack | null
  /** People whose names a note is better without. */
  names: readonly string[]
  /** Told when the first character has made the note. */
  onMade?: (id: string) => void
}

/** One note as a card: words first, everything else below and optional. */
export function CaptureCard({ writer, state, pack, names, onMade }: CaptureCardProps) {
  const { readOnly } = useDesk()
  const { id, text, note, locked, waiting } = state
  useEffect(() => {
    if (id) onMade?.(id)
    // Only the making is news.
    // eslint-disable-next-line react/exhaustive-deps
  }, [id])
  const questions = (pack?.questions ?? []).filter((q) => q.withdrawnAt === null)
  return (
    <div className={styles.card}>
      {locked ? (
        <Notice tone="warn" title="A newer version of Corridor wrote this note" live={false}>
          It is kept as it is. Load the new version here to change it.
        </Notice>
      ) : null}
      <BigText
        label="Note"
        hideLabel
        startHere
        minRows={5}
        value={text}
        onChange={writer.type}
        readOnly={readOnly || locked}
        placeholder="What you saw, heard or read. No names, no grades."
      />
      <div className={styles.under}>
        <SavedWord made={note !== null} waiting={waiting} />
        {text.length > NOTE_LENGTH ? (
          <span>A full card: begin the next note. Nothing is cut.</span>
        ) : null}
      </div>
      {readOnly || locked ? null : <FlagLine text={text} names={names} onRestate={writer.type} />}
      <SlotPlace writer={writer} state={state} pack={pack} />
      <NoteChips writer={writer} state={state} questions={questions} />
      <NoteExtras writer={writer} state={state} pack={pack} />
      {readOnly || locked ? null : <Dictate writer={writer} />}
    </div>
  )
}
