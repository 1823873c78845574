import { draftOptionRecord } from '../../domain/checks/draft.ts'
import type { PromptInDraft } from '../../domain/checks/draft-body.ts'
import { keyBetween } from '../../domain/checks/order-key.ts'
import { differs, settled } from '../../domain/choice.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../ui/icons.ts'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { MoveButtons } from './move-buttons.tsx'
import type { DraftHere } from './use-draft.ts'
import styles from './templates.module.css'

const SCORES = [
  { value: '1', label: 'All of it' },
  { value: '0.75', label: 'Three quarters' },
  { value: '0.5', label: 'Half' },
  { value: '0.25', label: 'A quarter' },
  { value: '0', label: 'Nothing' },
] as const
type Score = (typeof SCORES)[number]['value']

const scoreOf = (score: number | null): Score | null =>
  SCORES.find(({ value }) => Number(value) === score)?.value ?? null

const MOST = 20

/** The answers of a choice: words, and how much of the prompt's weight each earns. */
export function OptionLines({ here, line }: { here: DraftHere; line: PromptInDraft }) {
  const { newId } = useDesk()
  const { options } = line
  const add = () =>
    here.document.create(draftOptionRecord, {
      draft: here.id,
      prompt: line.record.id,
      value: newId(),
      label: '',
      score: null,
      order: keyBetween(options.at(-1)?.order ?? '', null),
      removedAt: null,
    })
  return (
    <>
      <ul className={styles.options} aria-label="Answers to choose from">
        {options.map((option, at) => (
          <li key={option.id}>
            <div className={styles.option}>
              <TextLine
                label={`Answer ${at + 1}`}
                value={option.label}
                onChange={(label) => here.change('option', option.id, { label })}
              />
              <PickOne
                label={`Answer ${at + 1} counts`}
                empty="No score"
                options={SCORES}
                value={scoreOf(settled(option.score))}
                error={
                  differs(option.score) ? 'Two people chose differently: choose again.' : undefined
                }
                onChange={(score) =>
                  here.change('option', option.id, { score: score === null ? null : Number(score) })
                }
              />
              <div className={styles.acts}>
                <MoveButtons
                  name={option.label === '' ? `answer ${at + 1}` : option.label}
                  at={at}
                  many={options.length}
                  onMove={(to) => here.move('option', options, option.id, to)}
                />
                <Button
                  tone="plain"
                  icon={IconTrash}
                  aria-label={`Take out answer ${at + 1}`}
                  onClick={() => here.remove('option', option.id)}
                >
                  Take out
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button icon={IconPlus} disabled={options.length >= MOST} onClick={add}>
          Add an answer
        </Button>
      </div>
    </>
  )
}
