import { readOutOf, sayOutOf } from '../../../domain/learning-walk/out-of.ts'
import type { Seen } from '../../../domain/learning-walk/walk.ts'
import { ParsedLine } from '../../../ui/parsed-line.tsx'

interface CountLineProps {
  count: Seen['count']
  onChange: (count: Seen['count']) => void
}

/** "24 of 27": kept once it reads as a count. */
export const CountLine = ({ count, onChange }: CountLineProps) => (
  <ParsedLine
    label="How many, if you counted"
    hint="For example, 24 of 27"
    short
    value={count}
    say={sayOutOf}
    read={readOutOf}
    onChange={onChange}
  />
)
