import { inspectUpdate } from '../src/crdt/inspect.ts'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../src/domain/refusals.ts'
import { deviceOf, editor, rowOf, typeInto } from '../test/relay/rows.ts'
import { type Gate, throughGate } from './gate.ts'

const looked: number[] = []
const gate = (changes: Partial<Gate> = {}): Gate => ({
  person: 'p04',
  device: deviceOf('a'),
  now: 5,
  refuses: () => null,
  signerOf: () => ({ person: 'p04', key: null, revoked: false }),
  proven: () => null,
  isDone: () => false,
  inspect: async (bytes) => {
    looked.push(bytes.length)
    return inspectUpdate(bytes)
  },
  ...changes,
})
const good = () => rowOf('trust', editor().one(typeInto('a')))

describe('the gate', () => {
  it('makes an entry of a good row, with who pushed it and when', async () => {
    const row = good()
    expect(await throughGate(row, gate())).toMatchObject({
      ok: true,
      value: { ...row, person: 'p04', receivedAt: 5, facts: { adds: [{ from: 0, to: 1 }] } },
    })
  })

  it('asks in order: whose device, access, size, hash, and only then what is in it', async () => {
    const bad = {
      ...rowOf('trust', new Uint8Array(LIMITS.updateBytes + 1)),
      hash: new Uint8Array(32),
    }
    const other = { person: 'p05', key: null, revoked: false }
    const denies = gate({
      device: deviceOf('c'),
      refuses: () => 'not-a-document',
      signerOf: () => other,
    })
    const reasons = [
      await throughGate(bad, denies),
      await throughGate(bad, { ...denies, signerOf: () => null }),
      await throughGate(bad, gate()),
      await throughGate({ ...bad, bytes: new Uint8Array([1]) }, gate()),
      await throughGate(rowOf('trust', new Uint8Array([1])), gate()),
    ]
    expect(reasons.map((gated) => !gated.ok && gated.error)).toEqual([
      'not-allowed',
      'not-a-document',
      'too-large',
      'damaged',
      'unreadable',
    ])
  })

  it('takes a row of a device that nobody has met: it is carried', async () => {
    const row = rowOf('trust', good().bytes, { device: deviceOf('f') })
    expect(await throughGate(row, gate({ signerOf: () => null }))).toMatchObject({ ok: true })
  })

  it('has large rows read elsewhere, and small ones at once', async () => {
    const large = rowOf('trust', editor().one(typeInto('x'.repeat(70_000))))
    expect(throughGate(good(), gate())).not.toBeInstanceOf(Promise)
    const pending = throughGate(large, gate())
    expect(pending).toBeInstanceOf(Promise)
    expect(await pending).toMatchObject({ ok: true })
    expect(looked).toEqual([large.bytes.length])
  })

  it('refuses one update that writes under a crowd of clientIDs', async () => {
    const crowd = editor()
    for (let i = 0; i < 70; i++) {
      const one = editor(1000 + i)
      crowd.hear(one.one((doc) => doc.getText('text').insert(0, 'x')))
    }
    const { encodeStateAsUpdate } = await import('yjs')
    const row = rowOf('trust', encodeStateAsUpdate(crowd.doc))
    expect(await throughGate(row, gate())).toEqual({ ok: false, error: 'clock-jump' })
  })
})
