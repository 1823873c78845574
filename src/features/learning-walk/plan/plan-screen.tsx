import { partsOf, walkRecord } from '../../../domain/learning-walk/walk.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { GuardedText } from '../guarded-text.tsx'
import { paths } from '../paths.ts'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { kindWords } from '../words.ts'
import { PromptsPart } from './prompts-part.tsx'
import { SamplePart } from './sample-part.tsx'
import { ToldSection } from './told-part.tsx'
import { WalkersPart } from './walkers-part.tsx'

export default function PlanScreen() {
  return <WalkGate>{(here) => <Plan here={here} />}</WalkGate>
}

/** Everything that is settled before anybody walks. */
function Plan({ here }: { here: WalkHere }) {
  const { walk, school } = here
  const parts = partsOf(walk.kind)
  return (
    <Page
      title="Plan"
      lead={`${kindWords(walk.kind)} at ${school}. Kept as you write.`}
      back={{ to: paths.walk(here), label: 'The walk' }}
    >
      <NewerRecords here={here} />
      {here.writes ? <About here={here} /> : <AboutToRead here={here} />}
      <WalkersPart here={here} />
      <ToldSection here={here} />
      {parts.includes('books') || parts.includes('study') ? <SamplePart here={here} /> : null}
      {parts.includes('study') ? null : <PromptsPart here={here} />}
      <ActionBar>
        <LinkButton tone="primary" to={paths.walk(here)}>
          Done with the plan
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

function About({ here }: { here: WalkHere }) {
  const { walk, doc, id } = here
  const change = (fields: Readonly<Record<string, unknown>>) => doc.change(walkRecord, id, fields)
  return (
    <Section title="What, when and where">
      <GuardedText
        here={here}
        label="Focus"
        hint="One thing, in the words that staff will hear."
        minRows={2}
        value={walk.focus}
        onChange={(focus) => change({ focus })}
      />
      <DateLine
        label="Date of the walk"
        value={walk.date}
        onChange={(date) => change({ date: date.slice(0, 10) })}
      />
      <TextLine
        label="Year group"
        hint="For example, Year 4, or Key Stage 2"
        value={walk.year}
        onChange={(year) => change({ year: year.slice(0, 60) })}
      />
      <TextLine
        label="Subject"
        value={walk.subject}
        onChange={(subject) => change({ subject: subject.slice(0, 60) })}
      />
      {walk.kind === 'book_study' ? (
        <TextLine
          label="Unit"
          hint="For example, Roman Britain"
          value={walk.unit}
          onChange={(unit) => change({ unit: unit.slice(0, 120) })}
        />
      ) : null}
    </Section>
  )
}

function AboutToRead({ here: { walk } }: { here: WalkHere }) {
  return (
    <Section title="What, when and where">
      <KeyValue
        items={[
          { label: 'Focus', value: walk.focus || 'Not set yet' },
          { label: 'Date', value: sayUkDate(walk.date) ?? 'Not set yet' },
          { label: 'Year group', value: walk.year || 'Not set yet' },
          { label: 'Subject', value: walk.subject || 'Not set yet' },
        ]}
      />
    </Section>
  )
}
