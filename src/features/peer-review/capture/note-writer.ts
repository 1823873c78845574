import * as Y from 'yjs'
import { type Author, changedRecords, changeRecord, createRecord, rawRecord, recordsOf } from '../../../crdt/records.ts'
import { type Note, noteRecord } from '../../../domain/peer-review/note.ts'
import type { OpenDocument } from '../../../store/documents.ts'

export interface NoteFields {
  readonly slot: string | null
  readonly place: string | null
  readonly question: string | null
  readonly kind: Note['kind'][number]['value']
  readonly lean: Note['lean'][number]['value']
}

export interface NoteState {
  /** Null until the first character: an empty note is never made. */
  readonly id: string | null
  readonly text: string
  /** The note as it lies in the document, or null before it is made. */
  readonly note: Note | null
  /** What was picked before the first character. */
  readonly picked: Partial<NoteFields>
  /** Words that wait for the document to open. */
  readonly waiting: boolean
  /** A newer version of the app wrote it: it is shown and not changed. */
  readonly locked: boolean
}

export interface WriterPorts {
  readonly open: () => Promise<OpenDocument>
  readonly by: string
  readonly device: string
  readonly now: () => number
  readonly newId: () => string
}

export type NoteWriter = ReturnType<typeof createNoteWriter>

/**
 * Writes one note. It lives outside the screen: words typed while the document still opens are
 * written when it has, also if the screen is gone by then.
 * @param existing the note to go on with, or null for a new one
 */
export function createNoteWriter(ports: WriterPorts, existing: string | null) {
  let document: OpenDocument | null = null
  let id = existing
  let typed = ''
  let picked: Partial<NoteFields> = {}
  let state: NoteState | null = null
  let unwatch: () => void = () => undefined
  const listeners = new Set<() => void>()

  const author = (): Author => ({ device: ports.device, at: ports.now() })
  const changed = () => {
    state = null
    for (const tell of listeners) tell()
  }

  const read = () => {
    const record = document && id ? recordsOf(document.doc).get(id) : undefined
    if (!id || !(record instanceof Y.Map)) return { note: null, locked: false }
    const result = noteRecord.read(rawRecord(id, record))
    if (result.ok) return { note: result.value, locked: false }
    return { note: null, locked: result.error.kind === 'newer' }
  }

  const make = (doc: Y.Doc) => {
    id = ports.newId()
    const fields = { by: ports.by, madeAt: ports.now(), text: typed, ...withoutNulls(picked) }
    createRecord(doc, noteRecord, id, fields, author())
  }

  const change = (fields: Partial<NoteFields> & { text?: string; removedAt?: number | null }) => {
    if (!document || !id) return
    if (changeRecord(document.doc, noteRecord, id, fields, author())) return
    // The record is not in the document (it was just made again from the log): keep the words in a new one.
    if (!recordsOf(document.doc).has(id) && typed.trim() !== '') make(document.doc)
  }

  const write = () => {
    if (!document) return
    if (!id) {
      if (typed.trim() !== '') make(document.doc)
      return
    }
    // A note whose words were all taken out counts as removed, so that no empty card is left.
    change({ text: typed, removedAt: typed.trim() === '' ? ports.now() : null })
  }

  const watch = () => {
    unwatch()
    if (!document) return
    const root = recordsOf(document.doc)
    const doc = document.doc
    const look = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (!id || !changedRecords(doc, events).has(id)) return
      typed = read().note?.text ?? typed
      changed()
    }
    root.observeDeep(look)
    const offReplaced = document.onReplaced(() => {
      typed = read().note?.text ?? typed
      watch()
    })
    unwatch = () => {
      root.unobserveDeep(look)
      offReplaced()
    }
    changed()
  }

  const opened = ports.open().then((open) => {
    document = open
    if (typed !== '') write()
    else typed = read().note?.text ?? ''
    if (existing && Object.keys(picked).length > 0) change(picked)
    if (listeners.size > 0) watch()
    changed()
  })

  return {
    opened,
    type(text: string) {
      if (read().locked) return
      typed = text
      write()
      changed()
    },
    pick(fields: Partial<NoteFields>) {
      if (id && document) change(fields)
      else picked = { ...picked, ...fields }
      changed()
    },
    remove() {
      change({ removedAt: ports.now() })
      changed()
    },
    /** Resolves when every word so far is on this device's disk. */
    async flush() {
      await opened
      await document?.flush()
    },
    get(): NoteState {
      state ??= { id, text: typed, ...read(), picked, waiting: !document && typed !== '' }
      return state
    },
    subscribe(tell: () => void): () => void {
      listeners.add(tell)
      if (listeners.size === 1) watch()
      return () => {
        listeners.delete(tell)
        if (listeners.size === 0) unwatch()
      }
    },
  }
}

const withoutNulls = (fields: Partial<NoteFields>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
