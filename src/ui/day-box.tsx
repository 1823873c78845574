import { DateLine } from './date-line.tsx'
import { parseUkDate, writeUkDate } from './uk-date.ts'

interface DayBoxProps {
  label: string
  hint?: string
  error?: string | undefined
  /** yyyy-mm-dd, or '' */
  value: string
  onChange: (day: string) => void
}

/** A day that is kept as soon as it is whole: half a date is nobody's date. */
export function DayBox({ onChange, ...words }: DayBoxProps) {
  return (
    <DateLine
      {...words}
      onChange={(typed) => {
        if (typed === '' || parseUkDate(writeUkDate(typed)) === typed) onChange(typed)
      }}
    />
  )
}
