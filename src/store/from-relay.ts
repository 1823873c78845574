import * as Y from 'yjs'
import { rowIsWhole } from '../crdt/hash.ts'
import { type ClockRange, inspectUpdate } from '../crdt/inspect.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { LogRow } from '../domain/wire/messages.ts'
import type { Journal } from './ports.ts'
import type { Room } from './room.ts'
import type { SendAgain } from './send-again.ts'
import type { Shelf } from './shelf.ts'

export type Received = 'applied' | 'gap' | 'damaged'

/** The cursor that the rows lead to, if they follow it without a gap and are whole. */
function reachOf(room: Room, rows: readonly LogRow[]): number | Received {
  let reached = room.cursor
  for (const row of rows) {
    while (row.seq !== reached + 1 && room.ackedAhead.has(reached + 1)) reached++
    if (row.seq !== reached + 1) return 'gap'
    if (!rowIsWhole(row)) return 'damaged'
    reached = row.seq
  }
  return reached
}

const addsOf = (bytes: Uint8Array): readonly ClockRange[] => {
  const facts = inspectUpdate(bytes)
  return facts.ok ? facts.value.adds : []
}

const overlap = (a: ClockRange, b: ClockRange): boolean =>
  a.client === b.client && a.from < b.to && b.from < a.to

/** What the relay says about documents and about this device's rows. */
export function fromRelay(shelf: Shelf, journal: Journal, rekey: SendAgain['rekey']) {
  const { room, rooms, recount } = shelf

  /**
   * A copied tablet may be quicker to write under the same clientID. Taken in over what lies here under
   * those clocks, its words and these would be one, and no row would hold them: these move first.
   */
  async function makeWay(target: Room, rows: readonly LogRow[]) {
    const theirs = rows.flatMap(({ bytes }) => addsOf(bytes))
    if (!theirs.some(({ client, from }) => from < Y.getState(target.doc.store, client))) return
    await target.flush()
    const ids = new Set(rows.map(({ id }) => id))
    const open = await journal.rows(['unsent', 'refused'], target.name)
    const inTheWay = open.filter(
      ({ id, bytes, person }) =>
        person === undefined &&
        !ids.has(id) &&
        addsOf(bytes).some((own) => theirs.some((their) => overlap(own, their))),
    )
    const numbers = inTheWay.map(({ n }) => n)
    if (numbers.length > 0) await rekey(target.name, numbers)
  }

  const hasOpen = (target: Room): boolean => {
    const { inMemory, tally } = shelf.state()
    return inMemory + tally.unsent + tally.refused + target.gathered > 0
  }

  return {
    /** Rows of the relay's log, in order and without gaps after the cursor; others are not applied. */
    async receive(name: string, rows: readonly LogRow[]): Promise<Received> {
      const target = await room(name)
      const next = rows.filter((row) => row.seq > target.cursor)
      if (next.length === 0) return 'applied'
      const reached = reachOf(target, next)
      if (typeof reached === 'string') return reached
      if (hasOpen(target)) await makeWay(target, next)
      await target.apply(
        next.map((row) => row.bytes),
        reached,
      )
      shelf.changed()
      return 'applied'
    },

    /** The merged state up to row `seq` of the relay's log. */
    async receiveSnapshot(name: string, bytes: Uint8Array, seq: number): Promise<void> {
      const target = await room(name)
      await target.apply([bytes], Math.max(seq, target.cursor))
      shelf.changed()
    },

    /** The relay has these rows on disk. */
    async acknowledged(rows: readonly { n: number; doc: string; seq: number }[]) {
      await journal.settle(rows.map(({ n }) => ({ n, state: 'safe', reason: null })))
      for (const { doc, seq } of rows) {
        const target = rooms.get(doc)
        if (target && seq > target.cursor) target.ackedAhead.add(seq)
      }
      for (const doc of new Set(rows.map((row) => row.doc))) {
        const target = rooms.get(doc)
        const before = target?.cursor
        target?.advance()
        if (target && target.cursor !== before) void target.saveReach()
      }
      await recount()
    },

    async refused(rows: readonly { n: number; reason: Refusal }[]) {
      await journal.settle(rows.map(({ n, reason }) => ({ n, state: 'refused', reason })))
      await recount()
    },

    /** After a changed epoch: the relay's numbers mean something else. */
    async fromStart(names: readonly string[]) {
      for (const name of names) await (await room(name)).fromStart()
    },

    /** Begins to fetch a document anew beside the one that is shown; `caughtUp` puts it in its place. */
    refetch: async (name: string) => (await room(name)).beginAfresh(),
    caughtUp: async (name: string, head: number) => rooms.get(name)?.caughtUp(head),
    /** The line broke: half-fetched copies are dropped. */
    abandon() {
      for (const each of rooms.values()) each.abandon()
    },
  }
}
