import { useState } from 'react'
import { type PromptInDraft } from '../../domain/checks/draft-body.ts'
import { keyBetween } from '../../domain/checks/order-key.ts'
import { answersOf, promptsOf } from '../../domain/checks/shown.ts'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { MultiChips } from '../../ui/multi-chips.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DemandLines } from './demand-lines.tsx'
import { ExamplePart } from './example-part.tsx'
import { type DraftHere } from './use-draft.ts'
import { answersInWords, frequencyWords, lookWords, optionsOf } from './words.ts'
import styles from './templates.module.css'

interface SettingsProps {
  here: DraftHere
  line: PromptInDraft
}

/** Everything of a prompt that most prompts do without. */
export function PromptSettings({ here, line }: SettingsProps) {
  const { record, prompt } = line
  const [asks, setAsks] = useState(prompt.demands.length > 0)
  const set = (fields: Record<string, unknown>) => here.change('prompt', record.id, fields)
  const answers = answersOf(prompt).length > 0
  return (
    <div className={styles.settings}>
      <BigText
        label="Help for the walker"
        hint="What good looks like, or how to look. It opens with one touch."
        minRows={2}
        value={record.help}
        onChange={(help) => set({ help })}
      />
      {here.body.noPhotos ? null : (
        <ExamplePart
          document={here.document}
          name={record.text}
          example={record.example}
          onChange={(example) => set({ example })}
        />
      )}
      <div className={styles.lines}>
        <PickOne
          label="How"
          empty="Not said"
          options={optionsOf(lookWords)}
          value={prompt.look}
          onChange={(look) => set({ look })}
        />
        <PickOne
          label="How often"
          empty="Not said"
          options={optionsOf(frequencyWords)}
          value={prompt.frequency}
          onChange={(frequency) => set({ frequency })}
        />
        <Weight prompt={prompt} onChange={(weight) => set({ weight })} />
        <Section here={here} line={line} />
      </div>
      <FollowUp
        here={here}
        line={line}
        onChange={(after) => set({ after: JSON.stringify(after) })}
      />
      {answers ? (
        <>
          <div>
            <Button aria-expanded={asks} onClick={() => setAsks(!asks)}>
              {asks ? 'Hide what an answer asks for' : 'What an answer asks for'}
            </Button>
          </div>
          {asks ? (
            <DemandLines
              prompt={prompt}
              noPhotos={here.body.noPhotos}
              onChange={(demands) => set({ demands: JSON.stringify(demands) })}
            />
          ) : null}
        </>
      ) : null}
    </div>
  )
}

interface WeightProps {
  prompt: PromptInDraft['prompt']
  onChange: (weight: number) => void
}

function Weight({ prompt, onChange }: WeightProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isNumber = typed === null || /^\d{1,3}([.,]\d{1,2})?$/.test(typed)
  return (
    <TextLine
      short
      label="Weight"
      hint="1 counts once, 3 three times, 0 leaves it out of the score"
      inputMode="decimal"
      value={typed ?? String(prompt.weight)}
      error={isNumber ? undefined : 'Give a number from 0 to 100.'}
      onBlur={() => setTyped(null)}
      onChange={(text) => {
        setTyped(text)
        const weight = Number(text.replace(',', '.'))
        if (text.trim() !== '' && weight >= 0 && weight <= 100) onChange(weight)
      }}
    />
  )
}

/** Which section it stands in: moving it there puts it last. */
function Section({ here, line }: SettingsProps) {
  const { sections } = here.whole
  if (sections.length < 2) return null
  return (
    <PickOne
      label="Section"
      options={sections.map(({ record }, at) => ({
        value: record.id,
        label: record.title.trim() === '' ? `Section ${at + 1}` : record.title,
      }))}
      value={line.record.section}
      onChange={(section) => {
        const into = sections.find(({ record }) => record.id === section)
        if (into && section !== line.record.section)
          here.change('prompt', line.record.id, {
            section,
            order: keyBetween(into.prompts.at(-1)?.record.order ?? '', null),
          })
      }}
    />
  )
}

interface FollowUpProps extends SettingsProps {
  onChange: (after: { prompt: string; answers: string[] } | null) => void
}

/** Asked only after an answer to a prompt that comes before it. */
function FollowUp({ here, line: { prompt }, onChange }: FollowUpProps) {
  const all = promptsOf(here.body)
  const earlier = all
    .slice(
      0,
      Math.max(
        0,
        all.findIndex(({ id }) => id === prompt.id),
      ),
    )
    .filter((one) => answersOf(one).length > 0)
  const parent = earlier.find(({ id }) => id === prompt.after?.prompt)
  if (earlier.length === 0 && prompt.after === null) return null
  return (
    <>
      <PickOne
        label="Asked"
        empty="Always"
        options={earlier.map(({ id, text }) => ({ value: id, label: `Only after: ${text}` }))}
        value={parent?.id ?? null}
        onChange={(id) => {
          const picked = earlier.find((one) => one.id === id)
          const [first] = picked ? answersOf(picked) : []
          const answer = picked?.kind === 'check' ? 'fail' : first
          onChange(picked && answer !== undefined ? { prompt: picked.id, answers: [answer] } : null)
        }}
      />
      {parent && prompt.after ? (
        <MultiChips
          label="When the answer there is"
          options={answersInWords(parent)}
          values={prompt.after.answers}
          onChange={(answers) =>
            onChange(answers.length === 0 ? null : { prompt: parent.id, answers })
          }
        />
      ) : null}
    </>
  )
}
