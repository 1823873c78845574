import { useContext } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { AppContext } from '../app-context.ts'
import styles from '../app.module.css'

const promises: readonly (readonly [string, string])[] = [
  [
    '“Saved on this device” is meant.',
    'A crash, a flat battery or a closed lid after those words loses nothing.',
  ],
  [
    '“Safe at the trust” is meant too.',
    'The trust’s computer has written it to its own disk, not just heard it.',
  ],
  [
    'No signal and no sign-in never stop you.',
    'Work done without either is kept, shown and sent later. It is never thrown away, hidden or blocked.',
  ],
  [
    'Nobody’s words overwrite yours.',
    'Words that two people type come together. Where two people choose differently, both choices stay until a person picks.',
  ],
  [
    'Notes are left at the school.',
    'After the hand-over reviewers hold the agreed letter and nothing else, and a receipt proves it.',
  ],
  [
    'A safeguarding concern is never written here.',
    'Corridor sends you to the DSL at once, and keeps only the time and whom you told.',
  ],
  [
    'People decide, and put their names to it.',
    'Every change has a name and a time. Corridor never judges a school: a person with a role does, on a date.',
  ],
]

/** What the app promises, in words that a headteacher can hold it to. */
export function PromisesPage() {
  const inside = useContext(AppContext) !== null
  return (
    <Page
      title="Seven promises"
      lead="What you may count on, with or without signal."
      back={inside ? { to: '/device', label: 'This device' } : undefined}
      standalone={!inside}
    >
      <ol className={styles.promises}>
        {promises.map(([promise, meaning]) => (
          <li key={promise}>
            <strong>{promise}</strong>
            {meaning}
          </li>
        ))}
      </ol>
      {inside ? null : <LinkButton to="/">Go to sign-in</LinkButton>}
    </Page>
  )
}
