import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { recordsOf } from './records.ts'

/*
 * A removed record keeps its words: it can come back. An erased one is deleted in the document, which
 * lets Yjs forget what was in it, and then in every row that brought its words. Such a row keeps its id,
 * its clocks and its deletions; only what it said is gone.
 */

/** Clocks by clientID, each from `from` up to and not including `to`. */
export type Ranges = ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>

/**
 * Deletes a record and all that was ever in it.
 * @returns the clocks that nobody can read any more, of this record and of those erased before it
 */
export function eraseFromDocument(doc: Y.Doc, id: string): Ranges {
  doc.transact(() => recordsOf(doc).delete(id))
  return forgotten(doc)
}

/** What this document has forgotten: clocks without any content left. */
const forgotten = (doc: Y.Doc): Ranges => rangesOf([...doc.store.clients.values()].flat())

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** The clocks of structs without content, those next to each other joined. */
function rangesOf(structs: readonly Struct[]): Ranges {
  const ranges = new Map<number, { from: number; to: number }[]>()
  for (const struct of structs) {
    if (!(struct instanceof Y.GC)) continue
    const { client, clock } = struct.id
    const own = ranges.get(client) ?? []
    const last = own.at(-1)
    if (last?.to === clock) last.to += struct.length
    else ranges.set(client, [...own, { from: clock, to: clock + struct.length }])
  }
  return ranges
}

/** A struct belongs to one record, so it is forgotten as a whole or not at all. */
const isForgotten = ({ id, length }: Struct, ranges: Ranges): boolean =>
  (ranges.get(id.client) ?? []).some(({ from, to }) => from <= id.clock && id.clock + length <= to)

/**
 * The same update without the words of forgotten clocks.
 * @returns null if it holds none of them
 */
export function eraseFromUpdate(bytes: Uint8Array, ranges: Ranges): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const byClient = new Map<number, Struct[]>()
  let changed = false
  for (const struct of structs) {
    const goes = struct instanceof Y.Item && isForgotten(struct, ranges)
    changed ||= goes
    const kept = goes ? new Y.GC(struct.id, struct.length) : struct
    const list = byClient.get(struct.id.client) ?? []
    list.push(kept)
    byClient.set(struct.id.client, list)
  }
  return changed ? encodeUpdate(byClient, ds) : null
}

type Deletes = ReturnType<typeof Y.decodeUpdate>['ds']

function encodeUpdate(byClient: ReadonlyMap<number, readonly Struct[]>, ds: Deletes): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const out = encoder.restEncoder
  encoding.writeVarUint(out, byClient.size)
  for (const [client, list] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(out, list.length)
    encoder.writeClient(client)
    encoding.writeVarUint(out, list[0]?.id.clock ?? 0)
    for (const struct of list) struct.write(encoder, 0)
  }
  encoding.writeVarUint(out, ds.clients.size)
  for (const [client, items] of [...ds.clients].sort(([a], [b]) => b - a)) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, items.length)
    for (const { clock, len } of items) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

const inOrder = ({ clients }: Deletes) => JSON.stringify([...clients].sort(([a], [b]) => a - b))
const sameDeletes = (a: Deletes, b: Deletes): boolean => inOrder(a) === inOrder(b)

/**
 * Whether `blank` is `whole` with content taken out and nothing else: the same clocks, the same
 * deletions, each struct as it was or without content.
 */
export function isErasedForm(blank: Uint8Array, whole: Uint8Array): boolean {
  try {
    const gone = Y.decodeUpdate(blank)
    const expected = eraseFromUpdate(whole, rangesOf(gone.structs))
    if (expected === null) return false
    return (
      sameDeletes(gone.ds, Y.decodeUpdate(whole).ds) &&
      expected.length === blank.length &&
      expected.every((byte, i) => byte === blank[i])
    )
  } catch {
    return false
  }
}
