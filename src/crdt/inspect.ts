import * as Y from 'yjs'
import { LIMITS, type Refusal } from '../domain/refusals.ts'
import { err, ok, type Result } from '../domain/result.ts'

/** Clocks `from` up to and not including `to` of one clientID. */
export interface ClockRange {
  readonly client: number
  readonly from: number
  readonly to: number
}

/** What the relay must know of an update before it stores it. */
export interface UpdateFacts {
  /** What it adds, one range for each clientID. */
  readonly adds: readonly ClockRange[]
  /** What it deletes. */
  readonly deletes: readonly ClockRange[]
  /** For each clientID that it builds on: the clock that must be known once it is applied. */
  readonly needs: readonly { readonly client: number; readonly clock: number }[]
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a value from outside has a key that could reach an object's prototype, or nests too deep. */
function hasForbiddenKey(value: unknown, depth = 0): boolean {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false
  if (depth > LIMITS.valueDepth) return true
  if (Array.isArray(value)) return value.some((inner) => hasForbiddenKey(inner, depth + 1))
  // JSON.parse makes __proto__ an own key; a decoder that assigns it changes the prototype.
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== null) return true
  return Reflect.ownKeys(value).some(
    (key) =>
      FORBIDDEN.has(String(key)) ||
      hasForbiddenKey((value as Record<PropertyKey, unknown>)[key], depth + 1),
  )
}

function itemIsForbidden(item: Y.Item): boolean {
  // A choice's key holds two names, its field's and its device's.
  if (item.parentSub?.split('\u0000').some((name) => FORBIDDEN.has(name))) return true
  if (typeof item.parent === 'string' && FORBIDDEN.has(item.parent)) return true
  const { content } = item
  if (content instanceof Y.ContentDoc) return true
  if (content instanceof Y.ContentFormat)
    return FORBIDDEN.has(content.key) || hasForbiddenKey(content.value)
  if (content instanceof Y.ContentEmbed) return hasForbiddenKey(content.embed)
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.getContent().some((value: unknown) => hasForbiddenKey(value))
  return false
}

const later = (needs: Map<number, number>, id: Y.ID | null | undefined) => {
  if (id) needs.set(id.client, Math.max(needs.get(id.client) ?? 0, id.clock + 1))
}

const isAhead = (item: Y.Item, id: Y.ID | null | undefined): boolean =>
  id !== null && id !== undefined && id.client === item.id.client && id.clock >= item.id.clock

/** Whether a part builds on itself or on a later one: Yjs reads it without a word, and throws when it is applied. */
const looksAhead = (item: Y.Item): boolean =>
  isAhead(item, item.origin) ||
  isAhead(item, item.rightOrigin) ||
  (item.parent instanceof Y.ID && isAhead(item, item.parent))

/**
 * Decodes an update (version 1 only) and says what it would do, without doing it.
 * Bytes from a hostile or broken device give a refusal, never an exception.
 */
export function inspectUpdate(bytes: Uint8Array): Result<UpdateFacts, Refusal> {
  if (bytes.length > LIMITS.updateBytes) return err('too-large')
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(bytes)
  } catch {
    return err('unreadable')
  }
  const adds = new Map<number, { from: number; to: number }>()
  const needs = new Map<number, number>()
  let growth = 0
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) return err('clock-jump')
    if (!isClock(clock) || !isClock(struct.length) || struct.length === 0) return err('unreadable')
    growth += struct.length
    const range = adds.get(client)
    if (range && range.to !== clock) return err('clock-jump')
    if (range) range.to = clock + struct.length
    else adds.set(client, { from: clock, to: clock + struct.length })
    if (struct instanceof Y.Item) {
      if (itemIsForbidden(struct)) return err('forbidden-key')
      if (looksAhead(struct)) return err('clock-jump')
      later(needs, struct.origin)
      later(needs, struct.rightOrigin)
      if (struct.parent instanceof Y.ID) later(needs, struct.parent)
    }
  }
  if (growth > LIMITS.clockGrowth) return err('clock-jump')
  const deletes = readDeletes(decoded.ds)
  if (deletes === null) return err('unreadable')
  return ok({
    adds: [...adds].map(([client, range]) => ({ client, ...range })),
    deletes,
    needs: [...needs].map(([client, clock]) => ({ client, clock })),
  })
}

const isClock = (n: number) => Number.isSafeInteger(n) && n >= 0 && n < 2 ** 31

function readDeletes(ds: ReturnType<typeof Y.decodeUpdate>['ds']): ClockRange[] | null {
  const deletes: ClockRange[] = []
  for (const [client, items] of ds.clients) {
    for (const { clock, len } of items) {
      // A deletion of nothing makes every replica throw that applies it.
      if (!isClock(clock) || !isClock(len) || len === 0) return null
      deletes.push({ client, from: clock, to: clock + len })
    }
  }
  return deletes
}
