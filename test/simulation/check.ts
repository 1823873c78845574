import * as Y from 'yjs'
import { contentDigest, isPending } from '../../src/crdt/canonical.ts'
import { recordsOf } from '../../src/crdt/records.ts'
import { SHARED, SHARED_RECORD } from './editor.ts'
import type { Finding } from './plan.ts'
import type { World } from './parts.ts'

const replica = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((bytes) => Y.applyUpdate(doc, bytes)))
  return doc
}

type Find = (promise: Finding['promise'], detail: string) => void

/** What the relay holds of a document, read afresh from its disk. */
async function onRelay({ relay }: World, doc: string): Promise<Y.Doc> {
  const rows = await relay.disk.after(doc, 0, 1_000_000)
  return replica(rows.map((row) => row.bytes))
}

/** Every row that was ever acknowledged, written or put aside is accounted for. */
async function accountForRows(world: World, find: Find) {
  const { relay, devices, plan, witness } = world
  const merged = new Set(relay.stored.map((row) => row.id))
  const aside = new Set((await relay.aside()).map((row) => row.id))
  for (const id of witness.forged)
    if (!merged.has(id) && !aside.has(id))
      find('created = merged + quarantined', `forged row ${id}`)
  if (!plan.restore)
    for (const id of witness.acked)
      if (!merged.has(id)) find('acknowledged is on the relay', `row ${id}`)
  for (const device of devices) {
    for (const row of device.disk.journal.values()) {
      if (row.state === 'safe' && !merged.has(row.id))
        find('acknowledged is on the relay', `${device.name} row ${row.n}`)
      if (row.state === 'unsent' || row.state === 'damaged')
        find('nothing is left unsent', `${device.name} row ${row.n} is ${row.state}`)
      if (row.state === 'refused' && !aside.has(row.id))
        find('created = merged + quarantined', `${device.name} row ${row.n}`)
    }
    if (!device.saysSafe()) find('nothing is left unsent', `${device.name} does not say so`)
  }
  if (!plan.clone && aside.size > 0 && !plan.intruder)
    find('honest work is never refused', `${aside.size} rows`)
  const intruded = relay.stored.filter((row) => row.person === 'intruder').length
  if (intruded > 0) find('forged rows change nothing', `${intruded} rows stored`)
}

async function compareReplicas(world: World, find: Find) {
  const { devices, editor } = world
  for (const doc of new Set(devices.flatMap((device) => device.wanted))) {
    const truth = await onRelay(world, doc)
    const digest = contentDigest(truth)
    if (isPending(truth)) find('nothing waits for ever', `relay ${doc}`)
    for (const device of devices) {
      if (!device.wanted.includes(doc) || !device.documents) continue
      const mine = (await world.time.until(device.documents.open(doc)))?.doc
      if (!mine) find('all replicas read the same', `${device.name} cannot open ${doc}`)
      else if (contentDigest(mine) !== digest)
        find('all replicas read the same', `${device.name} ${doc}`)
      if (mine && isPending(mine)) find('nothing waits for ever', `${device.name} ${doc}`)
    }
    const text = allText(truth)
    for (const typed of editor.typed)
      if (typed.doc === doc && typed.saved && !text.includes(typed.marker))
        find('saved is never lost', `${typed.device.name} ${typed.marker}`)
  }
}

function allText(doc: Y.Doc): string {
  return [...recordsOf(doc).values()]
    .flatMap((record) => [...record.values()])
    .filter((value) => value instanceof Y.Text)
    .map((text) => text.toString())
    .join('\n')
}

async function checkFields(world: World, find: Find) {
  const record = recordsOf(await onRelay(world, SHARED)).get(SHARED_RECORD)
  for (const [device, { saved, last }] of world.editor.fields) {
    const value = Number(record?.get(`by_${device}`) ?? 0)
    if (value < saved || value > last)
      find('single-writer fields keep the last value', `${device}: ${value}, saved ${saved}`)
  }
}

async function checkWords(world: World, find: Find) {
  const { devices, plan } = world
  for (const device of devices) {
    const status = device.sync?.status.get()
    if (!status || !device.documents) continue
    if (status.checkedAt === null) find('checked means equal', `${device.name} never checked`)
    else
      for (const doc of device.wanted) {
        const mine = (await world.time.until(device.documents.open(doc)))?.doc
        if (mine && contentDigest(mine) !== contentDigest(await onRelay(world, doc)))
          find('checked means equal', `${device.name} ${doc}`)
      }
    // After a restore a device may hold what others have yet to send again.
    if (status.cured > 0 && !plan.rot && !plan.clone && !plan.restore)
      find('nothing needed mending', `${device.name} ${status.cured} times`)
    if (status.rekeyed > 0 && !plan.clone)
      find('honest work is never refused', `${device.name} had to take a new clientID`)
  }
}

/** Holds the world at its end against every promise. */
export async function check(world: World): Promise<Finding[]> {
  const findings: Finding[] = [...world.witness.findings]
  const find: Find = (promise, detail) => findings.push({ promise, detail })
  await accountForRows(world, find)
  await compareReplicas(world, find)
  await checkFields(world, find)
  await checkWords(world, find)
  return findings
}
