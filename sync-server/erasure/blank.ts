import { encoding } from 'lib0'
import * as Y from 'yjs'
import type { Range } from './targets.ts'

/** Stands where a character was. Nobody sees it: what is erased is deleted as well. */
const BLANK = '-'

export class Blanks {
  readonly #byClient = new Map<number, Range[]>()

  constructor(ranges: readonly Range[]) {
    for (const range of ranges) {
      const own = this.#byClient.get(range.client) ?? []
      own.push(range)
      this.#byClient.set(range.client, own)
    }
  }

  has(client: number, clock: number): boolean {
    return (this.#byClient.get(client) ?? []).some(({ from, to }) => from <= clock && clock < to)
  }

  touches(client: number, from: number, to: number): boolean {
    return (this.#byClient.get(client) ?? []).some((range) => range.from < to && from < range.to)
  }
}

/** The same item with nothing in the places that are erased. Its shape and length stay. */
function blankItem(item: Y.Item, blanks: Blanks) {
  const { client, clock } = item.id
  if (!blanks.touches(client, clock, clock + item.length)) return
  const { content } = item
  if (content instanceof Y.ContentString)
    content.str = [...Array(content.str.length).keys()]
      .map((i) => (blanks.has(client, clock + i) ? BLANK : content.str.charAt(i)))
      .join('')
  else if (content instanceof Y.ContentAny)
    content.arr = content.arr.map((value: unknown, i) =>
      blanks.has(client, clock + i) ? null : value,
    )
  else if (!(content instanceof Y.ContentType)) item.content = new Y.ContentDeleted(item.length)
}

function writeDeletes(to: Y.UpdateEncoderV1, ds: ReturnType<typeof Y.decodeUpdate>['ds']) {
  encoding.writeVarUint(to.restEncoder, ds.clients.size)
  for (const [client, deletes] of ds.clients) {
    to.resetDsCurVal()
    encoding.writeVarUint(to.restEncoder, client)
    encoding.writeVarUint(to.restEncoder, deletes.length)
    for (const { clock, len } of deletes) {
      to.writeDsClock(clock)
      to.writeDsLen(len)
    }
  }
}

type Structs = ReturnType<typeof Y.decodeUpdate>['structs']

/** Parts of one client that follow each other go together, as in any update. */
function runsOf(structs: Structs): Structs[] {
  const runs: Structs[] = []
  for (const struct of structs) {
    const run = runs.at(-1)
    if (run?.[0]?.id.client === struct.id.client) run.push(struct)
    else runs.push([struct])
  }
  return runs
}

/** An update with what is erased blanked: the same structs, ids, clocks and deletions. */
export function blanked(update: Uint8Array, blanks: Blanks): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  const touched = structs.some(({ id, length }) =>
    blanks.touches(id.client, id.clock, id.clock + length),
  )
  if (!touched) return update
  const to = new Y.UpdateEncoderV1()
  const runs = runsOf(structs)
  encoding.writeVarUint(to.restEncoder, runs.length)
  for (const run of runs) {
    const [first] = run
    if (!first) continue
    encoding.writeVarUint(to.restEncoder, run.length)
    to.writeClient(first.id.client)
    encoding.writeVarUint(to.restEncoder, first.id.clock)
    for (const struct of run) {
      if (struct instanceof Y.Item) blankItem(struct, blanks)
      struct.write(to, 0)
    }
  }
  writeDeletes(to, ds)
  return to.toUint8Array()
}
