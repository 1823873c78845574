import type { Review } from '../../../domain/peer-review/pack.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine, type TextLineProps } from '../../../ui/text-line.tsx'
import { fullAt, placeOf, sayFull } from './place.ts'
import styles from './prepare.module.css'
import type { Preparation } from './use-preparation.ts'

type LineField =
  | 'baseRoom'
  | 'signIn'
  | 'parking'
  | 'lunch'
  | 'fire'
  | 'photos'
  | 'dslName'
  | 'dslRoom'
  | 'dslPhone'
  | 'ladoName'
  | 'ladoPhone'

interface Line {
  readonly field: LineField
  readonly label: string
  /** Characters that the record keeps. */
  readonly length: number
  readonly hint?: string
  readonly type?: TextLineProps['type']
}

const DAY: readonly Line[] = [
  {
    field: 'baseRoom',
    label: 'Base room',
    length: 120,
    hint: 'Where the team meets and leaves its things',
  },
  { field: 'signIn', label: 'Signing in', length: 300 },
  { field: 'parking', label: 'Parking', length: 300 },
  { field: 'lunch', label: 'Lunch', length: 300 },
  { field: 'fire', label: 'Fire', length: 300, hint: 'The sound, the way out, the meeting place' },
  {
    field: 'photos',
    label: 'Photographs',
    length: 300,
    hint: 'Whether books and displays may be photographed; never faces',
  },
]
const DSL: readonly Line[] = [
  { field: 'dslName', label: 'Name', length: 120 },
  { field: 'dslRoom', label: 'Room', length: 120 },
  { field: 'dslPhone', label: 'Telephone', length: 40, type: 'tel' },
  {
    field: 'ladoName',
    label: 'Local authority’s designated officer (LADO)',
    length: 120,
    hint: 'For a concern about the head',
  },
  { field: 'ladoPhone', label: 'LADO’s telephone', length: 40, type: 'tel' },
]

/** Characters that still fit one line of a box. */
const ONE_LINE = 120

interface PartProps {
  review: Review
  preparation: Preparation
}

/** Where to park, where to go, whom to tell: still open on the day itself. */
export function PracticalParts(props: PartProps) {
  return (
    <>
      <Section title="On the day">
        <Lines {...props} lines={DAY} />
      </Section>
      <Section
        title="Designated safeguarding lead (DSL)"
        lead="Reviewers take a concern to this person at once, in person. It is never written in the app."
      >
        <Lines {...props} lines={DSL} />
      </Section>
    </>
  )
}

function Lines({ review, preparation, lines }: PartProps & { lines: readonly Line[] }) {
  const open = preparation.who !== null && preparation.opens.onTheDay
  return (
    <div className={styles.lines}>
      {lines.map((line) => (
        <LineBox
          key={line.field}
          line={line}
          review={review}
          preparation={preparation}
          open={open}
        />
      ))}
    </div>
  )
}

/** A box that grows for what may be a sentence or two, one line for a name or a number. */
function LineBox({ line, review, preparation, open }: PartProps & { line: Line; open: boolean }) {
  const { field, label, length, hint, type } = line
  const value = review[field]
  const shared = {
    id: placeOf(field),
    ref: fullAt(length),
    label,
    hint: open ? hint : undefined,
    value,
    onChange: (text: string) => preparation.write({ [field]: text }),
    readOnly: !open,
    error: open ? sayFull(value, length) : undefined,
  }
  return length > ONE_LINE ? (
    <BigText {...shared} minRows={1} />
  ) : (
    <TextLine {...shared} type={type ?? 'text'} />
  )
}
