import { may } from '../../../domain/access/table.ts'
import { gradeRecord } from '../../../domain/qla/grades.ts'
import { sittingPupilRecord, sittingRecord } from '../../../domain/qla/sitting.ts'
import type { SittingGrades } from '../../../domain/qla/standings.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import { useDesk } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import { sayPupil } from '../words.ts'

interface GradesHere {
  readonly sittings: readonly SittingGrades[]
  /** Names by `urn localId`. */
  readonly nameOf: (pupil: string) => string
}

/** Grades of every sitting on this device, from its index; undefined while they are looked up. */
export function useSittingGrades(): GradesHere | undefined {
  const { me } = useDesk()
  const heads = useLocated(sittingRecord)
  const pupils = useLocated(sittingPupilRecord)
  const grades = useLocated(gradeRecord)
  if (heads.loading || pupils.loading || grades.loading) return undefined
  const names = new Map<string, string>()
  const sittings = heads.rows.flatMap(({ doc, record }): SittingGrades[] => {
    const { subject, on, removedAt } = record
    const ref = parseDocumentName(doc)
    if (!ref.ok || ref.value.kind !== 'qla' || removedAt !== null) return []
    if (!may(me, 'read', ref.value)) return []
    const { urn } = ref.value
    const own = pupils.rows.flatMap((row) => (row.doc === doc ? [row.record] : []))
    for (const pupil of own) names.set(`${urn} ${pupil.localId}`, sayPupil(pupil))
    return [
      {
        urn,
        subject,
        on,
        pupils: new Map(own.map(({ key, localId }) => [key, localId])),
        grades: grades.rows.flatMap((row) => (row.doc === doc ? [row.record] : [])),
      },
    ]
  })
  return { sittings, nameOf: (pupil) => names.get(pupil) ?? pupil }
}
