import { useMemo } from 'react'
import { may } from '../../../domain/access/table.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import {
  componentRecord,
  gridItems,
  gridPupils,
  liveComponents,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { type SittingAddress, useSittingAddress } from '../paths.ts'

/** Opens no document that exists: for an address that is not this person's. */
const NOWHERE = 'qla/000000/0000-00/none'

export function readSitting(document: Pick<LiveDocument, 'all'>) {
  const items = document.all(sittingItemRecord)
  const pupils = document.all(sittingPupilRecord)
  const sittings = document.all(sittingRecord)
  const rows = new Map(pupils.rows.map((pupil) => [pupil.key, pupil]))
  return {
    sitting: sittings.rows[0] ?? null,
    items: gridItems(items.rows),
    pupils: gridPupils(pupils.rows),
    /** Other papers of the same test, known by their totals only. */
    components: liveComponents(document.all(componentRecord).rows),
    /** The record of a pupil by their key. */
    pupilOf: (key: string) => rows.get(key) ?? null,
    unreadable: items.unreadable + pupils.unreadable + sittings.unreadable,
  }
}
export type SittingRead = ReturnType<typeof readSitting>

export interface SittingHere extends SittingRead {
  readonly sitting: NonNullable<SittingRead['sitting']>
  readonly at: SittingAddress
  readonly name: string
  readonly document: LiveDocument
  /** May be written by this person, in this window. */
  readonly writes: boolean
}

/** The sitting of the address, or why it cannot be shown. */
export function useSittingHere(): SittingHere | 'not-open' | 'opening' | 'missing' {
  const { me } = useDesk()
  const at = useSittingAddress()
  const parsed = parseDocumentName(`qla/${at.urn}/${at.year}/${at.sitting}`)
  const ref = parsed.ok && may(me, 'read', parsed.value) ? parsed.value : null
  const name = ref ? documentName(ref) : NOWHERE
  const document = useDocument(name)
  const read = useMemo(() => readSitting(document), [document])
  if (!ref) return 'not-open'
  if (!document.ready) return 'opening'
  const { sitting } = read
  if (sitting === null) return 'missing'
  const writes = may(me, 'write', ref) && !document.readOnly
  return { ...read, sitting, at, name, document, writes }
}
