import { sittingDocument } from '../../../domain/access/assessment.ts'
import { may } from '../../../domain/access/table.ts'
import { type DocumentRef, parseDocumentName } from '../../../domain/documents.ts'
import { classRecord, sittingRefRecord } from '../../../domain/qla/classes.ts'
import { sittingRecord } from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import type { SittingAddress } from '../paths.ts'

/** A paper that a class sat, as a list of them has it. */
export interface ListedSitting {
  readonly at: SittingAddress
  /** Name of its document. */
  readonly doc: string
  readonly paperName: string
  readonly className: string
  /** yyyy-mm-dd */
  readonly on: string
  readonly teachers: readonly string[]
}

const kindOf = <K extends DocumentRef['kind']>(doc: string, kind: K) => {
  const ref = parseDocumentName(doc)
  return ref.ok && ref.value.kind === kind ? (ref.value as Extract<DocumentRef, { kind: K }>) : null
}

/**
 * Papers sat that are this person's to see, the latest first; undefined while they are looked up. The
 * lists of their classes name them; a paper that a colleague asked them to mark tells of itself.
 */
export function useSittings(): readonly ListedSitting[] | undefined {
  const { me } = useDesk()
  const refs = useLocated(sittingRefRecord)
  const classes = useLocated(classRecord)
  const heads = useLocated(sittingRecord)
  if (refs.loading || classes.loading || heads.loading) return undefined
  const groups = new Map(classes.rows.map(({ doc, record }) => [doc, record]))
  const found = new Map<string, ListedSitting>()
  for (const { doc, record } of heads.rows) {
    const of = kindOf(doc, 'qla')
    if (!of || !may(me, 'read', of)) continue
    const { paperName, className, on, teachers, removedAt } = record
    if (removedAt === null) found.set(doc, { at: of, doc, paperName, className, on, teachers })
  }
  for (const { doc: list, record } of refs.rows) {
    const { sitting, paperName, on, removedAt } = record
    const doc = sittingDocument(me, list, sitting)
    const of = doc === null ? null : kindOf(doc, 'qla')
    if (doc === null || of === null) continue
    const group = groups.get(list)
    if (removedAt !== null) found.delete(doc)
    else
      found.set(doc, {
        at: of,
        doc,
        paperName,
        className: group?.name ?? '',
        on,
        teachers: group?.teachers ?? [],
      })
  }
  return [...found.values()].sort((a, b) => b.on.localeCompare(a.on) || (a.doc < b.doc ? 1 : -1))
}
