import type { Pack } from '../../../domain/peer-review/pack.ts'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { CountBoxes } from './count-boxes.tsx'
import type { NoteState, NoteWriter } from './note-writer.ts'
import styles from './capture.module.css'

interface NoteExtrasProps {
  writer: NoteWriter
  state: NoteState
  pack: Pack | null
}

/** Year groups that the day visits, and the one this note is about. */
function yearsOf(pack: Pack | null, year: string | null): string[] {
  const seen = (pack?.groups ?? []).map((group) => group.seen)
  const years = new Set([...seen, year ?? ''].filter((name) => name !== ''))
  return [...years].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
}

/** What a note may say besides: whom it is about, how many of how many, and that it is outside the remit. */
export function NoteExtras({ writer, state, pack }: NoteExtrasProps) {
  const { note, picked } = state
  const year = (note ? note.year : picked.year) ?? null
  const years = yearsOf(pack, year)
  return (
    <div className={styles.chips}>
      {years.length === 0 ? null : (
        <ChoiceChips
          label="Year group"
          options={years.map((name) => ({ value: name, label: name }))}
          value={year}
          onChange={(chosen) => writer.pick({ year: chosen })}
        />
      )}
      <CountBoxes
        count={(note ? note.count : picked.count) ?? null}
        onChange={(count) => writer.pick({ count })}
      />
      <CheckLine
        label="Outside what we agreed to look at"
        hint="The note is kept, and stays out of the answers. A safeguarding concern is no note: tell the DSL."
        checked={(note ? note.outOfRemit : picked.outOfRemit) ?? false}
        onChange={(outOfRemit) => writer.pick({ outOfRemit })}
      />
    </div>
  )
}
