import { useEffect, useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { HistoryLine } from '../../../domain/history.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconWifiOff } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { planDocument } from '../action-plan/use-plan.ts'
import { usePeople } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'
import { EarlierWords } from './earlier-words.tsx'
import { fetchHistory, type HistoryAnswer } from './history-api.ts'
import styles from './history.module.css'
import { isWorthReading, sayDeed, sayWhen, sayWords } from './history-words.ts'

type Which = 'review' | 'plan'
const OPTIONS = [
  { value: 'review' as const, label: 'Pack, timetable and answers' },
  { value: 'plan' as const, label: 'Action plan' },
]

/** Whose rows the relay's own are: those that began the demonstration. */
const RELAY = 'relay'

/** Who wrote what, day by day: from the trust, so only with signal. Notes are never in it. */
export function EditsPart({ access }: { access: ReviewAccess }) {
  const [which, setWhich] = useState<Which>('review')
  const doc = which === 'review' ? subjectOf(access.id) : planDocument(access.id)
  return (
    <Section
      title="What was written"
      lead="Day by day, from the trust’s records. Reviewers’ notes are not part of it."
    >
      <ChoiceChips
        label="History of"
        clearable={false}
        options={OPTIONS}
        value={which}
        onChange={(value) => setWhich(value ?? 'review')}
      />
      <Edits key={doc} doc={doc} />
    </Section>
  )
}

function useHistory(doc: string): [HistoryAnswer | null, () => void] {
  const [answer, setAnswer] = useState<HistoryAnswer | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let over = false
    void fetchHistory(doc).then((said) => {
      if (!over) setAnswer(said)
    })
    return () => {
      over = true
    }
  }, [doc, turn])
  return [answer, () => setTurn(turn + 1)]
}

function Edits({ doc }: { doc: string }) {
  const { contact } = useDesk()
  const { live } = useWatched(contact)
  const [answer, ask] = useHistory(doc)
  if (answer === null) return <LoadingState label="Asking the trust" />
  if (answer === 'not-allowed')
    return (
      <Notice tone="info" live={false} title="This history is not open to you">
        Those who may read the document may read its history.
      </Notice>
    )
  if (answer === 'no-answer')
    return (
      <EmptyState
        icon={IconWifiOff}
        title={live ? 'The trust did not answer' : 'No signal'}
        action={<Button onClick={ask}>Ask again</Button>}
      >
        <p>
          What was written is listed when there is signal. The decisions above are complete as of
          the last contact.
        </p>
      </EmptyState>
    )
  const lines = answer.filter(isWorthReading)
  if (lines.length === 0) return <p>Nothing has been written yet.</p>
  return <Days lines={lines} doc={doc} />
}

function Days({ lines, doc }: { lines: readonly HistoryLine[]; doc: string }) {
  const days = [...new Set(lines.map(({ madeAt }) => sayTime(madeAt, 'day')))]
  return days.map((day) => (
    <div key={day}>
      <h3>{day}</h3>
      <ul className={styles.lines} aria-label={day}>
        {lines
          .filter(({ madeAt }) => sayTime(madeAt, 'day') === day)
          .map((line) => (
            <Line key={`${line.seq} ${line.record}`} line={line} doc={doc} />
          ))}
      </ul>
    </div>
  ))
}

function Line({ line, doc }: { line: HistoryLine; doc: string }) {
  const nameOf = usePeople()
  const words = sayWords(line)
  return (
    <li>
      <p>
        <strong>{line.person === RELAY ? 'The trust’s computer' : nameOf(line.person)}</strong>{' '}
        {sayDeed(line)}
        {words === '' ? '' : `: “${words}”`}
      </p>
      <p className={styles.soft}>{sayWhen(line.madeAt, line.receivedAt, 'clock')}</p>
      <EarlierWords line={line} doc={doc} />
    </li>
  )
}
