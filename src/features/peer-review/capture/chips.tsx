import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { kinds, leans } from '../words.ts'
import type { NoteState, NoteWriter } from './note-writer.ts'
import { PickValues, shownValue } from './pick-values.tsx'
import styles from './capture.module.css'

const LATER = 'later'
const CHIP_LENGTH = 44

/** The beginning of a question, cut between words. */
function shortQuestion(text: string): string {
  if (text.length <= CHIP_LENGTH) return text
  const cut = text.slice(0, CHIP_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`
}

interface NoteChipsProps {
  writer: NoteWriter
  state: NoteState
  questions: readonly KeyQuestion[]
}

/** Which question, seen or heard or read, what it leans to: all may wait until later. */
export function NoteChips({ writer, state, questions }: NoteChipsProps) {
  const { note, picked } = state
  const question = shownValue(note?.question, picked.question)
  const sayQuestion = (id: string | null) => {
    const found = questions.find((q) => q.id === id)
    return found ? `Question ${found.n}` : 'File later'
  }
  return (
    <div className={styles.chips}>
      <ChoiceChips
        label="Key question"
        options={[
          ...questions.map((q) => ({ value: q.id, label: `${q.n}. ${shortQuestion(q.text)}` })),
          { value: LATER, label: 'File later' },
        ]}
        value={question ?? (note && note.question.length > 1 ? null : LATER)}
        clearable={false}
        onChange={(value) => writer.pick({ question: value === LATER ? null : value })}
      />
      {note ? (
        <PickValues
          what="Key question"
          choice={note.question}
          say={sayQuestion}
          onPick={(value) => writer.pick({ question: value })}
        />
      ) : null}
      <ChoiceChips
        label="How I know"
        options={kinds}
        value={shownValue(note?.kind, picked.kind)}
        onChange={(kind) => writer.pick({ kind })}
      />
      {note ? (
        <PickValues
          what="How I know"
          choice={note.kind}
          say={(value) => kinds.find((k) => k.value === value)?.label ?? 'Not said'}
          onPick={(kind) => writer.pick({ kind })}
        />
      ) : null}
      <ChoiceChips
        label="It points to"
        options={leans}
        value={shownValue(note?.lean, picked.lean)}
        onChange={(lean) => writer.pick({ lean })}
      />
      {note ? (
        <PickValues
          what="It points to"
          choice={note.lean}
          say={(value) => leans.find((l) => l.value === value)?.label ?? 'Not said'}
          onPick={(lean) => writer.pick({ lean })}
        />
      ) : null}
    </div>
  )
}
