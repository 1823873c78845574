import type { ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import { IconCheck } from './icons.ts'
import { join } from './join.ts'
import { Link } from './link.tsx'
import { useNarrow } from './use-narrow.ts'
import styles from './steps.module.css'

export interface Step {
  id: string
  label: string
  state: 'done' | 'current' | 'todo'
  detail?: ReactNode
  to?: string | undefined
}

export interface StepsProps {
  label: string
  steps: readonly Step[]
  /** 'across' for short names; where they do not fit, one line says the stage and opens the rest. */
  direction?: 'down' | 'across'
}

// The rail and the margins, and what the longest word of a step needs.
const FRAME_EMS = 9
const STEP_EMS = 6.25

const said = { done: 'Done', current: 'Now', todo: 'To come' } as const

/** Stages in order: what is done, where one is, what is to come, in words as well as marks. */
export function Steps({ label, steps, direction = 'down' }: StepsProps) {
  const narrow = useNarrow(FRAME_EMS + steps.length * STEP_EMS)
  if (narrow && direction === 'across') {
    const at = steps.findIndex((step) => step.state === 'current')
    const current = steps[at]
    return (
      <details className={styles.brief}>
        <summary>
          <span className={styles.briefWords}>
            {current === undefined ? label : `Stage ${at + 1} of ${steps.length}: ${current.label}`}
          </span>
          <span className={styles.segments} aria-hidden>
            {steps.map((step) => (
              <i key={step.id} className={styles[step.state]} />
            ))}
          </span>
        </summary>
        <List label={label} steps={steps} direction="down" />
      </details>
    )
  }
  return <List label={label} steps={steps} direction={direction} />
}

function List({ label, steps, direction }: Required<StepsProps>) {
  return (
    <ol className={join(styles.steps, styles[direction])} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={join(styles.step, styles[step.state])}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.dot} aria-hidden>
            {step.state === 'done' ? <Glyph icon={IconCheck} size={20} /> : index + 1}
          </span>
          <span className={styles.words}>
            {step.to === undefined ? (
              <span className={styles.label}>{step.label}</span>
            ) : (
              <Link to={step.to} className={styles.label}>
                {step.label}
              </Link>
            )}
            <span className={styles.said}>{said[step.state]}</span>
            {step.detail === undefined ? null : (
              <span className={styles.detail}>{step.detail}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
