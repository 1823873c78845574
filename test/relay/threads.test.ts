import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../src/crdt/records.ts'
import { actionRecord } from '../../src/domain/actions/action.ts'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { threadWorker } from '../../sync-server/worker/threads.ts'
import { bundleRelay } from './bundle.ts'
import { editor, typeInto } from './rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-threads-'))
let relay: Awaited<ReturnType<typeof bundleRelay>>
beforeAll(async () => {
  relay = await bundleRelay()
}, 60_000)
afterAll(() => {
  relay.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A thread that never answers a row whose first byte is 7, and answers others at once. */
function hangingWorker(): URL {
  const file = path.join(folder, 'hanging.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', (task) => {
       if (task.bytes?.[0] === 7) for (;;);
       if (task.bytes?.[0] === 8) process.exit(1)
       parentPort.postMessage({ kind: 'done', value: { ok: false, error: 'sealed' } })
     })
     parentPort.postMessage({ kind: 'ready' })`,
  )
  return pathToFileURL(file)
}

describe('the worker threads', () => {
  it('count actions, and give out numbers and days alone', async () => {
    const worker = threadWorker(relay.worker)
    const source = editor()
    const owner = { kind: 'person', value: 'p13' }
    const rows = source.edit((doc) =>
      createRecord(
        doc,
        actionRecord,
        'a1',
        {
          source: { type: 'audit', id: '' },
          what: 'Doors',
          owner,
          due: '2026-11-20',
          by: 'p09',
          madeAt: 1,
        },
        { device: 'd', at: 1 },
      ),
    )
    const one = { open: 1, overdue: 1, thisWeek: 0, doneNotTold: 0, next: '' }
    expect(await worker.tallies({ snapshot: null, rows }, '2026-11-24')).toEqual({
      all: one,
      byOwner: { p13: one },
    })
    await worker.close()
  })

  it('read rows, put documents together and digest them as this thread would', async () => {
    const worker = threadWorker(relay.worker)
    const source = editor()
    const rows = source.edit((doc) => {
      typeInto('one ')(doc)
      typeInto('two ')(doc)
      doc.getText('text').delete(0, 2)
    })
    const digest = contentDigest(source.doc)
    expect(await worker.digest({ snapshot: null, rows })).toBe(digest)
    const compacted = await worker.compact({ snapshot: null, rows })
    expect(compacted.digest).toBe(digest)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, compacted.bytes)
    expect(contentDigest(copy)).toBe(digest)
    const large = editor().one(typeInto('x'.repeat(100_000)))
    expect(await worker.inspect(large)).toMatchObject({ ok: true })
    expect(await worker.inspect(new Uint8Array(100_000).fill(255))).toMatchObject({ ok: false })
    await worker.close()
  })

  it('say so when a document cannot be put together, and go on', async () => {
    const worker = threadWorker(relay.worker)
    const [, second] = editor().edit((doc) => {
      typeInto('a')(doc)
      typeInto('b')(doc)
    })
    const rows = second ? [second] : []
    await expect(worker.compact({ snapshot: null, rows })).rejects.toThrow('Rows are missing')
    const broken = worker.digest({ snapshot: new Uint8Array([9]), rows: [] })
    await expect(broken).rejects.toThrow('end of array')
    expect(await worker.digest({ snapshot: null, rows: [] })).toBe(contentDigest(new Y.Doc()))
    await worker.close()
  })

  it.each([
    ['hangs', 7],
    ['dies', 8],
  ])(
    'T20 refuse a row whose reading %s, and read the next in a new thread',
    async (_what, byte) => {
      const worker = threadWorker(hangingWorker())
      const good = new Uint8Array(70_000)
      expect(await worker.inspect(good)).toEqual({ ok: false, error: 'sealed' })
      const [bad, next] = await Promise.all([
        worker.inspect(new Uint8Array(70_000).fill(byte)),
        worker.inspect(good),
      ])
      expect(bad).toEqual({ ok: false, error: 'unreadable' })
      expect(next).toEqual({ ok: false, error: 'sealed' })
      await worker.close()
    },
  )
})
