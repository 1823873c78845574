import type { RepReview } from '../../../domain/rep/progress.ts'
import { wordsOn } from '../../../domain/rep/work.ts'
import { useNames } from '../../../store/use-names.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import type { RepHere } from '../use-rep.ts'
import { useWord } from '../evidence/use-word.ts'
import styles from './review.module.css'
import { saidBy } from '../words.ts'

interface HeadsWordProps {
  here: RepHere
  review: RepReview
}

/** What the head says of a review from their own device: each word is kept, with its day. */
export function HeadsWord({ here, review }: HeadsWordProps) {
  const nameOf = useNames()
  const said = wordsOn(here.words, review.id)
  const mine = ['Head', 'HoS'].includes(here.role) && here.writesWork
  return (
    <Section title="The Head’s word">
      {said.length === 0 ? (
        <p className={styles.soft}>
          {mine
            ? 'Say whether you agree, here or later. It goes beside the review under your name.'
            : 'The Head has not said anything on their own device yet.'}
        </p>
      ) : (
        <ul className={styles.lines} aria-label="What the Head said">
          {said.map((word) => (
            <li key={word.id}>
              <strong>{word.agrees ? 'Agrees' : 'Says'}</strong>
              {word.text.trim() === '' ? '' : `: ${word.text.trim()}`}{' '}
              <span className={styles.soft}>({saidBy(word, nameOf)})</span>
            </li>
          ))}
        </ul>
      )}
      {mine ? <MyWord here={here} review={review} /> : null}
    </Section>
  )
}

function MyWord({ here, review }: HeadsWordProps) {
  const word = useWord(here, { kind: 'review', id: review.id })
  return (
    <>
      <BigText
        label="Your word on this review"
        minRows={2}
        value={word.text}
        onChange={word.write}
      />
      <div className={styles.buttons}>
        <Button tone="primary" onClick={() => word.say(true)}>
          I agree
        </Button>
        {word.text.trim() === '' ? null : (
          <Button onClick={() => word.say(false)}>Add this without agreeing</Button>
        )}
      </div>
    </>
  )
}
