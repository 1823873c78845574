import { writeFileSync } from 'node:fs'
import * as Y from 'yjs'
import { createRecord } from '../../src/crdt/records.ts'
import { serveJob } from './children.ts'
import { finding, findingRecord } from './findings.ts'
import { Tablet } from './tablet.ts'
import { docOf, personOf } from './world.ts'

export interface FillTask {
  readonly port: number
  readonly review: string
  readonly findings: number
  readonly writers: number
  /** Where to leave the whole state as one update. */
  readonly state: string
}

/** Fills a document row by row from several tablets, as a long review would. */
async function fill({ port, review, findings, writers, state }: FillTask): Promise<number> {
  const tablets = Array.from({ length: writers }, (_, n) => {
    return new Tablet({ port, person: personOf(review, n), name: docOf(review) })
  })
  for (const tablet of tablets) tablet.connect()
  await Promise.all(tablets.map((tablet) => tablet.settled()))
  for (let at = 0; at < findings; at++) {
    const tablet = tablets[at % writers]
    if (!tablet) continue
    const { id, fields } = finding(at % writers, Math.floor(at / writers))
    createRecord(tablet.doc, findingRecord, id, fields, { device: tablet.device, at: 0 })
    // A row at a time floods the relay; it would answer `busy` and slow this down.
    if (at % 100 === 99) await Promise.all(tablets.map((one) => one.settled()))
  }
  await Promise.all(tablets.map((tablet) => tablet.settled()))
  await Promise.all(tablets.map((tablet) => tablet.close()))
  const fresh = new Tablet({ port, person: personOf(review, 0), name: docOf(review) })
  fresh.connect()
  await fresh.settled()
  writeFileSync(state, Y.encodeStateAsUpdate(fresh.doc))
  await fresh.close()
  const faults = [...tablets, fresh].flatMap((tablet) => tablet.faults)
  if (faults.length > 0) throw new Error(faults.join())
  return findings
}

void serveJob<FillTask, number>((task) => () => fill(task))
