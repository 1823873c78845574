import { useState } from 'react'
import { stillDiffers } from '../../../domain/peer-review/agreement.ts'
import { type Point, pointRecord } from '../../../domain/peer-review/answers.ts'
import type { LiveDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { SharedText } from '../answers/shared-text.tsx'
import styles from './read-out.module.css'

interface ReadPointProps {
  point: Point
  /** "Strengths, 1": which point the head's words are beside. */
  label: string
  document: LiveDocument
  isHead: boolean
}

/** One point as it is read out, and beside it what the head adds: the head's own, and marked so. */
export function ReadPoint({ point, label, document, isHead }: ReadPointProps) {
  const [adding, setAdding] = useState(false)
  const writes = isHead && !document.readOnly
  const open = writes && (adding || point.context.trim() !== '')
  return (
    <li className={styles.point}>
      {point.kind === 'differ' ? <Views point={point} /> : <p>{point.text}</p>}
      {open ? (
        <div className={styles.context}>
          <SharedText
            label="The head adds"
            hint={`Beside “${label}”. Yours: it changes nothing that the team agreed.`}
            minRows={2}
            startHere={adding}
            value={point.context}
            onChange={(context) => void document.change(pointRecord, point.id, { context })}
          />
        </div>
      ) : point.context.trim() === '' ? null : (
        <div className={styles.context}>
          <p className={styles.adds}>The head adds</p>
          <p>{point.context}</p>
        </div>
      )}
      {writes && !open ? (
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          Add context as the head
        </Button>
      ) : null}
    </li>
  )
}

function Views({ point }: { point: Point }) {
  if (!stillDiffers(point)) return <p>{point.settledAs}</p>
  return (
    <>
      <p>One view: {point.text}</p>
      <p>Another view: {point.otherView}</p>
    </>
  )
}
