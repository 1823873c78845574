import * as Y from 'yjs'
import { RECORDS_ROOT } from './records.ts'

/** In an update a type of the document itself stands by its name. */
const isRoot = (parent: unknown): boolean => parent === RECORDS_ROOT

/** Ids of the records that some updates bring for the first time; changes to older ones are not among them. */
export function recordsBegunIn(updates: readonly Uint8Array[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const update of updates)
    for (const struct of Y.decodeUpdate(update).structs)
      if (struct instanceof Y.Item && isRoot(struct.parent) && struct.parentSub)
        ids.add(struct.parentSub)
  return ids
}
