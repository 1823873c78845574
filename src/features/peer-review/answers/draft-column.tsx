import { useState } from 'react'
import type { JoinedAnswer } from '../../../domain/peer-review/agreement.ts'
import { ANSWER_LENGTH, POINT_KINDS, type Point } from '../../../domain/peer-review/answers.ts'
import type { Unnamed } from '../../../domain/peer-review/answer-flags.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { pointWords } from './answer-words.ts'
import { DraftText } from './draft-text.tsx'
import { EvidenceChips } from './evidence-chips.tsx'
import { OtherAnswers } from './other-answers.tsx'
import { PointCard } from './point-card.tsx'
import type { QuestionHere } from './question-here.ts'
import styles from './answers.module.css'

interface DraftColumnProps {
  n: number
  question: string
  joined: JoinedAnswer
  q: QuestionHere
  /** Every kept point, those without words too: they are being written. */
  points: readonly Point[]
  unnamed: Unnamed
  onAdded: (point: string) => void
}

/** The answer on its sheet, then strengths, areas to explore, and where the team differs. */
export function DraftColumn(props: DraftColumnProps) {
  const { n, question, joined, q, points, unnamed, onAdded } = props
  const { now } = useDesk()
  const [undo, setUndo] = useState<Point | null>(null)
  const remove = (point: Point) => {
    q.changes.changePoint(point.id, { removedAt: now() })
    setUndo(point)
  }
  const bringBack = (point: Point) => {
    q.changes.changePoint(point.id, { removedAt: null })
    setUndo(null)
  }
  const answer = q.targets.find(({ id }) => id === question)
  return (
    <div className={styles.right}>
      <section className={styles.sheet} aria-labelledby="answer-heading">
        <h2 id="answer-heading">Our answer</h2>
        <DraftText
          label={`Answer to question ${n}`}
          hideLabel
          hint="A paragraph that can be read out: what was seen, heard and read. No advice, no grades, no names."
          minRows={5}
          longest={ANSWER_LENGTH}
          value={joined.answer?.text ?? ''}
          onChange={q.changes.typeAnswer}
          unnamed={unnamed}
          readOnly={q.readOnly}
        />
        <OtherAnswers joined={joined} q={q} />
        {answer ? <EvidenceChips {...q.evidenceOf(answer)} /> : null}
      </section>
      {undo ? (
        <Notice
          tone="info"
          title={`Removed: ${pointWords[undo.kind].one.toLowerCase()}`}
          action={<Button onClick={() => bringBack(undo)}>Bring it back</Button>}
        >
          Its words are kept.
        </Notice>
      ) : null}
      {POINT_KINDS.map((kind) => (
        <Points
          key={kind}
          kind={kind}
          points={points.filter((point) => point.kind === kind)}
          q={q}
          unnamed={unnamed}
          onRemove={remove}
          onAdded={onAdded}
        />
      ))}
    </div>
  )
}

interface PointsProps {
  kind: Point['kind']
  points: readonly Point[]
  q: QuestionHere
  unnamed: Unnamed
  onRemove: (point: Point) => void
  onAdded: (point: string) => void
}

function Points({ kind, points, q, unnamed, onRemove, onAdded }: PointsProps) {
  const words = pointWords[kind]
  const add = () => {
    const made = q.changes.addPoint(kind)
    if (made !== null) onAdded(made)
  }
  return (
    <section className={styles.sheet} aria-labelledby={`${kind}-heading`} data-kind={kind}>
      <h2 id={`${kind}-heading`}>{words.many}</h2>
      <p className={styles.soft}>{words.hint}</p>
      {points.length === 0 ? null : (
        <ol className={styles.points}>
          {points.map((point, i) => (
            <PointCard key={point.id} {...{ point, q, unnamed, onRemove }} n={i + 1} />
          ))}
        </ol>
      )}
      {q.readOnly ? null : (
        <Button icon={IconPlus} onClick={add}>
          {words.add}
        </Button>
      )}
    </section>
  )
}
