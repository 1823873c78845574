import CRC32 from 'crc-32'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { bytesOfHex, hexOf } from '../ids.ts'
import { LIMITS } from '../refusals.ts'
import { err, ok, type Result } from '../result.ts'
import {
  type DeviceMessage,
  deviceControlSchema,
  type LogRow,
  PROTOCOL,
  type PushRow,
  type RelayMessage,
  relayControlSchema,
} from './messages.ts'

/*
 * A frame: version byte, kind byte, body, CRC-32 of all before it (4 bytes, little endian).
 * Kind 0 holds JSON; the others are binary because they carry updates.
 */
const KIND = { control: 0, push: 1, updates: 2, snapshot: 3 } as const

export type FrameFault = 'damaged-frame' | 'protocol' | 'too-large'

function seal(encoder: encoding.Encoder): Uint8Array {
  const body = encoding.toUint8Array(encoder)
  const frame = new Uint8Array(body.length + 4)
  frame.set(body)
  new DataView(frame.buffer).setInt32(body.length, CRC32.buf(body), true)
  return frame
}

function begin(kind: number): encoding.Encoder {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, PROTOCOL)
  encoding.writeUint8(encoder, kind)
  return encoder
}

function control(message: object): Uint8Array {
  const encoder = begin(KIND.control)
  encoding.writeVarString(encoder, JSON.stringify(message))
  return seal(encoder)
}

function writePushRow(encoder: encoding.Encoder, row: PushRow) {
  encoding.writeUint8Array(encoder, bytesOfHex(row.id))
  encoding.writeUint8Array(encoder, bytesOfHex(row.device))
  encoding.writeUint8Array(encoder, row.hash)
  encoding.writeVarUint(encoder, Math.max(0, Math.floor(row.madeAt)))
  encoding.writeVarUint8Array(encoder, row.bytes)
}

function readPushRow(decoder: decoding.Decoder, doc: string): PushRow {
  const id = hexOf(decoding.readUint8Array(decoder, 16))
  const device = hexOf(decoding.readUint8Array(decoder, 16))
  const hash = decoding.readUint8Array(decoder, 32)
  const madeAt = decoding.readVarUint(decoder)
  return { id, doc, device, hash, madeAt, bytes: decoding.readVarUint8Array(decoder) }
}

function writeLogRow(encoder: encoding.Encoder, row: LogRow) {
  encoding.writeVarUint(encoder, row.seq)
  encoding.writeVarString(encoder, row.person)
  encoding.writeVarUint(encoder, row.receivedAt)
  writePushRow(encoder, row)
}

function readLogRow(decoder: decoding.Decoder, doc: string): LogRow {
  const seq = decoding.readVarUint(decoder)
  const person = decoding.readVarString(decoder)
  const receivedAt = decoding.readVarUint(decoder)
  return { ...readPushRow(decoder, doc), seq, person, receivedAt }
}

/** Checks version and checksum and hands out the body. */
function open(frame: Uint8Array): Result<{ kind: number; body: decoding.Decoder }, FrameFault> {
  if (frame.length > LIMITS.frameBytes * 16) return err('too-large')
  if (frame.length < 7) return err('damaged-frame')
  const end = frame.length - 4
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (view.getInt32(end, true) !== CRC32.buf(frame.subarray(0, end))) return err('damaged-frame')
  if (frame[0] !== PROTOCOL) return err('protocol')
  return ok({ kind: frame[1] ?? -1, body: decoding.createDecoder(frame.subarray(2, end)) })
}

/** Runs a reader over bytes from outside: whatever it throws means that they are damaged. */
function guarded<T>(read: () => T | undefined): Result<T, FrameFault> {
  try {
    const value = read()
    return value === undefined ? err('damaged-frame') : ok(value)
  } catch {
    return err('damaged-frame')
  }
}

export function encodeDeviceMessage(message: DeviceMessage): Uint8Array {
  if (message.type !== 'push') return control(message)
  const encoder = begin(KIND.push)
  encoding.writeVarUint(encoder, message.rows.length)
  for (const row of message.rows) {
    encoding.writeVarString(encoder, row.doc)
    writePushRow(encoder, row)
  }
  return seal(encoder)
}

export function decodeDeviceMessage(frame: Uint8Array): Result<DeviceMessage, FrameFault> {
  const opened = open(frame)
  if (!opened.ok) return opened
  const { kind, body } = opened.value
  return guarded<DeviceMessage>(() => {
    if (kind === KIND.control)
      return deviceControlSchema.safeParse(JSON.parse(decoding.readVarString(body))).data
    if (kind !== KIND.push) return undefined
    const count = decoding.readVarUint(body)
    if (count > LIMITS.pushRows) return undefined
    const rows: PushRow[] = []
    for (let i = 0; i < count; i++) rows.push(readPushRow(body, decoding.readVarString(body)))
    return { type: 'push', rows }
  })
}

export function encodeRelayMessage(message: RelayMessage): Uint8Array {
  if (message.type === 'updates') {
    const encoder = begin(KIND.updates)
    encoding.writeVarString(encoder, message.doc)
    encoding.writeVarUint(encoder, message.rows.length)
    for (const row of message.rows) writeLogRow(encoder, row)
    return seal(encoder)
  }
  if (message.type === 'snapshot') {
    const encoder = begin(KIND.snapshot)
    encoding.writeVarString(encoder, message.doc)
    encoding.writeVarUint(encoder, message.seq)
    encoding.writeUint8Array(encoder, message.hash)
    encoding.writeVarUint8Array(encoder, message.bytes)
    return seal(encoder)
  }
  return control(message)
}

export function decodeRelayMessage(frame: Uint8Array): Result<RelayMessage, FrameFault> {
  const opened = open(frame)
  if (!opened.ok) return opened
  const { kind, body } = opened.value
  return guarded<RelayMessage>(() => {
    if (kind === KIND.control)
      return relayControlSchema.safeParse(JSON.parse(decoding.readVarString(body))).data
    const doc = decoding.readVarString(body)
    if (kind === KIND.updates) {
      const count = decoding.readVarUint(body)
      const rows: LogRow[] = []
      for (let i = 0; i < count; i++) rows.push(readLogRow(body, doc))
      return { type: 'updates', doc, rows }
    }
    if (kind !== KIND.snapshot) return undefined
    const seq = decoding.readVarUint(body)
    const hash = decoding.readUint8Array(body, 32)
    return { type: 'snapshot', doc, seq, hash, bytes: decoding.readVarUint8Array(body) }
  })
}

/** Several frames in one HTTP body: each with its length before it. */
export function packFrames(frames: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

export function unpackFrames(body: Uint8Array): Result<Uint8Array[], FrameFault> {
  return guarded(() => {
    const decoder = decoding.createDecoder(body)
    const frames: Uint8Array[] = []
    while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
    return frames
  })
}
