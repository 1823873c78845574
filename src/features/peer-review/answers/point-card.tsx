import type { Point } from '../../../domain/peer-review/answers.ts'
import type { Unnamed } from '../../../domain/peer-review/answer-flags.ts'
import { Button } from '../../../ui/button.tsx'
import { IconTrash } from '../../../ui/icons.ts'
import { pointWords } from './answer-words.ts'
import { DraftText } from './draft-text.tsx'
import { EvidenceChips } from './evidence-chips.tsx'
import { Differing } from './differing.tsx'
import type { QuestionHere } from './question-here.ts'
import styles from './answers.module.css'

interface PointCardProps {
  point: Point
  n: number
  q: QuestionHere
  unnamed: Unnamed
  onRemove: (point: Point) => void
}

/** A strength, an area to explore, or a point on which the team differs, with its evidence. */
export function PointCard({ point, n, q, unnamed, onRemove }: PointCardProps) {
  const { changes, readOnly, targets } = q
  const words = pointWords[point.kind]
  const target = targets.find(({ id }) => id === point.id) ?? {
    id: point.id,
    label: `${words.one.toLowerCase()} ${n}`,
  }
  const draft = { unnamed, readOnly }
  return (
    <li className={styles.point}>
      <DraftText
        {...draft}
        label={point.kind === 'differ' ? 'One view' : `${words.one} ${n}`}
        value={point.text}
        onChange={(text) => changes.changePoint(point.id, { text })}
      />
      {point.kind === 'differ' ? (
        <>
          <DraftText
            {...draft}
            label="The other view"
            value={point.otherView}
            onChange={(otherView) => changes.changePoint(point.id, { otherView })}
          />
          <Differing point={point} q={q} unnamed={unnamed} />
        </>
      ) : null}
      <EvidenceChips {...q.evidenceOf(target)} />
      {readOnly ? null : (
        <Button tone="plain" icon={IconTrash} onClick={() => onRemove(point)}>
          Remove {words.one.toLowerCase()} {n}
        </Button>
      )}
    </li>
  )
}
