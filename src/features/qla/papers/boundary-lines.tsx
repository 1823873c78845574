import type { BoundarySet } from '../../../domain/qla/boundaries.ts'
import { boundaryRecord } from '../../../domain/qla/paper.ts'
import { labelsOf } from '../../../domain/qla/scales.ts'
import { type BoundaryRow, boundariesTable } from '../../../domain/qla/tables.ts'
import { useDesk } from '../../../store/react.tsx'
import type { LiveDocument } from '../../../store/use-document.ts'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import styles from './papers.module.css'

interface BoundaryLinesProps {
  set: BoundarySet
  document: LiveDocument
  writes: boolean
}

/** Scales with more labels than this come from a table; nobody types forty boxes. */
const TYPED = 9

/** The fewest marks for each label: typed for a short scale, from a table for a long one. */
export function BoundaryLines({ set, document, writes }: BoundaryLinesProps) {
  const { me, now } = useDesk()
  const put = ({ label, min }: { label: string; min: number | null }) => {
    const known = document
      .all(boundaryRecord)
      .rows.find((line) => line.set === set.id && line.label === label)
    if (min === null) {
      if (known) document.change(boundaryRecord, known.id, { removedAt: now() })
    } else if (known) document.change(boundaryRecord, known.id, { min, removedAt: null })
    else
      document.create(boundaryRecord, {
        set: set.id,
        label,
        min,
        by: me.person,
        madeAt: now(),
      })
  }
  const labels = labelsOf(set.scale)
  const shown = new Map(set.thresholds.map(({ label, min }) => [label, min]))
  if (!writes || labels.length > TYPED)
    return (
      <>
        <p>
          {set.thresholds.length === 0
            ? 'None yet.'
            : set.thresholds.map(({ label, min }) => `${label}: ${min}`).join(', ')}
        </p>
        {writes ? (
          <TableImport
            job={boundariesTable}
            one="boundary"
            many="boundaries"
            paste
            hint="CSV or Excel, with columns Grade and Fewest marks."
            onBring={(rows: readonly BoundaryRow[]) => rows.forEach(put)}
          />
        ) : null}
      </>
    )
  return (
    <div className={styles.labels}>
      {labels.map((label) => (
        <TextLine
          key={label}
          label={`${label}: from`}
          short
          inputMode="numeric"
          value={shown.get(label) === undefined ? '' : String(shown.get(label))}
          onChange={(text) => {
            const min = text.trim() === '' ? null : Number(text)
            if (min === null || (Number.isInteger(min) && min >= 0 && min <= 1000))
              put({ label, min })
          }}
        />
      ))}
    </div>
  )
}
