import type { LetterStop } from '../../../domain/letter/checks.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import styles from './letter.module.css'

const show = (part: string) => {
  const heading = document.getElementById(`part-${part}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** All that keeps the letter from being agreed, each with its place and the way to mend it. */
export function StopList({ stops }: { stops: readonly LetterStop[] }) {
  if (stops.length === 0)
    return (
      <Notice tone="ok" live={false} title="Nothing in the letter needs mending">
        No advice, no grades or scores, no other schools and no names were found, and every part has
        its words. Read it once more all the same.
      </Notice>
    )
  return (
    <Section title={`To mend before it is agreed: ${stops.length}`}>
      <ul className={styles.stops}>
        {stops.map(({ part, where, what, words, mend }, i) => (
          <li key={i}>
            <p>
              <strong>
                {where}: {what.toLowerCase()}
                {words === '' ? '' : `, “${words}”`}.
              </strong>{' '}
              {mend}
            </p>
            {part === null ? null : (
              <a
                href={`#part-${part}`}
                onClick={(event) => {
                  event.preventDefault()
                  show(part)
                }}
              >
                Go to it
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
