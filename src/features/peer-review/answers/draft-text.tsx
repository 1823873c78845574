import { useRef } from 'react'
import {
  ANSWER_FLAG_WORDS,
  flagsOfAnswer,
  type Unnamed,
} from '../../../domain/peer-review/answer-flags.ts'
import { FlagList, selectWords } from './flag-list.tsx'
import { SharedText } from './shared-text.tsx'
import styles from './answers.module.css'

interface DraftTextProps {
  label: string
  value: string
  onChange: (text: string) => void
  unnamed: Unnamed
  readOnly: boolean
  hint?: string
  hideLabel?: boolean
  minRows?: number
  /** Longest text that can be read out easily, in characters. */
  longest?: number
}

/** Words of the draft, and under them what reads as advice, a grade or a name, with a way to restate it. */
export function DraftText({ unnamed, longest, ...box }: DraftTextProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const flags = flagsOfAnswer(box.value, unnamed)
  const restate = (words: string) => selectWords(area.current, words)
  return (
    <div>
      <SharedText {...box} minRows={box.minRows ?? 2} ref={area} />
      {longest !== undefined && box.value.length > longest ? (
        <p className={styles.soft}>
          {box.value.length - longest} characters longer than can be read out easily. Nothing is
          cut.
        </p>
      ) : null}
      <FlagList
        label={`To restate in: ${box.label}`}
        flags={flags.map(({ kind, words }) => ({ words, ...ANSWER_FLAG_WORDS[kind] }))}
        onRestate={box.readOnly ? null : restate}
      />
    </div>
  )
}
