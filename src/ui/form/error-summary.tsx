import { useEffect, useRef } from 'react'
import { Glyph } from '../glyph.tsx'
import { IconAlertOctagon } from '../icons.ts'
import { fieldId } from './field-id.ts'
import styles from './form.module.css'

export interface ErrorSummaryProps {
  prefix: string
  problems: { name: string; message: string }[]
  /** Take focus now: the person has just tried to send the form. */
  focus: boolean
}

/** What still needs a look, at the head of the form; each line goes to its field. */
export function ErrorSummary({ prefix, problems, focus }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // The errors may come a moment after the try, so wait for the box; then never take focus again,
  // or it would jump away from somebody who is mending a field.
  const waiting = useRef(focus)
  useEffect(() => {
    if (!waiting.current || box.current === null) return
    waiting.current = false
    box.current.focus()
  })
  if (problems.length === 0) return null
  const title =
    problems.length === 1 ? 'One thing needs a look' : `${problems.length} things need a look`
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <p className={styles.summaryTitle}>
        <Glyph icon={IconAlertOctagon} size={26} />
        <span>{title}</span>
      </p>
      <ul>
        {problems.map(({ name, message }) => (
          <li key={name}>
            <a
              href={`#${fieldId(prefix, name)}`}
              onClick={(event) => {
                // Focus itself: changing the address would wake the router.
                event.preventDefault()
                goTo(fieldId(prefix, name))
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(id: string): void {
  const field = document.getElementById(id)
  const inside = field?.matches('fieldset') === true ? field.querySelector('input') : null
  ;(inside ?? field)?.focus()
}
