import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconAlertTriangle } from '../../../ui/icons.ts'
import styles from './answers.module.css'

export interface FlagLine {
  /** The words as they stand in the text; '' where it is not about words. */
  readonly words: string
  readonly what: string
  readonly do: string
}

interface FlagListProps {
  label: string
  flags: readonly FlagLine[]
  /** Leads to the words; null where nothing can be typed. */
  onRestate: ((words: string) => void) | null
}

/** What reads as advice, a grade or a name, each with a way to restate it. */
export function FlagList({ label, flags, onRestate }: FlagListProps) {
  if (flags.length === 0) return null
  return (
    <ul className={styles.flags} aria-label={label}>
      {flags.map((flag, i) => (
        <li key={`${flag.what} ${flag.words} ${i}`}>
          <Glyph icon={IconAlertTriangle} />
          <p>
            <strong>
              {flag.words === '' ? `${flag.what}.` : `${flag.what}: “${flag.words}”.`}
            </strong>{' '}
            {flag.do}
          </p>
          {onRestate && flag.words !== '' ? (
            <Button onClick={() => onRestate(flag.words)}>Restate it</Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Puts the caret round some words of a box, as they stand there now. */
export function selectWords(area: HTMLTextAreaElement | null, words: string): void {
  const at = area?.value.indexOf(words) ?? -1
  area?.focus()
  if (at >= 0) area?.setSelectionRange(at, at + words.length)
}
