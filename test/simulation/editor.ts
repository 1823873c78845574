import { changeRecord, createRecord, recordsOf } from '../../src/crdt/records.ts'
import { newRecordId } from '../../src/domain/ids.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { reviewRecord } from '../../src/domain/peer-review/pack.ts'
import * as Y from 'yjs'
import type { Chance, VirtualTime } from './clock.ts'
import type { SimDevice } from './sim-device.ts'
import { REVIEW } from './sim-relay.ts'

export const SHARED = `review/${REVIEW}`
export const notesOf = (person: string) => `review/${REVIEW}/notes/${person}`
/** The one shared record: made on the first device before the day. */
export const SHARED_RECORD = '00SHARED00000000000000000R'

/** Something typed once that must never be lost from the moment the screen called it saved. */
export interface Typed {
  readonly doc: string
  readonly marker: string
  readonly device: SimDevice
  /** The run of the app that it was typed in: a kill may take what it had not called saved. */
  readonly life: number
  saved: boolean
}

/** Types on a device and remembers what the screen said of it. */
export class Editor {
  readonly typed: Typed[] = []
  /** Last value that a device's own field of the shared record was given and called saved, and the last given. */
  readonly fields = new Map<string, { saved: number; last: number; life: number }>()
  #count = 0
  readonly #time: VirtualTime
  readonly #chance: Chance
  readonly #overwrites: boolean

  constructor(time: VirtualTime, chance: Chance, overwrites: boolean) {
    this.#time = time
    this.#chance = chance
    this.#overwrites = overwrites
  }

  #author(device: SimDevice) {
    return { device: device.name, at: this.#time.now }
  }

  /** @returns whether the app was there to type in */
  async type(device: SimDevice): Promise<boolean> {
    const documents = device.documents
    if (!documents) return false
    const kind = this.#chance.below(10)
    const name = kind < 6 ? notesOf(device.person) : SHARED
    const opened = await documents.open(name)
    if (device.documents !== documents) return false
    const marker = `[[${device.name}-${this.#count++}]]`
    if (kind < 6) this.#note(device, opened.doc, marker)
    else if (kind < 8 && !this.#shared(opened.doc, marker)) return false
    else if (kind >= 8) this.#field(device, opened.doc)
    if (kind < 8) this.typed.push({ doc: name, marker, device, life: device.life, saved: false })
    if (this.#chance.chance(0.4)) {
      const life = device.life
      const upTo = this.typed.length
      const field = this.fields.get(device.name)?.last
      void opened.flush().then(() => {
        if (device.life === life) this.#saved(device, upTo, field)
      })
    }
    return true
  }

  #note(device: SimDevice, doc: Y.Doc, marker: string) {
    const own = [...recordsOf(doc).keys()]
    const author = this.#author(device)
    if (own.length === 0 || this.#chance.chance(0.5)) {
      const id = newRecordId(this.#time.now, this.#chance.bytes(16))
      const fields = { by: device.person, madeAt: this.#time.now, text: marker }
      createRecord(doc, noteRecord, id, fields, author)
      return
    }
    const id = this.#chance.pick(own)
    const text = recordsOf(doc).get(id)?.get('text')
    const now = text instanceof Y.Text ? text.toString() : ''
    changeRecord(doc, noteRecord, id, { text: `${now} ${marker}`, kind: 'saw' }, author)
  }

  #shared(doc: Y.Doc, marker: string): boolean {
    const text = recordsOf(doc).get(SHARED_RECORD)?.get('focus')
    if (!(text instanceof Y.Text)) return false
    if (!this.#overwrites) {
      text.insert(this.#chance.chance(0.5) ? 0 : text.length, marker)
      return true
    }
    // Planted: the whole text is written again from what this device shows.
    const whole = text.toString() + marker
    text.delete(0, text.length)
    text.insert(0, whole)
    return true
  }

  #field(device: SimDevice, doc: Y.Doc) {
    const record = recordsOf(doc).get(SHARED_RECORD)
    if (!record) return
    const value = ++this.#count
    const known = this.fields.get(device.name)
    this.fields.set(device.name, { saved: known?.saved ?? 0, last: value, life: device.life })
    const mine = { [`by_${device.name}`]: value }
    if (!this.#overwrites)
      return changeRecord(doc, reviewRecord, SHARED_RECORD, mine, this.#author(device))
    const all: Record<string, unknown> = { ...mine }
    for (const [key, old] of record.entries())
      if (key.startsWith('by_') && !(key in mine)) all[key] = old
    doc.transact(() => {
      for (const [key, each] of Object.entries(all)) record.set(key, each)
    })
  }

  #saved(device: SimDevice, upTo: number, field: number | undefined) {
    for (const typed of this.typed.slice(0, upTo))
      if (typed.device === device && typed.life === device.life) typed.saved = true
    const known = this.fields.get(device.name)
    if (known && known.life === device.life && field !== undefined)
      known.saved = Math.max(known.saved, field)
  }

  /** The screen of a device says "On this device" or better: believe it. */
  believe(device: SimDevice) {
    if (device.saysSaved())
      this.#saved(device, this.typed.length, this.fields.get(device.name)?.last)
  }
}
