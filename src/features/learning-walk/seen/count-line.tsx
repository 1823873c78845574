import { useState } from 'react'
import { readOutOf, sayOutOf } from '../../../domain/learning-walk/out-of.ts'
import type { Seen } from '../../../domain/learning-walk/walk.ts'
import { TextLine } from '../../../ui/text-line.tsx'

interface CountLineProps {
  count: Seen['count']
  onChange: (count: Seen['count']) => void
}

/** "24 of 27": kept once it reads as a count. */
export function CountLine({ count, onChange }: CountLineProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const shown = typed ?? sayOutOf(count)
  const read = readOutOf(shown)
  return (
    <TextLine
      label="How many, if you counted"
      hint="For example, 24 of 27"
      short
      value={shown}
      onChange={(text) => {
        const found = readOutOf(text)
        setTyped(text)
        setLeft(false)
        if (found.ok) onChange(found.value)
      }}
      onBlur={() => {
        setLeft(true)
        if (read.ok) setTyped(null)
      }}
      error={left && !read.ok ? read.error : undefined}
    />
  )
}
