import * as Y from 'yjs'
import { Tablet } from '../tablet.ts'
import { personOf } from '../world.ts'
import { docOf } from '../world.ts'
import { SEATS } from './seats.ts'

interface Finding {
  readonly id: string
  readonly [field: string]: unknown
}

/** Who opened a document before: each client of a process sits down as another of its team. */
const taken = new Map<string, number>()

/**
 * A tablet as peerbench wants one. The findings lie as they do for every other peer, a
 * Y.Map of eight fields each in one Y.Map, so that all send and store the same words.
 */
export function openClient({ port, doc: review }: { port: number; doc: string }) {
  const seat = taken.get(review) ?? 0
  taken.set(review, seat + 1)
  const tablet = new Tablet({ port, person: personOf(review, seat % SEATS), name: docOf(review) })
  const findings = tablet.doc.getMap<Y.Map<unknown>>('findings')
  // Y.Map.size walks the whole map: it must not be asked at every arrival.
  const known = new Set<string>()
  findings.observe(({ keysChanged }) => {
    for (const id of keysChanged) known.add(String(id))
  })
  return {
    add({ id, ...fields }: Finding) {
      tablet.doc.transact(() => findings.set(id, new Y.Map(Object.entries(fields))))
    },
    size: () => known.size,
    ids: () => [...findings.keys()],
    onAdd(tell: (id: string, local: boolean) => void) {
      findings.observe(({ keysChanged }, { local }) => {
        for (const id of keysChanged) tell(String(id), local)
      })
    },
    connect: () => tablet.connect(),
    /** Every row answered from the relay's disk, and everything of others received. */
    acked: () => tablet.settled(),
    async close() {
      await tablet.close()
      tablet.doc.destroy()
    },
  }
}
