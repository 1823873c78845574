import { useEffect, useMemo, useState } from 'react'
import { type Flag, flagsIn } from '../../../domain/peer-review/guard-words.ts'

/** A pause after the last key: nobody is spoken to in the middle of a word. */
const PAUSE_MS = 900

const keyOf = ({ kind, words }: Flag): string => `${kind} ${words.toLowerCase()}`

export interface Flags {
  /** Those not left alone, in a text that has rested. */
  readonly flags: readonly Flag[]
  /** The text that they were found in. */
  readonly text: string
  /** Says no more of these words in this note. */
  readonly leave: (flag: Flag) => void
}

/** Words to look at again, once the writer pauses. */
export function useFlags(text: string, names: readonly string[]): Flags {
  const [rested, setRested] = useState(text)
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const list = names.join('\n')
  const found = useMemo(() => flagsIn(rested, list.split('\n')), [rested, list])
  return {
    flags: found.filter((flag) => !left.has(keyOf(flag))),
    text: rested,
    leave: (flag) => setLeft((before) => new Set(before).add(keyOf(flag))),
  }
}
