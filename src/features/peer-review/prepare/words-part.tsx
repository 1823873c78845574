import { PACK_TEXT_LENGTH } from '../../../domain/peer-review/key-questions.ts'
import type { Review } from '../../../domain/peer-review/pack.ts'
import { focusIsLate } from '../../../domain/peer-review/preparation.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Section } from '../../../ui/section.tsx'
import { SharedText } from '../answers/shared-text.tsx'
import { fullAt, placeOf, sayFull } from './place.ts'
import type { Preparation } from './use-preparation.ts'

type TextField = 'focus' | 'whyNow' | 'known' | 'notLookedAt' | 'papers' | 'meet'

interface Words {
  readonly field: TextField
  readonly title: string
  readonly hint: string
  readonly rows: number
}

const FOCUS: Words = {
  field: 'focus',
  title: 'Focus',
  hint: 'One thing that the school wants to see through other eyes: what, and for whom.',
  rows: 2,
}
const REST: readonly Words[] = [
  {
    field: 'whyNow',
    title: 'Why now',
    hint: 'What has changed, or what you have been wondering about.',
    rows: 2,
  },
  {
    field: 'known',
    title: 'What we know already',
    hint: 'From the school’s own self-evaluation: what is going well, what you have tried, what you are not sure of.',
    rows: 3,
  },
  {
    field: 'notLookedAt',
    title: 'What is not to be looked at',
    hint: 'The team keeps to the agreed remit; this says where it ends.',
    rows: 2,
  },
  {
    field: 'papers',
    title: 'Documents',
    hint: 'What the team may read on the day and where it lies, one a line. Nothing with pupils’ or staff names.',
    rows: 2,
  },
  {
    field: 'meet',
    title: 'Whom to meet',
    hint: 'Roles and groups, not names: “six pupils of Year 4”, “the lead for reading”.',
    rows: 2,
  },
]

interface PartProps {
  review: Review
  preparation: Preparation
}

/** The school's own words: the CEO adds questions, not a focus of their own. */
const mayWrite = ({ who, opens }: Preparation) => who === 'school' && opens.words

export function FocusPart(props: PartProps) {
  return (
    <Section title={FOCUS.title}>
      <WordsBox {...props} words={FOCUS} />
      <LateReason {...props} />
    </Section>
  )
}

export function WordsParts(props: PartProps) {
  return REST.map((words) => (
    <Section key={words.field} title={words.title}>
      <WordsBox {...props} words={words} />
    </Section>
  ))
}

function WordsBox({ review, preparation, words }: PartProps & { words: Words }) {
  const { field, title, hint, rows } = words
  const open = mayWrite(preparation)
  const value = review[field]
  return (
    <SharedText
      id={placeOf(field)}
      ref={fullAt(PACK_TEXT_LENGTH)}
      label={title}
      hideLabel
      hint={open ? hint : value === '' ? 'Nothing has been written here.' : undefined}
      minRows={rows}
      value={value}
      onChange={(text) => preparation.write({ [field]: text })}
      readOnly={!open}
      error={open ? sayFull(value, PACK_TEXT_LENGTH) : undefined}
    />
  )
}

const REASON_LENGTH = 600

/** Only where the week before has gone by (C6). */
function LateReason({ review, preparation }: PartProps) {
  const late = !preparation.sent && focusIsLate(review.date, preparation.today)
  if (!late && review.lateReason === '') return null
  return (
    <BigText
      id={placeOf('lateReason')}
      ref={fullAt(REASON_LENGTH)}
      label="Why the focus goes out later than the week before"
      minRows={2}
      value={review.lateReason}
      onChange={(lateReason) => preparation.write({ lateReason })}
      readOnly={!mayWrite(preparation)}
    />
  )
}
