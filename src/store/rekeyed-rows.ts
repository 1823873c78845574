import { inspectUpdate } from '../crdt/inspect.ts'
import { type Move, type Rekey, rekeyUpdate, touches } from '../crdt/rekey.ts'
import type { JournalRow } from './ports.ts'
import type { Draft } from './writer.ts'

export interface Rekeyed {
  /** Rows that are replaced; what is under another clientID stays, for the relay may have it by now. */
  readonly old: readonly JournalRow[]
  readonly rows: readonly JournalRow[]
  readonly rekey: Rekey
}

/**
 * The open rows of one document with a new clientID wherever theirs was refused, and the
 * same change for any state of it.
 * @param open unsent and refused rows in order
 * @param refused numbers of the rows that the relay refused for their clientID
 */
export function rekeyedRows(
  open: readonly JournalRow[],
  refused: readonly number[],
  random: (bytes: number) => Uint8Array,
  rowFor: (draft: Draft) => JournalRow,
): Rekeyed {
  const moves = new Map<number, Move>()
  for (const row of open) {
    if (!refused.includes(row.n)) continue
    const facts = inspectUpdate(row.bytes)
    for (const { client, from } of facts.ok ? facts.value.adds : []) {
      const known = moves.get(client)
      if (!known) moves.set(client, { client, from, to: newClient(random) })
      else if (from < known.from) moves.set(client, { ...known, from })
    }
  }
  const rekey: Rekey = (bytes) =>
    [...moves.values()].reduce((b, move) => rekeyUpdate(b, move), bytes)
  const old = open.filter(({ bytes }) => [...moves.values()].some((move) => touches(bytes, move)))
  const rows = old.map((row) => {
    const fresh = rowFor({ doc: row.doc, bytes: rekey(row.bytes) })
    return { ...fresh, madeAt: row.madeAt }
  })
  return { old, rows, rekey }
}

const newClient = (random: (bytes: number) => Uint8Array): number => {
  const [a = 0, b = 0, c = 0, d = 0] = random(4)
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0
}
