import { CountList, CountRow } from '../count-row.tsx'
import { Section } from '../section.tsx'
import { Steps, type Step } from '../steps.tsx'
import { Time } from '../time.tsx'
import styles from './kit.module.css'

const names = [
  'Preparing',
  'Ready',
  'On the day',
  'Answers agreed',
  'Handed over',
  'Letter sent',
  'Plan agreed',
  'Checked back',
]
const steps: Step[] = names.map((label, index) => ({
  id: label,
  label,
  state: index < 2 ? 'done' : index === 2 ? 'current' : 'todo',
}))
const heard = Date.UTC(2025, 10, 18, 10, 42)

/** People and their counts, and the stages of a review. */
export function KitPeople() {
  return (
    <>
      <Section title="Who has what">
        <CountList label="Notes by reviewer" total="19 of 22 notes are here">
          <CountRow
            name="Rufus Candlestick"
            count="11 here"
            heard={
              <>
                last heard <Time at={heard} />
              </>
            }
            tone="ok"
            word="All here"
          />
          <CountRow
            name="Barnaby Quillfeather"
            count="8 here"
            heard={
              <>
                last heard <Time at={heard} />
              </>
            }
            tone="warn"
            word="3 to come"
            to="#barnaby"
          />
          <CountRow
            name="Wilhelmina Fizzlewick"
            count="0 here"
            heard="not heard today"
            tone="stuck"
            word="Not merged"
          />
        </CountList>
      </Section>
      <Section title="Stages">
        <Steps label="Stages of the review" steps={steps} direction="across" />
        <div className={styles.columns}>
          <Steps label="Today’s stages" steps={steps.slice(0, 4)} />
          <p>
            The day is <Time at={heard} form="day" />, written <Time at={heard} form="date" /> in
            lists and <Time at={heard} form="moment" /> beside a note.
          </p>
        </div>
      </Section>
    </>
  )
}
