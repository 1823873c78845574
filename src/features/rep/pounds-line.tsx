import { useState } from 'react'
import { TextLine } from '../../ui/text-line.tsx'

interface PoundsLineProps {
  label: string
  hint?: string
  error?: string | undefined
  /** Whole pounds; 0 stands for none. */
  value: number
  onChange: (pounds: number) => void
}

const MOST = 10_000_000

/** "2,400" or "£2400" as whole pounds, '' as none; null where it is neither. */
function poundsIn(text: string): number | null {
  const plain = text.replaceAll(/[\s,£]/g, '')
  if (plain === '') return 0
  const pounds = /^\d{1,8}$/.test(plain) ? Number(plain) : null
  return pounds !== null && pounds <= MOST ? pounds : null
}

/** Whole pounds, kept as soon as they can be read as such. */
export function PoundsLine({ label, hint, error, value, onChange }: PoundsLineProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const unreadable = typed !== null && poundsIn(typed) === null
  return (
    <TextLine
      short
      inputMode="numeric"
      label={label}
      hint={hint}
      error={unreadable ? 'Write whole pounds, for example 2,400.' : error}
      value={typed ?? (value === 0 ? '' : value.toLocaleString('en-GB'))}
      onChange={(text) => {
        setTyped(text)
        const pounds = poundsIn(text)
        if (pounds !== null) onChange(pounds)
      }}
      onBlur={() => {
        if (!unreadable) setTyped(null)
      }}
    />
  )
}
