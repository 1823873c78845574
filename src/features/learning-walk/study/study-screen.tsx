import { isQuestion, pairRecord, vocabularyOf } from '../../../domain/learning-walk/book-study.ts'
import { walkRecord } from '../../../domain/learning-walk/walk.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { GuardedText } from '../guarded-text.tsx'
import { paths } from '../paths.ts'
import { saySample } from '../plan/say-sample.ts'
import { TellDsl } from '../tell-dsl.tsx'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { PairCard } from './pair-card.tsx'
import styles from '../walk.module.css'

export default function StudyScreen() {
  return <WalkGate>{(here) => <Study here={here} />}</WalkGate>
}

/** A pupil book study: pairs of pupils with their books, and a question for staff at the end. */
function Study({ here }: { here: WalkHere }) {
  const { walk, pairs, writes } = here
  const { asked, secure } = vocabularyOf(pairs)
  const unit = [walk.subject, walk.year, walk.unit].filter((part) => part !== '').join(', ')
  return (
    <Page
      title="Pairs and books"
      lead={`${unit === '' ? '' : `${unit}. `}${saySample(walk)}`}
      back={{ to: paths.walk(here), label: 'The walk' }}
      actions={writes ? <TellDsl here={here} /> : undefined}
    >
      <NewerRecords here={here} />
      {pairs.length === 0 ? <p>No pair yet. Two pupils, their books, ten minutes.</p> : null}
      <ol className={styles.list} aria-label="Pairs">
        {pairs.map((pair, n) => (
          <li key={pair.id}>
            <PairCard here={here} pair={pair} n={n + 1} />
          </li>
        ))}
      </ol>
      {writes ? (
        <Button
          icon={IconPlus}
          tone={pairs.length === 0 ? 'primary' : 'quiet'}
          onClick={() =>
            here.add(pairRecord, {
              n: (pairs.at(-1)?.n ?? 0) + 1,
              remembered: '',
              sequence: '',
            })
          }
        >
          Add a pair
        </Button>
      ) : null}
      <Section
        title="Taken away"
        lead={asked > 0 ? `${secure} of ${asked} words secure over all pairs.` : undefined}
      >
        {writes ? (
          <GuardedText
            here={here}
            label="A question for staff"
            minRows={2}
            value={walk.takeaway}
            onChange={(takeaway) => here.doc.change(walkRecord, here.id, { takeaway })}
          />
        ) : (
          <p>{walk.takeaway || 'No question yet.'}</p>
        )}
        {walk.takeaway.trim() !== '' && !isQuestion(walk.takeaway) ? (
          <Notice tone="warn" title="Put it as a question">
            A question leaves the answer to those who teach. It ends in a question mark.
          </Notice>
        ) : null}
      </Section>
    </Page>
  )
}
