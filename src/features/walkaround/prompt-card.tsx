import { useState } from 'react'
import type { JoinedAnswer } from '../../domain/checks/answers.ts'
import { dayAfter } from '../../domain/actions/due.ts'
import { demandsOf } from '../../domain/checks/demands.ts'
import { foundIn } from '../../domain/checks/hazards.ts'
import { wantsHazard } from '../../domain/checks/prompts.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { useExample } from '../../store/use-example.ts'
import { BigText } from '../../ui/big-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconInfoCircle, IconNote, IconPlus } from '../../ui/icons.ts'
import { join } from '../../ui/join.ts'
import { SmallPhoto } from '../../ui/small-photo.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { AnswerBox } from './answer-box.tsx'
import { DayBox } from '../../ui/day-box.tsx'
import { Differing } from './differing.tsx'
import { HazardLine } from './hazard-line.tsx'
import { PhotosOf } from './photos-of.tsx'
import { paths, useGo } from './routing.ts'
import type { RunHere } from './use-run.ts'
import type { Walk } from './use-walk.ts'
import styles from './walk.module.css'
import { answerWords, lookWords } from './words.ts'

interface PromptCardProps {
  here: RunHere
  walk: Walk
  prompt: Prompt
}

const edge = (answer: JoinedAnswer | undefined): string | undefined => {
  if (!answer || answer.value === null) return undefined
  return answer.value === 'pass'
    ? styles.pass
    : answer.value === 'fail'
      ? styles.fail
      : styles.other
}

/** One question of a zone: its answer, what that asks for, and the hazards found there. */
export function PromptCard({ here, walk, prompt }: PromptCardProps) {
  const go = useGo()
  const answer = here.answers.get(prompt.id)
  const hazards = foundIn(here.defects, here.run).filter((each) => each.prompt === prompt.id)
  const say = (value: string | null) => {
    const hazard = walk.answer(prompt, value)
    if (hazard !== null) go(paths.hazard(here.ref, hazard))
  }
  const value = answer?.value ?? ''
  const wrong = wantsHazard(prompt, value)
  return (
    <li className={join(styles.prompt, edge(answer))}>
      <h2 className={styles.ask}>
        <span className={styles.number}>{prompt.id}</span>
        {prompt.text}
      </h2>
      <Help prompt={prompt} />
      {answer?.differs ? (
        <Differing prompt={prompt} answer={answer} readOnly={!here.writes} onPick={say} />
      ) : here.writes ? (
        <AnswerBox prompt={prompt} answer={answer} onAnswer={say} />
      ) : (
        <p className={styles.written}>
          {answer?.value ? answerWords(prompt, answer.value) : 'No answer'}
        </p>
      )}
      {prompt.kind === 'signature' ? (
        <LinkButton to={paths.finish(here.ref)}>Sign on the finish page</LinkButton>
      ) : null}
      {hazards.map((hazard) => (
        <HazardLine key={hazard.id} hazard={hazard} here={here} />
      ))}
      {wrong && here.writes ? (
        <Button
          icon={IconPlus}
          onClick={() => {
            const id = walk.newHazard(prompt.id)
            if (id !== null) go(paths.hazard(here.ref, id))
          }}
        >
          {hazards.length === 0 ? 'Write down what was found' : 'Another hazard here'}
        </Button>
      ) : null}
      <NotChecked here={here} walk={walk} prompt={prompt} answer={answer} />
      <Beside here={here} walk={walk} prompt={prompt} answer={answer} />
    </li>
  )
}

function Help({ prompt }: { prompt: Prompt }) {
  const [open, setOpen] = useState(false)
  const look = lookWords(prompt)
  const example = useExample(prompt.example)
  const more = prompt.help !== '' || example !== null
  if (look === '' && !more) return null
  return (
    <div>
      {look === '' ? null : <p className={styles.soft}>{look}</p>}
      {!more ? null : open ? (
        <>
          {prompt.help === '' ? null : <p>{prompt.help}</p>}
          {example ? (
            <SmallPhoto picture={example} words={`Example photo for: ${prompt.text}`} />
          ) : null}
        </>
      ) : (
        <Button tone="plain" icon={IconInfoCircle} onClick={() => setOpen(true)}>
          What to look for
        </Button>
      )}
    </div>
  )
}

interface PartProps extends PromptCardProps {
  answer: JoinedAnswer | undefined
}

/** Allowed with a reason and the day on which somebody will check it (C41). */
function NotChecked({ here, walk, prompt, answer }: PartProps) {
  if (prompt.kind !== 'check' || answer?.value !== 'not_checked') return null
  if (!here.writes)
    return (
      <p className={styles.written}>
        {answer.reasons.join('\n')} {answer.followUps.join(', ')}
      </p>
    )
  const day = answer.followUps[0] ?? ''
  return (
    <>
      <Texts here={here} walk={walk} prompt={prompt} answer={answer} field="reason" />
      <ChoiceChips
        label={`Somebody checks ${prompt.id} on`}
        options={[1, 2, 7].map((days) => {
          const soon = dayAfter(here.run.date, days)
          return { value: soon, label: sayTime(Date.parse(`${soon}T12:00:00Z`), 'short') }
        })}
        value={day}
        onChange={(followUp) => walk.write(prompt.id, { followUp: followUp ?? '' })}
      />
      <DayBox
        label="Or another day"
        value={day}
        error={day !== '' && day < here.run.date ? 'Give a day that is still to come' : undefined}
        onChange={(followUp) => walk.write(prompt.id, { followUp })}
      />
    </>
  )
}

/** The note and the photos of an answer. They stay away until somebody wants them, or an answer asks. */
function Beside({ here, walk, prompt, answer }: PartProps) {
  const [open, setOpen] = useState(false)
  const value = answer?.value ?? ''
  const needs = demandsOf(prompt, value, null)
  const first = answer?.records[0]
  const told = (answer?.notes.length ?? 0) > 0 || prompt.kind === 'text' || value === 'n/a'
  const pictured = prompt.kind === 'photo' || needs.includes('photo')
  const photos = first ? here.photosOf(first.id) : 0
  const noted =
    told || open || (needs.includes('note') && value !== 'fail' && value !== 'not_checked')
  return (
    <>
      {noted && here.writes ? (
        <Texts here={here} walk={walk} prompt={prompt} answer={answer} field="note" />
      ) : null}
      {!here.writes && answer ? <p className={styles.written}>{answer.notes.join('\n')}</p> : null}
      {!here.run.template.noPhotos && (pictured || open || photos > 0) ? (
        <PhotosOf
          here={here}
          label={`Photos: ${prompt.id}`}
          place={prompt.id}
          of={first?.id ?? null}
          onNeeded={() => walk.write(prompt.id, {})}
        />
      ) : null}
      {here.writes && !open && value !== 'fail' && !(noted && pictured) ? (
        <Button tone="plain" icon={IconNote} onClick={() => setOpen(true)}>
          {here.run.template.noPhotos ? 'Add a note' : 'Add a note or a photo'}
        </Button>
      ) : null}
    </>
  )
}

const LABELS = { note: 'Note', reason: 'Why it was not checked' } as const

/** One box for each record that has words: two who wrote apart both keep theirs. */
function Texts({ walk, prompt, answer, field }: PartProps & { field: 'note' | 'reason' }) {
  const records = answer?.records ?? []
  const shown = records.filter((each, index) => index === 0 || each[field].trim() !== '')
  const ids = shown.length === 0 ? [undefined] : shown.map(({ id }) => id)
  return ids.map((id, index) => (
    // By place: the box that made the record stays the box of the record.
    <BigText
      key={index}
      label={index === 0 ? `${LABELS[field]}: ${prompt.id}` : `${LABELS[field]}, also written`}
      minRows={2}
      placeholder="No names of pupils or staff."
      value={records.find((each) => each.id === id)?.[field] ?? ''}
      onChange={(text) => walk.write(prompt.id, { [field]: text }, id)}
    />
  ))
}
