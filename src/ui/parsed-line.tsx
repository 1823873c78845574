import { useState } from 'react'
import { TextLine, type TextLineProps } from './text-line.tsx'

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string }

interface ParsedLineProps<T> extends Omit<
  TextLineProps,
  'value' | 'onChange' | 'onBlur' | 'error'
> {
  value: T
  /** How a value is written in the box. */
  say: (value: T) => string
  /** What was typed as a value, or what is wrong with it in words for the writer. */
  read: (typed: string) => Parsed<T>
  onChange: (value: T) => void
}

/** A line that is kept once it reads as what is wanted: "24 of 27", "3.5". */
export function ParsedLine<T>({ value, say, read, onChange, ...line }: ParsedLineProps<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const shown = typed ?? say(value)
  const now = read(shown)
  return (
    <TextLine
      {...line}
      value={shown}
      onChange={(text) => {
        const found = read(text)
        setTyped(text)
        setLeft(false)
        if (found.ok) onChange(found.value)
      }}
      onBlur={() => {
        setLeft(true)
        if (now.ok) setTyped(null)
      }}
      error={left && !now.ok ? now.error : undefined}
    />
  )
}
