import { useState } from 'react'
import { may } from '../../../domain/access/table.ts'
import { ideaRecord, tableRecord } from '../../../domain/action-plan/session.ts'
import { actionRecord } from '../../../domain/actions/action.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import { type HistoryLine, isRestorable, RESTORE_DAYS } from '../../../domain/history.ts'
import { answerRecord, pointRecord } from '../../../domain/peer-review/answers.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { IconRefresh } from '../../../ui/icons.ts'
import styles from './history.module.css'

const TYPES = [answerRecord, pointRecord, tableRecord, ideaRecord, actionRecord]

/** What stood there before, and the way back to it for those who may write it, for so many days. */
export function EarlierWords({ line, doc }: { line: HistoryLine; doc: string }) {
  const { me, now } = useDesk()
  const { readOnly } = useDocument(doc)
  const type = TYPES.find((one) => one.type === line.type)
  const ref = parseDocumentName(doc)
  const writes = !readOnly && ref.ok && may(me, 'write', ref.value)
  const before = line.fields.filter(
    ({ field, before: was }) =>
      type?.texts.includes(field) === true && typeof was === 'string' && was.trim() !== '',
  )
  if (!type || line.kind !== 'changed' || before.length === 0 || !writes) return null
  if (!isRestorable(line, now())) return null
  return before.map(({ field, before: was }) => (
    <Before
      key={field}
      type={type}
      record={line.record}
      field={field}
      was={String(was)}
      doc={doc}
    />
  ))
}

interface BeforeProps {
  type: (typeof TYPES)[number]
  record: string
  field: string
  was: string
  doc: string
}

function Before({ type, record, field, was, doc }: BeforeProps) {
  const { change } = useDocument(doc)
  const [done, setDone] = useState(false)
  return (
    <details>
      <summary>What stood there before</summary>
      <p className={styles.before}>{was}</p>
      {done ? (
        <p role="status">It stands there again. What stood instead is in this history too.</p>
      ) : (
        <Button icon={IconRefresh} onClick={() => setDone(change(type, record, { [field]: was }))}>
          Put these words back
        </Button>
      )}
      <p className={styles.soft}>Offered for {RESTORE_DAYS} days.</p>
    </details>
  )
}
