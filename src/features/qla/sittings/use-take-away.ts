import { useCallback } from 'react'
import { recordsIn } from '../../../store/records-in.ts'
import { mayOfClass } from '../../../domain/access/assessment.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import { sittingRefRecord } from '../../../domain/qla/classes.ts'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { classOfSitting } from '../../../domain/qla/names.ts'
import { repPassRecord } from '../../../domain/qla/rep-pass.ts'
import { sittingRecord } from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { useWriteIn } from '../../../store/use-write-in.ts'
import type { SittingHere } from './use-sitting.ts'

export interface TakeAway {
  /** Takes the paper away for everybody, and what the trust saw of it. */
  readonly take: (why: string) => Promise<void>
  readonly bringBack: () => Promise<void>
}

/** Taking a whole paper away, for whoever has the class; null for those who were only asked to mark. */
export function useTakeAway({ at, name, sitting, writes }: SittingHere): TakeAway | null {
  const { me, now, documents } = useDesk()
  const writeIn = useWriteIn()
  const ref = parseDocumentName(`class/${at.urn}/${at.year}/${classOfSitting(at.sitting)}`)
  const has = ref.ok && ref.value.kind === 'class' && mayOfClass(me, ref.value)
  const list = ref.ok ? documentName(ref.value) : ''
  const set = useCallback(
    async (removedAt: number | null, why: string) => {
      const by = { removedBy: removedAt === null ? '' : me.person, removedWhy: why }
      const [inList, counts] = [list, `qla-counts/${at.urn}/${at.year}`]
      const [listed, counted] = [
        recordsIn((await documents.open(inList)).doc),
        recordsIn((await documents.open(counts)).doc),
      ]
      await writeIn(inList, ({ change }) => {
        for (const { id, sitting: of } of listed.all(sittingRefRecord).rows)
          if (of === at.sitting) change(sittingRefRecord, id, { removedAt })
      })
      await writeIn(counts, ({ change }) => {
        for (const { id, sitting: of } of counted.all(qlaCountRecord).rows)
          if (of === at.sitting) change(qlaCountRecord, id, { removedAt })
        for (const { id, sitting: of } of counted.all(repPassRecord).rows)
          if (of === at.sitting && removedAt !== null) change(repPassRecord, id, { removedAt })
      })
      // Last: with it this screen is another one, which could not say that the rest was not done.
      await writeIn(name, ({ change }) => change(sittingRecord, sitting.id, { removedAt, ...by }))
    },
    [me.person, writeIn, name, sitting.id, list, documents, at.urn, at.year, at.sitting],
  )
  return has && writes ? { take: (why) => set(now(), why), bringBack: () => set(null, '') } : null
}
