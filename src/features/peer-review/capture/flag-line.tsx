import { useState } from 'react'
import { FLAG_WORDS, type Flag, sentenceAt } from '../../../domain/peer-review/guard-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconInfoCircle } from '../../../ui/icons.ts'
import { type Asked, Restate, restateWords } from './restate.tsx'
import { useFlags } from './use-flags.ts'
import styles from './capture.module.css'

interface FlagLineProps {
  text: string
  names: readonly string[]
  onRestate: (text: string) => void
}

/** A quiet word about advice, grades and names. It stops nothing: the writer says it again, or leaves it. */
export function FlagLine({ text, names, onRestate }: FlagLineProps) {
  const { flags, text: rested, leave } = useFlags(text, names)
  const [asked, setAsked] = useState<Asked | null>(null)
  const flag = flags[0]
  const ask = (about: Flag) => {
    const { start, end } = sentenceAt(rested, about.start)
    setAsked({ kind: about.kind, sentence: rested.slice(start, end) })
  }
  const restate = (sentence: string, instead: string) => {
    setAsked(null)
    // Changed meanwhile on another device, there is nothing to replace: the new words go to the end.
    const there = text.includes(sentence)
    onRestate(there ? text.replace(sentence, () => instead) : `${text.trimEnd()} ${instead}`)
  }
  return (
    <div className={styles.flag} data-shown={flag !== undefined}>
      <p role="status" className={styles.flagWords}>
        {flag ? (
          <>
            <Glyph icon={IconInfoCircle} />
            <span>
              {FLAG_WORDS[flag.kind].what}: “{flag.words}”.
              {flags.length > 1 ? ` ${flags.length - 1} more after this.` : ''}
            </span>
          </>
        ) : null}
      </p>
      {flag ? (
        <div className={styles.flagActions}>
          <Button onClick={() => ask(flag)}>{restateWords[flag.kind]}</Button>
          <Button tone="plain" onClick={() => leave(flag)}>
            Leave it
          </Button>
        </div>
      ) : null}
      <Restate asked={asked} onRestate={restate} onClose={() => setAsked(null)} />
    </div>
  )
}
