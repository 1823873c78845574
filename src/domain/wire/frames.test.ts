import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeDeviceMessage,
  decodeRelayMessage,
  encodeDeviceMessage,
  encodeRelayMessage,
  packFrames,
  unpackFrames,
} from './frames.ts'
import type { DeviceMessage, LogRow, RelayMessage } from './messages.ts'

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => Buffer.from(bytes).toString('hex'))
const pushRow = fc.record({
  id: hex(16),
  device: hex(16),
  doc: fc.string({ maxLength: 60 }),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  madeAt: fc.nat(),
  bytes: fc.uint8Array({ maxLength: 200 }),
  signature: fc.option(fc.uint8Array({ minLength: 64, maxLength: 64 })),
})
const example: LogRow = {
  id: 'a'.repeat(32),
  device: 'b'.repeat(32),
  doc: 'review/r',
  hash: new Uint8Array(32).fill(3),
  madeAt: 5,
  bytes: new Uint8Array([1, 2, 3]),
  seq: 7,
  person: 'p04',
  receivedAt: 9,
}
const fromRelay: RelayMessage[] = [
  { type: 'updates', doc: 'review/r', rows: [example] },
  { type: 'snapshot', doc: 'review/r', seq: 4, hash: example.hash, bytes: example.bytes },
  { type: 'ack', rows: [{ id: example.id, doc: example.doc, seq: 7 }] },
  { type: 'digest', doc: 'review/r', seq: 7, digest: 'f'.repeat(64) },
]

describe('frames', () => {
  it('P1 a push comes back as it was sent', () => {
    fc.assert(
      fc.property(fc.array(pushRow, { maxLength: 5 }), (rows) => {
        const message: DeviceMessage = { type: 'push', rows }
        expect(decodeDeviceMessage(encodeDeviceMessage(message))).toEqual({
          ok: true,
          value: message,
        })
      }),
    )
  })
  it.each(fromRelay)('P1 $type comes back as it was sent', (message) => {
    expect(decodeRelayMessage(encodeRelayMessage(message))).toEqual({ ok: true, value: message })
  })
  it('P2 T6 every flipped bit of a frame is noticed', () => {
    const frames = fromRelay.map(encodeRelayMessage)
    for (const frame of frames)
      for (let bit = 0; bit < frame.length * 8; bit++) {
        const damaged = frame.slice()
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(decodeRelayMessage(damaged).ok).toBe(false)
      }
  })
  it('P2 a cut or foreign frame is an answer, never an exception', () => {
    const frame = encodeDeviceMessage({ type: 'push', rows: [{ ...example, signature: null }] })
    for (let length = 0; length < frame.length; length++)
      expect(decodeDeviceMessage(frame.subarray(0, length)).ok).toBe(false)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeDeviceMessage(bytes).ok).toBe(false)
        expect(decodeRelayMessage(bytes).ok).toBe(false)
      }),
    )
  })
  it('P3 a frame of another protocol version is told apart from a damaged one', () => {
    const frame = encodeDeviceMessage({ type: 'ping' })
    const other = frame.slice()
    other[0] = 9
    expect(decodeDeviceMessage(other)).toEqual({ ok: false, error: 'damaged-frame' })
    expect(decodeDeviceMessage(encodeDeviceMessage({ type: 'ping' }))).toEqual({
      ok: true,
      value: { type: 'ping' },
    })
  })
  it('P4 several frames travel in one request', () => {
    const frames = fromRelay.map(encodeRelayMessage)
    expect(unpackFrames(packFrames(frames))).toEqual({ ok: true, value: frames })
    expect(unpackFrames(packFrames(frames).subarray(0, 20)).ok).toBe(false)
  })
})
