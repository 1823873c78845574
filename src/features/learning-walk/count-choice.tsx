import { type Choice, differs, settled } from '../../domain/choice.ts'
import { Button } from '../../ui/button.tsx'
import { Counter } from '../../ui/counter.tsx'
import { Notice } from '../../ui/notice.tsx'

interface CountChoiceProps {
  label: string
  value: Choice<number>
  max?: number
  onChange: (value: number) => void
}

/** A count; where two devices counted differently, both are shown until one is picked (C55). */
export function CountChoice({ label, value, max = 99, onChange }: CountChoiceProps) {
  if (differs(value)) {
    const counts = [...new Set(value.map((one) => one.value))].sort((a, b) => a - b)
    return (
      <Notice
        tone="warn"
        title={`${label}: counted differently on two devices`}
        action={counts.map((count) => (
          <Button key={count} onClick={() => onChange(count)}>
            It is {count}
          </Button>
        ))}
      >
        Pick the one that holds.
      </Notice>
    )
  }
  return <Counter label={label} value={settled(value) ?? 0} max={max} onChange={onChange} />
}
