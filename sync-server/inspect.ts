import * as Y from 'yjs'
import { inspectUpdate, type UpdateFacts } from '../src/crdt/inspect.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import { err, type Result } from '../src/domain/result.ts'

const isAhead = (struct: Y.Item, id: Y.ID | null | undefined) =>
  id !== null && id !== undefined && id.client === struct.id.client && id.clock >= struct.id.clock

const looksAhead = (struct: Y.Item | Y.GC | Y.Skip) =>
  struct instanceof Y.Item &&
  (isAhead(struct, struct.origin) ||
    isAhead(struct, struct.rightOrigin) ||
    (struct.parent instanceof Y.ID && isAhead(struct, struct.parent)))

/**
 * What an update would do, or why it must not. Two things that Yjs reads without a word
 * make every replica throw that applies them, and would lock everybody out of the document:
 * a part that builds on itself or a later one, and a deletion of nothing at all.
 */
export function inspectRow(bytes: Uint8Array): Result<UpdateFacts, Refusal> {
  const facts = inspectUpdate(bytes)
  if (!facts.ok) return facts
  const { structs, ds } = Y.decodeUpdate(bytes)
  for (const deletes of ds.clients.values())
    if (deletes.some(({ len }) => len === 0)) return err('unreadable')
  return structs.some(looksAhead) ? err('clock-jump') : facts
}
