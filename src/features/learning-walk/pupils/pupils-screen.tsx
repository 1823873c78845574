import { useState } from 'react'
import { type QuestionSet, QUESTION_SETS } from '../../../domain/learning-walk/focus-sets.ts'
import { pupilGroupRecord, pupilQuestionRecord } from '../../../domain/learning-walk/pupils.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { paths } from '../paths.ts'
import { SeenCards } from '../seen/seen-cards.tsx'
import { TellDsl } from '../tell-dsl.tsx'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { GroupPart } from './group-part.tsx'
import styles from '../walk.module.css'

export default function PupilsScreen() {
  return <WalkGate>{(here) => <Pupils here={here} />}</WalkGate>
}

/** Groups of pupils, what they were asked, how many said yes and no, and their own words. */
function Pupils({ here }: { here: WalkHere }) {
  return (
    <Page
      title="Pupil voice"
      lead="Pupils have no names here. If a pupil tells you something that worries you, stop: it is for the DSL."
      back={{ to: paths.walk(here), label: 'The walk' }}
      actions={here.writes ? <TellDsl here={here} /> : undefined}
    >
      <NewerRecords here={here} />
      {here.groups.map((group) => (
        <GroupPart key={group.id} here={here} group={group} />
      ))}
      {here.groups.length === 0 && !here.writes ? <p>No group was asked yet.</p> : null}
      {here.writes ? <AddGroup here={here} /> : null}
      {here.prompts.length > 0 && here.groups.length > 0 ? (
        <Section
          title="What it says of the prompts"
          lead="Over all groups. It stands beside lessons and books under Seen together."
        >
          <SeenCards here={here} strand="pupils" />
        </Section>
      ) : null}
    </Page>
  )
}

function AddGroup({ here }: { here: WalkHere }) {
  const [words, setWords] = useState('')
  const [key, setKey] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const set = QUESTION_SETS.find((one) => one.key === key)
  const add = () => {
    setAsked(true)
    if (words.trim() === '') return
    beginGroup(here, words.trim(), set)
    setWords('')
    setKey(null)
    setAsked(false)
  }
  return (
    <Section title={here.groups.length === 0 ? 'The first group' : 'Another group'}>
      <TextLine
        label="The group, in words"
        hint="For example, four of Year 8, mixed. No names."
        value={words}
        onChange={(text) => setWords(text.slice(0, 80))}
        error={asked && words.trim() === '' ? 'Say in words whom you talk with.' : undefined}
      />
      <PickOne
        label="Questions"
        empty="My own, written next"
        options={QUESTION_SETS.map((one) => ({ value: one.key, label: one.name }))}
        value={key}
        onChange={setKey}
      />
      <div className={styles.buttons}>
        <Button tone="primary" icon={IconPlus} onClick={add}>
          Add this group
        </Button>
      </div>
    </Section>
  )
}

function beginGroup(here: WalkHere, words: string, set: QuestionSet | undefined) {
  const n = (here.groups.at(-1)?.n ?? 0) + 1
  const group = here.add(pupilGroupRecord, { n, group: words })
  if (group === null) return
  for (const [at, text] of (set?.questions ?? ['']).entries())
    here.add(pupilQuestionRecord, { n: at + 1, group, text })
}
