import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { editor } from './rows.ts'

/** A seeded source of chance: the same seed, the same test. */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T }
}
export type Chance = ReturnType<typeof seeded>

/** One honest replica's work: maps, nested maps, text, lists, deletions. */
export function honestWork(edits: number, clientID: number, chance: Chance): Uint8Array[] {
  const source = editor(clientID)
  return Array.from({ length: edits }, (_, i) =>
    source.one((doc) => {
      const records = doc.getMap<Y.Map<unknown>>('records')
      const text = doc.getText('text')
      const map = [...records.values()].at(-1)
      if (i % 6 === 0 || !map)
        records.set(
          `r${i}`,
          new Y.Map<unknown>([
            ['type', 'note'],
            ['v', 1],
          ]),
        )
      else if (i % 6 === 1) text.insert(chance.below(text.length + 1), `some words ${i} `)
      else if (i % 6 === 2) map.set('text', new Y.Text('said at the gate'))
      else if (i % 6 === 3) map.set('place', { room: [1, 2, { deep: i }] })
      else if (i % 6 === 4) text.delete(0, Math.min(3, text.length))
      else doc.getArray('list').insert(0, [i, 'a', null, { x: 1 }])
    }),
  )
}

/** Bytes changed blindly, as a broken network or a lazy attacker would. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance) {
  const copy = new Uint8Array(bytes)
  switch (chance.below(4)) {
    case 0:
      copy[chance.below(copy.length)] = chance.below(256)
      return copy
    case 1:
      for (let i = 0; i <= chance.below(5); i++) copy[chance.below(copy.length)] = chance.below(256)
      return copy
    case 2: {
      const at = chance.below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
      return copy
    }
    default: {
      const tail = chance.pick(others).slice(chance.below(12))
      return new Uint8Array([...copy.slice(0, chance.below(copy.length)), ...tail])
    }
  }
}

type Id = readonly [client: number, clock: number]

interface Part {
  readonly origin?: Id
  readonly right?: Id
  readonly root?: string
  readonly parent?: Id
  readonly key?: string
  readonly text: string
}

const writeId = (out: encoding.Encoder, [client, clock]: Id) => {
  encoding.writeVarUint(out, client)
  encoding.writeVarUint(out, clock)
}

function writePart(out: encoding.Encoder, { origin, right, root, parent, key, text }: Part) {
  encoding.writeUint8(out, 4 | (origin ? 128 : 0) | (right ? 64 : 0) | (key === undefined ? 0 : 32))
  if (origin) writeId(out, origin)
  if (right) writeId(out, right)
  if (!origin && !right) {
    encoding.writeVarUint(out, parent ? 0 : 1)
    if (parent) writeId(out, parent)
    else encoding.writeVarString(out, root ?? 'text')
    if (key !== undefined) encoding.writeVarString(out, key)
  }
  encoding.writeVarString(out, text)
}

type Deletes = readonly (readonly [client: number, clock: number, length: number])[]

/** An update written by hand: well formed, and meaning whatever its writer wants. */
export function crafted(
  client: number,
  from: number,
  parts: readonly Part[],
  deletes: Deletes = [],
) {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, parts.length > 0 ? 1 : 0)
  if (parts.length > 0) {
    encoding.writeVarUint(out, parts.length)
    writeId(out, [client, from])
    for (const part of parts) writePart(out, part)
  }
  encoding.writeVarUint(out, deletes.length)
  for (const [of, clock, length] of deletes) {
    encoding.writeVarUint(out, of)
    encoding.writeVarUint(out, 1)
    encoding.writeVarUint(out, clock)
    encoding.writeVarUint(out, length)
  }
  return encoding.toUint8Array(out)
}

/** One struct without content: 0 for garbage-collected, 10 for skipped. */
export function hollow(kind: 0 | 10, client: number, clock: number, length: number): Uint8Array {
  const out = encoding.createEncoder()
  encoding.writeVarUint(out, 1)
  encoding.writeVarUint(out, 1)
  writeId(out, [client, clock])
  encoding.writeUint8(out, kind)
  encoding.writeVarUint(out, length)
  encoding.writeVarUint(out, 0)
  return encoding.toUint8Array(out)
}

/** A well-formed update that points wherever it likes, by somebody who may write. */
export function schemed(client: number, from: number, known: readonly Id[], chance: Chance) {
  const parts = Array.from({ length: 1 + chance.below(3) }, (_, i): Part => {
    const anywhere = (): Id =>
      chance.pick([...known, [client, from + chance.below(6)], [client, from]])
    const text = 'abc'.slice(0, 1 + chance.below(3))
    const key = chance.below(3) === 0 ? { key: `k${i}` } : {}
    switch (chance.below(5)) {
      case 0:
        return { root: chance.pick(['text', 'records', 'list', 'new']), text, ...key }
      case 1:
        return { parent: anywhere(), text, ...key }
      case 2:
        return { origin: anywhere(), text }
      case 3:
        return { right: anywhere(), text }
      default:
        return { origin: anywhere(), right: anywhere(), text }
    }
  })
  const deletes = Array.from({ length: chance.below(3) }, () => {
    const [of, clock] = chance.pick(known)
    return [of, Math.max(0, clock - chance.below(4)), chance.below(5)] as const
  })
  return crafted(client, from, parts, deletes)
}
