import { DateLine } from '../../ui/date-line.tsx'

interface DayBoxProps {
  label: string
  /** yyyy-mm-dd, or '' */
  value: string
  onChange: (day: string) => void
  error?: string | undefined
}

const WHOLE = /^\d{4}-\d{2}-\d{2}$/

/** A day that is kept as soon as it is whole: half a date is nobody's date. */
export function DayBox({ label, value, onChange, error }: DayBoxProps) {
  return (
    <DateLine
      label={label}
      value={value}
      error={error}
      onChange={(typed) => {
        if (typed === '' || WHOLE.test(typed)) onChange(typed)
      }}
    />
  )
}
