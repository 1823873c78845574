import { useEffect } from 'react'
import type * as Y from 'yjs'
import { changeRecord, createRecord, type Fields } from '../../../crdt/records.ts'
import { may } from '../../../domain/access/table.ts'
import { documentName } from '../../../domain/documents.ts'
import { urn as asUrn } from '../../../domain/ids.ts'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { latestProgress, progressRecord } from '../../../domain/qla/progress.ts'
import { repPassRecord } from '../../../domain/qla/rep-pass.ts'
import { sameFields } from '../../../domain/qla/same.ts'
import { qlaSettingsRecord, settingsOf } from '../../../domain/qla/settings.ts'
import type { RecordType } from '../../../domain/record.ts'
import { type Desk, useDesk } from '../../../store/react.tsx'
import { recordsIn } from '../../../store/records-in.ts'
import { ACHIEVEMENT } from '../papers/use-library.ts'
import type { SittingAddress } from '../paths.ts'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { readUpkeep, type Upkeep } from './read-upkeep.ts'

/** Marks are typed faster than this: nothing is worked out while somebody types. */
const QUIET_MS = 4_000

type Keeper = Pick<Desk, 'documents' | 'me' | 'now' | 'newId'>

/** Makes a record, or brings it up to date where it says something else. */
function put(
  { documents, me, now, newId }: Keeper,
  doc: Y.Doc,
  type: RecordType<unknown>,
  known: { readonly id: string } | null,
  fields: Fields,
) {
  if (known && sameFields(fields, known)) return
  const author = { device: documents.device, at: now() }
  const made = { ...fields, by: me.person, madeAt: now() }
  if (known) changeRecord(doc, type, known.id, made, author)
  else createRecord(doc, type, newId(), made, author)
}

/** What the trust sees: counts once grades may be entered or were counted before, and what was passed to the REP. */
function tellTrust(keeper: Keeper, doc: Y.Doc, id: string, { counts, passes, ...is }: Upkeep) {
  const records = recordsIn(doc)
  const own = records.all(qlaCountRecord).rows.filter((row) => row.sitting === id)
  const last = own.toSorted((a, b) => b.madeAt - a.madeAt)[0] ?? null
  const told = last !== null && last.removedAt === null
  const known = records.all(repPassRecord).rows.filter((row) => row.sitting === id)
  doc.transact(() => {
    if (is.whole && !is.gone && (is.ready || told))
      put(keeper, doc, qlaCountRecord, last, { ...counts, removedAt: null })
    for (const pass of is.gone ? [] : passes) {
      const before = known.find(({ area }) => area === pass.area) ?? null
      put(keeper, doc, repPassRecord, before, { ...pass, removedAt: null })
    }
    for (const { id: pass, area, removedAt } of known)
      if (removedAt === null && (is.gone || !passes.some((one) => one.area === area)))
        put(keeper, doc, repPassRecord, { id: pass }, { removedAt: keeper.now() })
  })
}

/**
 * Brings what lists and the trust see of a paper in line with what is in it now.
 * @param name of its document
 */
export async function keepUp(keeper: Keeper, name: string, at: SittingAddress): Promise<void> {
  const { documents, me } = keeper
  const { doc } = await documents.open(name)
  const achievement = await documents.open(ACHIEVEMENT)
  const settings = settingsOf(recordsIn(achievement.doc).all(qlaSettingsRecord).rows)
  const upkeep = readUpkeep(doc, at.sitting, settings)
  if (!upkeep) return
  const known = latestProgress(recordsIn(doc).all(progressRecord).rows)
  put(keeper, doc, progressRecord, known, { ...upkeep.progress })
  const ref = { kind: 'qla-counts', urn: asUrn(at.urn), year: at.year } as const
  if (!may(me, 'write', ref)) return
  const counts = await documents.open(documentName(ref))
  tellTrust(keeper, counts.doc, at.sitting, upkeep)
}

/** Keeps a paper's progress and what the trust sees of it up to date while one of its screens is open, and on leaving. */
export function useKeepUp({ name, at, writes }: SittingHere): void {
  const { documents, me, now, newId } = useDesk()
  const { urn, year, sitting } = at
  useEffect(() => {
    if (!writes) return
    let over = false
    let due = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let unhear = () => {}
    const run = () => {
      due = false
      // What is wrong with the storage the header says; the next quiet moment tries again.
      void keepUp({ documents, me, now, newId }, name, { urn, year, sitting }).catch(
        () => undefined,
      )
    }
    const heard = () => {
      due = true
      clearTimeout(timer)
      timer = setTimeout(run, QUIET_MS)
    }
    void documents.open(name).then(
      (opened) => {
        if (over) return
        opened.doc.on('update', heard)
        unhear = () => opened.doc.off('update', heard)
        heard()
      },
      () => undefined,
    )
    return () => {
      over = true
      clearTimeout(timer)
      unhear()
      if (due) run()
    }
  }, [documents, me, now, newId, name, urn, year, sitting, writes])
}
