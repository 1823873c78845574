import { useState } from 'react'
import type { Note } from '../../../domain/peer-review/note.ts'
import { TextLine } from '../../../ui/text-line.tsx'
import { readCount, type TypedCount } from './typed-count.ts'
import styles from './capture.module.css'

interface CountBoxesProps {
  count: Note['count']
  onChange: (count: Note['count']) => void
}

/** "26 of 28": two numbers that count once both are there. */
export function CountBoxes({ count, onChange }: CountBoxesProps) {
  const [typed, setTyped] = useState<TypedCount | null>(null)
  const kept = { n: count ? String(count.n) : '', of: count ? String(count.of) : '' }
  const shown = typed ?? kept
  const read = readCount(shown)
  const change = (part: Partial<TypedCount>) => {
    const now = { ...shown, ...part }
    const found = readCount(now)
    setTyped(found.ok ? null : now)
    if (found.ok) onChange(found.value)
  }
  return (
    <fieldset className={styles.count}>
      <legend>How many, if you counted</legend>
      <div className={styles.countBoxes}>
        <TextLine
          label="Counted"
          short
          inputMode="numeric"
          value={shown.n}
          onChange={(n) => change({ n })}
        />
        <TextLine
          label="Out of"
          short
          inputMode="numeric"
          value={shown.of}
          onChange={(of) => change({ of })}
        />
      </div>
      <p role="status" className={styles.countWord}>
        {read.ok ? '' : read.error}
      </p>
    </fieldset>
  )
}
