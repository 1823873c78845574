import { sittingDocument } from '../../../domain/access/assessment.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import { classRecord, type SittingRef, sittingRefRecord } from '../../../domain/qla/classes.ts'
import { useDesk } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import type { SittingAddress } from '../paths.ts'

export interface ListedSitting {
  readonly at: SittingAddress
  readonly ref: SittingRef
}

/** Papers sat whose marks belong on this device, the latest first; undefined while they are looked up. */
export function useSittings(): readonly ListedSitting[] | undefined {
  const { me } = useDesk()
  const { rows, loading } = useLocated(sittingRefRecord)
  if (loading) return undefined
  return rows
    .flatMap(({ record, doc }) => {
      if (record.removedAt !== null || sittingDocument(me, doc, record) === null) return []
      const of = parseDocumentName(doc)
      if (!of.ok || of.value.kind !== 'classes') return []
      const { urn, year } = of.value
      return [{ at: { urn, year, sitting: record.sitting }, ref: record }]
    })
    .sort((a, b) => b.ref.on.localeCompare(a.ref.on) || b.ref.madeAt - a.ref.madeAt)
}

/** Names of classes, by the address of a sitting and the class's record. */
export function useClassNames(): (at: SittingAddress, id: string) => string {
  const { rows } = useLocated(classRecord)
  const names = new Map(rows.map(({ record, doc }) => [`${doc} ${record.id}`, record.name]))
  return ({ urn, year }, id) => names.get(`classes/${urn}/${year} ${id}`) ?? ''
}
