import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { createRecord, rawRecords } from '../../src/crdt/records.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { londonDate } from '../../src/domain/london.ts'
import { openRelay, openTablet } from './tablets.ts'

let relay: Awaited<ReturnType<typeof openRelay>>

beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

it('two tablets without a live line hear each other by asking now and then', async () => {
  const doc = `review/rookery-pond-${londonDate(Date.now())}/notes/p04`
  const writer = await openTablet(relay.base, 'p04', '4', [doc])
  const reader = await openTablet(relay.base, 'p05', '5', [doc])
  for (const { client } of [writer, reader]) client.start()
  const there = await reader.documents.open(doc)
  const here = await writer.documents.open(doc)
  for (const id of ['first', 'second']) {
    const fields = { by: 'p04', madeAt: 1, text: id }
    createRecord(here.doc, noteRecord, id, fields, { device: writer.device, at: 1 })
    await here.flush()
    await vi.waitFor(() => expect(writer.documents.state().tally.unsent).toBe(0), 20_000)
    await vi.waitFor(() => expect(rawRecords(there.doc).map((r) => r.id)).toContain(id), 30_000)
  }
  expect(contentDigest(there.doc)).toEqual(contentDigest(here.doc))
  for (const { client } of [writer, reader]) client.stop()
})
