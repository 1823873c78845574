import { useState } from 'react'
import { demandsOf, demandWords } from '../../domain/checks/demands.ts'
import { countOf, scoreOf } from '../../domain/checks/scoring.ts'
import { shownSections } from '../../domain/checks/shown.ts'
import type { Prompt, TemplateBody } from '../../domain/checks/template.ts'
import { useExample } from '../../store/use-example.ts'
import { BigText } from '../../ui/big-text.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SmallPhoto } from '../../ui/small-photo.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { answersInWords } from './words.ts'
import styles from './templates.module.css'

/** The checklist to try out: follow-ups come and go, the score counts, nothing is kept. */
export function Preview({ body }: { body: TemplateBody }) {
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map())
  const sections = shownSections(body, given).filter(({ prompts }) => prompts.length > 0)
  const { total } = scoreOf(body, given)
  const answer = (id: string, value: string | null) => {
    const next = new Map(given)
    if (value === null || value === '') next.delete(id)
    else next.set(id, value)
    setGiven(next)
  }
  if (sections.length === 0)
    return (
      <EmptyState title="Nothing to see yet">
        <p>Add a prompt, and it shows here as the walker will see it.</p>
      </EmptyState>
    )
  return (
    <>
      <Notice tone="info" live={false} title="Try it out. Nothing that you answer here is kept.">
        {total === null
          ? 'No score while nothing that counts is answered.'
          : `Score so far: ${total.percent}% of ${total.counted} answered.`}
      </Notice>
      {sections.map(({ id, title, prompts }) => (
        <Section key={id} title={title.trim() === '' ? 'Without a name' : title}>
          {prompts.map((prompt) => (
            <div key={prompt.id} className={prompt.after === null ? undefined : styles.follow}>
              <TryPrompt
                prompt={prompt}
                value={given.get(prompt.id) ?? ''}
                onAnswer={(value) => answer(prompt.id, value)}
              />
            </div>
          ))}
        </Section>
      ))}
    </>
  )
}

interface TryPromptProps {
  prompt: Prompt
  value: string
  onAnswer: (value: string | null) => void
}

function TryPrompt({ prompt, value, onAnswer }: TryPromptProps) {
  const example = useExample(prompt.example)
  const asked = value === '' ? [] : demandsOf(prompt, value, null)
  return (
    <>
      <TryBox prompt={prompt} value={value} onAnswer={onAnswer} />
      {example ? (
        <SmallPhoto picture={example} words={`Example photo for: ${prompt.text}`} />
      ) : null}
      {asked.length > 0 ? (
        <p className={styles.soft}>Then asks for: {asked.map(demandWords).join(', ')}.</p>
      ) : null}
    </>
  )
}

function TryBox({ prompt, value, onAnswer }: TryPromptProps) {
  const label = prompt.text.trim() === '' ? 'Without words' : prompt.text
  const hint = prompt.help === '' ? undefined : prompt.help
  switch (prompt.kind) {
    case 'check':
    case 'choice':
      return (
        <ChoiceChips
          label={label}
          hint={hint}
          options={answersInWords(prompt)}
          value={value === '' ? null : value}
          onChange={onAnswer}
        />
      )
    case 'number':
      return (
        <TextLine
          short
          label={label}
          hint={hint}
          inputMode="decimal"
          value={value}
          onChange={onAnswer}
        />
      )
    case 'count':
      return (
        <TextLine
          short
          label={label}
          hint={hint ?? 'How many, of how many: 26/28'}
          value={value}
          error={value === '' || countOf(value) ? undefined : 'Give two numbers, as in 26/28.'}
          onChange={onAnswer}
        />
      )
    case 'date':
      return <DateLine label={label} hint={hint} value={value} onChange={onAnswer} />
    case 'text':
      return <BigText label={label} hint={hint} minRows={2} value={value} onChange={onAnswer} />
    case 'photo':
    case 'signature':
      return (
        <>
          <p>
            <strong>{label}</strong>
          </p>
          <p className={styles.soft}>
            {prompt.kind === 'photo'
              ? 'Here the walker takes a photo.'
              : 'Here somebody signs on the glass.'}
          </p>
        </>
      )
  }
}
