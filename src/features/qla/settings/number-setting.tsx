import { useState } from 'react'
import { TextLine } from '../../../ui/text-line.tsx'

interface NumberSettingProps {
  label: string
  hint: string
  value: number
  range: readonly [least: number, most: number]
  /** Two devices left different values, said in words. */
  clash: string | undefined
  onChange: (value: number) => void
}

/** A whole number between two others; what does not fit stays in the box, is said, and changes nothing. */
export function NumberSetting({ label, hint, value, range, clash, onChange }: NumberSettingProps) {
  const [least, most] = range
  const [text, setText] = useState(String(value))
  const number = Number(text)
  const fits = text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most
  const change = (next: string) => {
    setText(next)
    const typed = Number(next)
    const whole = next.trim() !== '' && Number.isInteger(typed)
    if (whole && typed >= least && typed <= most) onChange(typed)
  }
  return (
    <TextLine
      label={label}
      hint={hint}
      short
      inputMode="numeric"
      value={text}
      error={
        fits ? clash : `Type a whole number from ${least} to ${most}. ${value} holds until then.`
      }
      onChange={change}
    />
  )
}
