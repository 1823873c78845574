import { useState } from 'react'
import { FLAG_WORDS, type FlagKind } from '../../../domain/peer-review/guard-words.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './capture.module.css'

export const restateWords: Record<FlagKind, string> = {
  advice: 'Say it as what you saw',
  grade: 'Say it as what you saw',
  name: 'Say it without the name',
}

export interface Asked {
  readonly kind: FlagKind
  readonly sentence: string
}

interface RestateProps {
  /** What is to be said again; null while the box is closed. */
  asked: Asked | null
  onRestate: (sentence: string, instead: string) => void
  onClose: () => void
}

// A name goes out of a sentence that is else as it was; advice begins afresh, from what was seen.
const firstDraft = ({ kind, sentence }: Asked) => (kind === 'name' ? sentence : '')

/** One sentence and a box to say it again in. The note changes only when the writer says so. */
export function Restate({ asked, onRestate, onClose }: RestateProps) {
  // By sentence: going back to the note and opening it again loses no word.
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const [empty, setEmpty] = useState(false)
  if (!asked) return <Dialog open={false} onClose={onClose} title="" />
  const instead = drafts[asked.sentence] ?? firstDraft(asked)
  const replace = () => {
    if (instead.trim() === '') setEmpty(true)
    else onRestate(asked.sentence, instead.trim())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={restateWords[asked.kind]}
      confirm={{ label: 'Put this in its place', onConfirm: replace }}
    >
      <p>{FLAG_WORDS[asked.kind].do}</p>
      <blockquote className={styles.sentence}>{asked.sentence}</blockquote>
      <BigText
        label="What you saw, heard or read"
        minRows={3}
        value={instead}
        onChange={(text) => {
          setDrafts({ ...drafts, [asked.sentence]: text })
          setEmpty(false)
        }}
        error={
          empty ? 'Write what you saw, or go back and leave the sentence as it is.' : undefined
        }
      />
    </Dialog>
  )
}
