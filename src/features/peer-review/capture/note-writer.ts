import * as Y from 'yjs'
import {
  type Author,
  changedRecords,
  changeRecord,
  createRecord,
  rawRecord,
  recordsOf,
} from '../../../crdt/records.ts'
import { type Note, noteRecord } from '../../../domain/peer-review/note.ts'
import type { OpenDocument } from '../../../store/documents.ts'

export interface NoteFields {
  readonly slot: string | null
  readonly place: string | null
  readonly question: string | null
  readonly kind: Note['kind'][number]['value']
  readonly lean: Note['lean'][number]['value']
  readonly count: Note['count']
  readonly year: string | null
  readonly outOfRemit: boolean
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

/**
 * Writes one note. It lives outside the screen: words typed while the document still opens are
 * written when it has, also if the screen is gone by then.
 */
export class NoteWriter {
  /** Resolves when the document is open. */
  readonly opened: Promise<void>
  readonly #ports: WriterPorts
  readonly #listeners = new Set<() => void>()
  #document: OpenDocument | null = null
  #id: string | null
  #typed = ''
  #picked: Partial<NoteFields> = {}
  #state: NoteState | null = null
  #erased = false
  #unwatch: () => void = () => undefined

  /** @param existing the note to go on with, or null for a new one */
  constructor(ports: WriterPorts, existing: string | null) {
    this.#ports = ports
    this.#id = existing
    this.opened = ports.open().then((open) => this.#begin(open))
  }

  #begin(open: OpenDocument) {
    this.#document = open
    if (this.#typed !== '') this.#write()
    else this.#typed = this.#read().note?.text ?? ''
    if (Object.keys(this.#picked).length > 0) this.#change(this.#picked)
    if (this.#listeners.size > 0) this.#watch()
    this.#changed()
  }

  readonly type = (text: string) => {
    if (this.#erased || this.#read().locked) return
    this.#typed = text
    this.#write()
    this.#changed()
  }

  pick(fields: Partial<NoteFields>) {
    if (this.#id && this.#document) this.#change(fields)
    else this.#picked = { ...this.#picked, ...fields }
    this.#changed()
  }

  remove() {
    this.#change({ removedAt: this.#ports.now() })
    this.#changed()
  }

  /**
   * Takes the note back for good: not removed, erased. The card takes no more words afterwards.
   * @param take erases a record and every word that was ever in it
   */
  async erase(take: (record: string) => Promise<void>) {
    this.#erased = true
    this.#typed = ''
    this.#picked = {}
    await this.opened
    if (this.#id) await take(this.#id)
    this.#changed()
  }

  /** Resolves when every word so far is on this device's disk. */
  async flush() {
    await this.opened
    await this.#document?.flush()
  }

  readonly get = (): NoteState => {
    const waiting = !this.#document && this.#typed !== ''
    const own = { id: this.#id, text: this.#typed, picked: this.#picked, waiting }
    this.#state ??= { ...own, ...this.#read() }
    return this.#state
  }

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell)
    if (this.#listeners.size === 1) this.#watch()
    return () => {
      this.#listeners.delete(tell)
      if (this.#listeners.size === 0) this.#unwatch()
    }
  }

  #changed() {
    this.#state = null
    for (const tell of this.#listeners) tell()
  }

  #author(): Author {
    return { device: this.#ports.device, at: this.#ports.now() }
  }

  #read(): Pick<NoteState, 'note' | 'locked'> {
    const id = this.#id
    const record = this.#document && id ? recordsOf(this.#document.doc).get(id) : undefined
    if (!id || !(record instanceof Y.Map)) return { note: null, locked: false }
    const result = noteRecord.read(rawRecord(id, record))
    if (result.ok) return { note: result.value, locked: false }
    return { note: null, locked: result.error.kind === 'newer' }
  }

  #make(doc: Y.Doc) {
    const { by, now, newId } = this.#ports
    this.#id = newId()
    const fields = { by, madeAt: now(), text: this.#typed, ...withoutNulls(this.#picked) }
    createRecord(doc, noteRecord, this.#id, fields, this.#author())
  }

  #change(fields: Partial<NoteFields> & { text?: string; removedAt?: number | null }) {
    const doc = this.#document?.doc
    if (!doc || !this.#id) return
    if (changeRecord(doc, noteRecord, this.#id, fields, this.#author())) return
    // The record is not in the document any more: keep the words in a new one.
    if (!recordsOf(doc).has(this.#id) && this.#typed.trim() !== '') this.#make(doc)
  }

  #write() {
    const doc = this.#document?.doc
    const empty = this.#typed.trim() === ''
    if (!doc) return
    // A note whose words were all taken out counts as removed, so that no empty card is left.
    if (this.#id) this.#change({ text: this.#typed, removedAt: empty ? this.#ports.now() : null })
    else if (!empty) this.#make(doc)
  }

  /** Takes in what comes from elsewhere: the person's other device, a copy brought in. */
  #takeIn() {
    this.#typed = this.#read().note?.text ?? this.#typed
    this.#changed()
  }

  #watch() {
    const open = this.#document
    if (!open) return
    this.#unwatch()
    let unobserve = this.#observe(open.doc)
    // Signed up once: a listener that signs up again while it is told would be told for ever.
    const offReplaced = open.onReplaced(() => {
      unobserve()
      unobserve = this.#observe(open.doc)
      this.#takeIn()
    })
    this.#unwatch = () => {
      unobserve()
      offReplaced()
    }
    this.#changed()
  }

  #observe(doc: Y.Doc): () => void {
    const root = recordsOf(doc)
    const look = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (this.#id && changedRecords(doc, events).has(this.#id)) this.#takeIn()
    }
    root.observeDeep(look)
    return () => root.unobserveDeep(look)
  }
}

const withoutNulls = (fields: Partial<NoteFields>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
