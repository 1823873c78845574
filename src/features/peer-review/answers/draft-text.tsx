import { useRef } from 'react'
import {
  ANSWER_FLAG_WORDS,
  flagsOfAnswer,
  type AnswerFlag,
  type Unnamed,
} from '../../../domain/peer-review/answer-flags.ts'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconAlertTriangle } from '../../../ui/icons.ts'
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
  const restate = ({ words }: AnswerFlag) => {
    const at = area.current?.value.indexOf(words) ?? -1
    area.current?.focus()
    if (at >= 0) area.current?.setSelectionRange(at, at + words.length)
  }
  return (
    <div>
      <SharedText {...box} minRows={box.minRows ?? 2} ref={area} />
      {longest !== undefined && box.value.length > longest ? (
        <p className={styles.soft}>
          {box.value.length - longest} characters longer than can be read out easily. Nothing is
          cut.
        </p>
      ) : null}
      {flags.length === 0 ? null : (
        <ul className={styles.flags} aria-label={`To restate in: ${box.label}`}>
          {flags.map((flag, i) => (
            <li key={`${flag.kind} ${flag.words} ${i}`}>
              <Glyph icon={IconAlertTriangle} />
              <p>
                <strong>
                  {ANSWER_FLAG_WORDS[flag.kind].what}: “{flag.words}”.
                </strong>{' '}
                {ANSWER_FLAG_WORDS[flag.kind].do}
              </p>
              {box.readOnly ? null : <Button onClick={() => restate(flag)}>Restate it</Button>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
