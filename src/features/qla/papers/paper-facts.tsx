import type { Fields } from '../../../crdt/records.ts'
import { type Paper, paperRecord } from '../../../domain/qla/paper.ts'
import type { LiveDocument } from '../../../store/use-document.ts'
import { CheckLine } from '../../../ui/check-line.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayYear, years } from './years.ts'

interface PaperFactsProps {
  paper: Paper
  document: LiveDocument
  writes: boolean
}

/** What paper it is. Each change is kept like every keystroke. */
export function PaperFacts({ paper, document, writes }: PaperFactsProps) {
  const { name, subject, stage, year, board, tier, yearGroup, spiral } = paper
  const change = (fields: Fields) => document.change(paperRecord, paper.id, fields)
  if (!writes)
    return (
      <KeyValue
        items={[
          { label: 'Subject', value: subject },
          { label: 'Key stage', value: stage },
          { label: 'Year of the paper', value: year },
          { label: 'Board', value: board },
          { label: 'Tier', value: tier },
          { label: 'Sat by', value: yearGroup === null ? '' : sayYear(yearGroup) },
        ].filter(({ value }) => value !== '')}
      />
    )
  return (
    <Section title="What it is">
      <TextLine
        label="Name of the paper"
        hint="As it stands on the front, for example KS2 maths Paper 1"
        value={name}
        error={name.trim() === '' ? 'Give it a name, so that colleagues find it.' : undefined}
        onChange={(value) => change({ name: value.slice(0, 160) })}
      />
      <TextLine
        label="Subject"
        value={subject}
        onChange={(value) => change({ subject: value.slice(0, 60) })}
      />
      <TextLine
        label="Year of the paper"
        hint="Boundaries are those of the same year: 2023"
        short
        value={year}
        onChange={(value) => change({ year: value.slice(0, 20) })}
      />
      <TextLine
        label="Key stage"
        short
        value={stage}
        onChange={(value) => change({ stage: value.slice(0, 10) })}
      />
      <TextLine
        label="Exam board or publisher"
        value={board}
        onChange={(value) => change({ board: value.slice(0, 60) })}
      />
      <TextLine
        label="Tier"
        hint="Foundation or Higher, where there are tiers"
        short
        value={tier}
        onChange={(value) => change({ tier: value.slice(0, 20) })}
      />
      <PickOne
        label="Sat by"
        empty="Any year group"
        options={years}
        value={yearGroup === null ? null : String(yearGroup)}
        onChange={(value) => change({ yearGroup: value === null ? null : Number(value) })}
      />
      <CheckLine
        label="Spiral paper"
        hint="It tests earlier years’ content too, and is checked for that."
        checked={spiral}
        onChange={(value) => change({ spiral: value })}
      />
    </Section>
  )
}
