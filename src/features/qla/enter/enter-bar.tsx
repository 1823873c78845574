import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconArrowBackUp } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import styles from './enter.module.css'
import type { Marking } from './marking.ts'
import type { Order } from './route.ts'
import { useCanUndo, useOrder, useProgress } from './use-marking.ts'

export type View = 'grid' | 'pad'

const views = [
  { value: 'grid', label: 'Grid' },
  { value: 'pad', label: 'One pupil at a time' },
] as const satisfies readonly { value: View; label: string }[]

const orders = [
  { value: 'pupil', label: 'Pupil by pupil' },
  { value: 'question', label: 'Question by question' },
] as const satisfies readonly { value: Order; label: string }[]

const whole = new Intl.NumberFormat('en-GB')

/** How far it is, and the way back. @param keypad it is on the screen too, with the way back under the thumb */
export function EnterBar({ marking, keypad }: { marking: Marking; keypad: boolean }) {
  const { marked, of } = useProgress(marking)
  const canUndo = useCanUndo(marking)
  return (
    <div className={styles.bar}>
      <p className={styles.progress}>
        <strong>{whole.format(marked)}</strong> of {whole.format(of)} marks in
      </p>
      {keypad ? null : (
        <Button icon={IconArrowBackUp} disabled={!canUndo} onClick={() => marking.undo()}>
          Undo
        </Button>
      )}
    </div>
  )
}

interface EnterWaysProps {
  marking: Marking
  view: View
  onView: (view: View) => void
}

/** How marks are typed: in a grid or by big keys, along the papers or down the questions. */
export function EnterWays({ marking, view, onView }: EnterWaysProps) {
  const order = useOrder(marking)
  return (
    <Section title="How you type">
      <ChoiceChips
        label="How marks are shown"
        options={views}
        value={view}
        clearable={false}
        onChange={(value) => onView(value ?? 'grid')}
      />
      <ChoiceChips
        label="Which mark comes next"
        options={orders}
        value={order}
        clearable={false}
        onChange={(value) => marking.setOrder(value ?? 'pupil')}
      />
    </Section>
  )
}
