import { useState } from 'react'
import { READY_MADE } from '../../../domain/checks/ready-made/index.ts'
import { templateVersionRecord } from '../../../domain/checks/template.ts'
import { promptSets } from '../../../domain/learning-walk/focus-sets.ts'
import { type WalkPrompt, walkPromptRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { GuardedText } from '../guarded-text.tsx'
import type { WalkHere } from '../use-walk.ts'
import styles from '../walk.module.css'

/** What to look at, from the focus: the same for rooms, books, pupils and data. */
export function PromptsPart({ here }: { here: WalkHere }) {
  const { prompts, writes } = here
  const add = (texts: readonly string[]) => {
    const last = prompts.at(-1)?.n ?? 0
    for (const [at, text] of texts.entries()) here.add(walkPromptRecord, { n: last + 1 + at, text })
  }
  return (
    <Section
      title="Prompts"
      lead="Three or four are plenty. They are about pupils’ work and talk, not about a teacher."
    >
      <ol className={styles.list} aria-label="Prompts">
        {prompts.map((prompt, n) => (
          <li key={prompt.id}>
            {writes ? <OnePrompt here={here} prompt={prompt} n={n + 1} /> : prompt.text}
          </li>
        ))}
      </ol>
      {prompts.length === 0 ? <p className={styles.soft}>No prompt yet.</p> : null}
      {writes ? (
        <div className={styles.buttons}>
          <Button icon={IconPlus} onClick={() => add([''])}>
            Add a prompt
          </Button>
        </div>
      ) : null}
      {writes ? <FromSet onPick={add} /> : null}
    </Section>
  )
}

function OnePrompt({ here, prompt, n }: { here: WalkHere; prompt: WalkPrompt; n: number }) {
  const { now } = useDesk()
  const used = here.seen.some((seen) => seen.prompt === prompt.id)
  return (
    <>
      <GuardedText
        here={here}
        label={`Prompt ${n}`}
        minRows={1}
        value={prompt.text}
        onChange={(text) => here.doc.change(walkPromptRecord, prompt.id, { text })}
      />
      {used ? null : (
        <Button
          tone="plain"
          onClick={() => here.doc.change(walkPromptRecord, prompt.id, { removedAt: now() })}
        >
          Remove prompt {n}
        </Button>
      )}
    </>
  )
}

function FromSet({ onPick }: { onPick: (texts: readonly string[]) => void }) {
  const [key, setKey] = useState<string | null>(null)
  const published = useRecords(templateVersionRecord, ['templates']).rows.map(({ body }) => body)
  const sets = promptSets([...READY_MADE, ...published])
  const set = sets.find((one) => one.key === key)
  const take = () => {
    if (set) onPick(set.prompts)
    setKey(null)
  }
  return (
    <div className={styles.row}>
      <PickOne
        label="Prompts of a focus or a checklist"
        options={sets.map((one) => ({ value: one.key, label: one.focus }))}
        value={key}
        onChange={setKey}
      />
      <Button disabled={!set} onClick={take}>
        Add these prompts
      </Button>
    </div>
  )
}
