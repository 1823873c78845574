import { type Drop, dropsOf } from '../../../domain/qla/data-drops.ts'
import { enteredRecord } from '../../../domain/qla/grades.ts'
import { sittingRecord } from '../../../domain/qla/sitting.ts'
import { useLocated } from '../../../store/use-located.ts'
import type { SittingAddress } from '../paths.ts'

/** Data drops that a school had this year, as far as the sittings on this device say. */
export function useDrops({ urn, year }: SittingAddress): Drop[] {
  const entered = useLocated(enteredRecord).rows
  const points = new Map(
    useLocated(sittingRecord).rows.flatMap(({ doc, record }) =>
      record.removedAt === null ? [[doc, record.point] as const] : [],
    ),
  )
  return dropsOf(
    entered
      .filter(({ doc }) => doc.startsWith(`qla/${urn}/${year}/`) && points.has(doc))
      .map(({ doc, record }) => ({ point: points.get(doc) ?? '', on: record.on })),
  )
}
