import { MultiChips } from '../../../ui/multi-chips.tsx'
import { useMentors } from '../use-people.ts'

interface MentorChipsProps {
  urn: string | null
  values: readonly string[]
  onChange: (mentors: string[]) => void
}

/** Who goes and helps: those whom the trust lists as mentors. */
export function MentorChips({ urn, values, onChange }: MentorChipsProps) {
  const options = useMentors(urn, values)
  if (options.length === 0)
    return (
      <p>
        The trust’s list has no mentor for this school. A plan may do without one; the office adds
        mentors under People.
      </p>
    )
  return (
    <MultiChips
      label="Mentors"
      hint="A plan may do without one, and mentors can be named later."
      options={options}
      values={values}
      onChange={onChange}
    />
  )
}
