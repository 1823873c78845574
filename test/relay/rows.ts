import * as Y from 'yjs'
import type { PushRow } from '../../src/domain/wire/messages.ts'
import { rowHashOf } from '../../sync-server/gate.ts'

let made = 0
/** 32 hexadecimal digits, different each time. */
export const nextId = (): string => (++made).toString(16).padStart(32, '0')

/** A device id of one repeated digit. */
export const deviceOf = (digit: string): string => digit.repeat(32)

export function rowOf(
  doc: string,
  bytes: Uint8Array,
  { id = nextId(), device = deviceOf('a'), madeAt = 1 } = {},
): PushRow {
  const row = { id, doc, device, madeAt, bytes, hash: new Uint8Array(), signature: null }
  return { ...row, hash: new Uint8Array(rowHashOf(row)) }
}

/** A replica whose local changes come out as updates, one for each transaction. */
export function editor(clientID?: number) {
  const doc = new Y.Doc()
  if (clientID !== undefined) doc.clientID = clientID
  let updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'remote') updates.push(bytes)
  })
  const take = () => {
    const taken = updates
    updates = []
    return taken
  }
  return {
    doc,
    /** Makes changes and hands out their updates. */
    edit(change: (doc: Y.Doc) => void): Uint8Array[] {
      change(doc)
      return take()
    },
    /** One change, one update. */
    one(change: (doc: Y.Doc) => void): Uint8Array {
      doc.transact(() => change(doc))
      const [bytes] = take()
      if (!bytes) throw new Error('That changed nothing')
      return bytes
    },
    hear(bytes: Uint8Array) {
      Y.applyUpdate(doc, bytes, 'remote')
    },
  }
}

export const typeInto = (text: string) => (doc: Y.Doc) => {
  const own = doc.getText('text')
  own.insert(own.length, text)
}
