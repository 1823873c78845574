import { Button } from '../../../ui/button.tsx'
import { IconArrowBackUp } from '../../../ui/icons.ts'
import styles from './pad.module.css'
import type { Marking } from './marking.ts'
import { useCanUndo, usePlace } from './use-marking.ts'

/** Big keys for the cell in use: every mark that the question can have, left blank, full marks. */
export function Keypad({ marking }: { marking: Marking }) {
  const { item } = usePlace(marking)
  const canUndo = useCanUndo(marking)
  const question = marking.sheet.items[item]
  if (!question) return null
  const { label, max } = question
  return (
    <div className={styles.keys} role="group" aria-label={`Marks for question ${label}`}>
      {Array.from({ length: max + 1 }, (_, value) => (
        <button
          key={value}
          type="button"
          className={styles.key}
          aria-label={value === max ? `${value}, full marks` : String(value)}
          onClick={() => marking.run({ do: 'mark', value })}
        >
          {value}
          {value === max ? <span className={styles.full}>full</span> : null}
        </button>
      ))}
      <Button onClick={() => marking.run({ do: 'left-blank' })}>Left blank</Button>
      <Button onClick={() => marking.run({ do: 'rub-out-back' })}>Rub out</Button>
      <Button
        icon={IconArrowBackUp}
        disabled={!canUndo}
        onClick={() => marking.run({ do: 'undo' })}
      >
        Undo
      </Button>
    </div>
  )
}
