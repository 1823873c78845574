import * as Y from 'yjs'
import { type MarksRoot, type MarkTable, marksOf, readMarks } from '../crdt/marks.ts'
import { type Author, createRecord, rawRecord, recordsOf } from '../crdt/records.ts'
import type { MarkSource, TypedMark } from '../domain/qla/grid.ts'
import { handOf, type Marker, markerRecord } from '../domain/qla/sitting.ts'
import type { OpenDocument } from './documents.ts'

/** Marks that are followed while a document is open, row by row. */
export interface MarkBoard extends MarkSource {
  /** Another number after each change. */
  version(): number
  rowVersion(pupil: string): number
  subscribe(tell: () => void): () => void
  subscribeRow(pupil: string, tell: () => void): () => void
}

const NONE: readonly TypedMark[] = []

function createBoard() {
  let table: MarkTable | null = null
  let version = 0
  /** Of the whole board when it was opened: rows without a change since have it. */
  let base = 0
  const rows = new Map<string, number>()
  const listeners = new Set<() => void>()
  const rowListeners = new Map<string, Set<() => void>>()
  const tellAll = (some: Iterable<() => void>) => {
    // A copy: a listener may sign up again while it is told.
    Array.from(some).forEach((tell) => tell())
  }
  const board: MarkBoard = {
    typed: (pupil, item) => table?.typed(pupil, item) ?? NONE,
    version: () => version,
    rowVersion: (pupil) => rows.get(pupil) ?? base,
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    subscribeRow(pupil, tell) {
      const own = rowListeners.get(pupil) ?? new Set()
      rowListeners.set(pupil, own.add(tell))
      return () => own.delete(tell)
    },
  }
  return {
    board,
    /** Shows another table, or none. */
    show(next: MarkTable | null) {
      table = next
      base = ++version
      rows.clear()
      tellAll(listeners)
      for (const own of rowListeners.values()) tellAll(own)
    },
    changed(pupils: ReadonlySet<string>) {
      version++
      for (const pupil of pupils) rows.set(pupil, version)
      tellAll(listeners)
      for (const pupil of pupils) tellAll(rowListeners.get(pupil) ?? [])
    },
  }
}

/** Follows one root of a document. @returns how to stop */
function follow(doc: Y.Doc, root: MarksRoot, to: ReturnType<typeof createBoard>): () => void {
  const marks = marksOf(doc, root)
  const table = readMarks(doc, root)
  const hear = (event: Y.YMapEvent<unknown>) => to.changed(table.take(event))
  to.show(table)
  marks.observe(hear)
  return () => marks.unobserve(hear)
}

/** Who is behind which hand, read once: what is added later is read alone, not with all the pupils and questions. */
function followMarkers(doc: Y.Doc): { markers: Map<string, Marker>; stop: () => void } {
  const records = recordsOf(doc)
  const markers = new Map<string, Marker>()
  const look = (id: string) => {
    const record = records.get(id)
    const isMarker = record instanceof Y.Map && record.get('type') === markerRecord.type
    const read = isMarker ? markerRecord.read(rawRecord(id, record)) : null
    if (read?.ok) markers.set(id, read.value)
    else markers.delete(id)
  }
  const hear = ({ keysChanged }: Y.YMapEvent<Y.Map<unknown>>) =>
    keysChanged.forEach((id) => look(String(id)))
  for (const id of records.keys()) look(id)
  records.observe(hear)
  return { markers, stop: () => records.unobserve(hear) }
}

/** Both boards of a sitting, and who is behind which hand. */
export function createMarkBoards(device: string, person: string) {
  const hand = handOf(device, person)
  const boards = { marks: createBoard(), retest: createBoard() }
  let markers: ReadonlyMap<string, Marker> = new Map()
  const known = (): Marker[] => [...markers.values()]

  const attach = (doc: Y.Doc): (() => void) => {
    const followed = followMarkers(doc)
    markers = followed.markers
    const stops = [
      followed.stop,
      follow(doc, 'marks', boards.marks),
      follow(doc, 'retest', boards.retest),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  return {
    hand,
    marks: boards.marks.board,
    retest: boards.retest.board,
    personOf: (of: string): string | null =>
      known().find((marker) => marker.hand === of)?.person ?? null,
    isTable: (of: string): boolean => known().some((marker) => marker.hand === of && marker.table),
    /** This person's hands, on this device and on others. */
    own: (): readonly string[] => [
      hand,
      ...known().flatMap((marker) => (marker.person === person ? [marker.hand] : [])),
    ],
    /** Says who is behind this hand, before its first mark. */
    introduce(doc: Y.Doc, newId: () => string, author: Author) {
      if (known().some((marker) => marker.hand === hand && marker.device === device)) return
      createRecord(
        doc,
        markerRecord,
        newId(),
        { hand, person, device, by: person, madeAt: author.at },
        author,
      )
    },
    /** Follows an open document, also when a fresh copy takes its place. */
    watch(open: OpenDocument, changed: () => void): () => void {
      let detach = attach(open.doc)
      const off = open.onReplaced(() => {
        detach()
        detach = attach(open.doc)
        changed()
      })
      return () => {
        detach()
        off()
        markers = new Map()
        boards.marks.show(null)
        boards.retest.show(null)
      }
    },
  }
}
