import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { changeRecord, createRecord, type Fields, rawRecords, recordsOf } from '../crdt/records.ts'
import type { RecordType } from '../domain/record.ts'
import type { OpenDocument } from './documents.ts'
import { type Records, useDesk } from './react.tsx'

/** One document, open for writing: what screens that prepare, plan and agree work on. */
export interface LiveDocument {
  /** False until the document is open: nothing can be written before. */
  readonly ready: boolean
  /** Whether this window may write at all. */
  readonly readOnly: boolean
  /** Records of one type as they are this moment, others' changes included; in the order of their ids. */
  all<T>(type: RecordType<T>): Records<T>
  /** @returns the id of the new record, or null while the document is not open */
  create(type: RecordType<unknown>, fields: Fields): string | null
  /** Changes these fields and no others. @returns false if the record is missing or a newer app wrote it */
  change(type: RecordType<unknown>, id: string, fields: Fields): boolean
}

interface Watch {
  readonly open: OpenDocument | null
  readonly version: number
}

const AGAIN_MS = 1500

const CLOSED: Watch = { open: null, version: 0 }

/** Follows a document, also when a fresh copy takes its place. */
function watchDocument(open: OpenDocument, changed: () => void): () => void {
  let root = recordsOf(open.doc)
  root.observeDeep(changed)
  const off = open.onReplaced(() => {
    root.unobserveDeep(changed)
    root = recordsOf(open.doc)
    root.observeDeep(changed)
    changed()
  })
  return () => {
    root.unobserveDeep(changed)
    off()
  }
}

function createStore() {
  let state = CLOSED
  const listeners = new Set<() => void>()
  const set = (open: OpenDocument | null) => {
    state = { open, version: state.version + 1 }
    for (const tell of listeners) tell()
  }
  return {
    get: () => state,
    set,
    subscribe(tell: () => void) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

/** A document that is open as long as the screen is. @param watch follows it; the same one at every call */
export function useWatchedDocument(name: string, watch = watchDocument): Watch {
  const { documents } = useDesk()
  const [store] = useState(createStore)
  useEffect(() => {
    let over = false
    let again: ReturnType<typeof setTimeout> | undefined
    let unwatch = () => {}
    const open = async () => {
      try {
        const opened = await documents.open(name)
        if (over) return
        unwatch = watch(opened, () => store.set(opened))
        store.set(opened)
      } catch {
        // The header says what is wrong with the storage; the document opens when that is over.
        if (!over) again = setTimeout(() => void open(), AGAIN_MS)
      }
    }
    void open()
    return () => {
      over = true
      clearTimeout(again)
      unwatch()
      store.set(null)
    }
  }, [documents, name, store, watch])
  const watched = useSyncExternalStore(store.subscribe, store.get)
  // Between two names the document before must take nothing that is meant for the next.
  return watched.open === null || watched.open.name === name ? watched : CLOSED
}

/** A document to read and write on a screen. Each change is kept like every keystroke: no Save button. */
export function useDocument(name: string): LiveDocument {
  const { documents, now, newId, readOnly } = useDesk()
  const { open, version } = useWatchedDocument(name)
  const author = useCallback(() => ({ device: documents.device, at: now() }), [documents, now])
  return useMemo((): LiveDocument => {
    const raws = open && version > 0 ? rawRecords(open.doc) : []
    return {
      ready: open !== null,
      readOnly,
      all(type) {
        const own = raws.filter((raw) => raw['type'] === type.type)
        const read = own.map((raw) => type.read(raw))
        const rows = read.flatMap((result) => (result.ok ? [result.value] : []))
        return { rows, unreadable: read.length - rows.length, loading: open === null }
      },
      create(type, fields) {
        if (!open || readOnly) return null
        const id = newId()
        createRecord(open.doc, type, id, fields, author())
        return id
      },
      change(type, id, fields) {
        return open && !readOnly ? changeRecord(open.doc, type, id, fields, author()) : false
      },
    }
  }, [version, open, readOnly, newId, author])
}
