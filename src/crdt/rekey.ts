import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/*
 * Two replicas that wrote under one clientID can never merge: each takes the other's
 * rows for its own. The one that the relay refuses gives its rows a new clientID before
 * they are sent again, so both people's words are kept.
 */

/** The same update with other clientIDs. */
export type Rekey = (update: Uint8Array) => Uint8Array

export interface Move {
  readonly client: number
  /** First clock that was refused; earlier ones are shared history and stay. */
  readonly from: number
  readonly to: number
}

function moved(id: Y.ID, move: Move): Y.ID
function moved(id: Y.ID | null, move: Move): Y.ID | null
function moved(id: Y.ID | null, move: Move): Y.ID | null {
  if (!id || id.client !== move.client || id.clock < move.from) return id
  return Y.createID(move.to, id.clock - move.from)
}

const isMoved = (id: Y.ID | null, move: Move): boolean => moved(id, move) !== id

/** Whether an update holds, follows or deletes anything that moves. */
export function touches(bytes: Uint8Array, move: Move): boolean {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const deletes = ds.clients.get(move.client) ?? []
  if (deletes.some(({ clock, len }) => clock + len > move.from)) return true
  return structs.some((struct) => {
    const last = Y.createID(struct.id.client, struct.id.clock + struct.length - 1)
    if (isMoved(last, move)) return true
    if (!(struct instanceof Y.Item)) return false
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    return [struct.origin, struct.rightOrigin, parent].some((id) => isMoved(id, move))
  })
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/**
 * A state keeps words that were typed one after the other as one; where only the later ones move, they
 * are two. What is left of the struct that is given is its first part.
 */
function cutAt(struct: Struct, { client, from }: Move): Struct[] {
  const { id, length } = struct
  const first = from - id.clock
  if (id.client !== client || first <= 0 || first >= length) return [struct]
  const at = Y.createID(client, from)
  struct.length = first
  if (!(struct instanceof Y.Item)) {
    const Kind = struct instanceof Y.GC ? Y.GC : Y.Skip
    return [struct, new Kind(at, length - first)]
  }
  const { rightOrigin, parent, parentSub, content } = struct
  const before = Y.createID(client, from - 1)
  const rest = content.splice(first)
  return [struct, new Y.Item(at, null, before, null, rightOrigin, parent, parentSub, rest)]
}

/** The same update with every clock of `move.client` from `move.from` on under the new clientID. */
export function rekeyUpdate(bytes: Uint8Array, move: Move): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const encoder = new Y.UpdateEncoderV1()
  const byClient = new Map<number, (typeof structs)[number][]>()
  for (const struct of structs.flatMap((whole) => cutAt(whole, move))) {
    struct.id = moved(struct.id, move)
    if (struct instanceof Y.Item) {
      struct.origin = moved(struct.origin, move)
      struct.rightOrigin = moved(struct.rightOrigin, move)
      if (struct.parent instanceof Y.ID) struct.parent = moved(struct.parent, move)
    }
    const list = byClient.get(struct.id.client) ?? []
    byClient.set(struct.id.client, [...list, struct])
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, list] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, list.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, list[0]?.id.clock ?? 0)
    for (const struct of list) struct.write(encoder, 0)
  }
  writeDeletes(encoder, ds, move)
  return encoder.toUint8Array()
}

function writeDeletes(
  encoder: Y.UpdateEncoderV1,
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
  move: Move,
) {
  const ranges = new Map<number, { clock: number; len: number }[]>()
  const add = (client: number, clock: number, len: number) => {
    if (len > 0) ranges.set(client, [...(ranges.get(client) ?? []), { clock, len }])
  }
  for (const [client, items] of ds.clients)
    for (const { clock, len } of items) {
      if (client !== move.client) add(client, clock, len)
      else {
        add(client, clock, Math.min(len, Math.max(0, move.from - clock)))
        const start = Math.max(clock, move.from)
        add(move.to, start - move.from, clock + len - start)
      }
    }
  encoding.writeVarUint(encoder.restEncoder, ranges.size)
  for (const [client, items] of [...ranges].sort(([a], [b]) => b - a)) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, items.length)
    for (const { clock, len } of items.sort((a, b) => a.clock - b.clock)) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
}
