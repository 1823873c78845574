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
import { SIGNATURE_BYTES } from './signed-row.ts'

/*
 * A frame: version byte, kind byte, body, CRC-32 of all before it (4 bytes, little endian).
 * Kind 0 holds JSON; the others are binary because they carry updates. Kind 4 is kind 1 with a
 * signature after each row: apps from before there were any are still understood.
 */
const KIND = { control: 0, push: 1, updates: 2, snapshot: 3, signedPush: 4 } as const

export type FrameFault = 'damaged-frame' | 'protocol' | 'too-large'

const ROOM_FOR_SUM = new Uint8Array(4)
/** Of a row beside its update: ids, fingerprint, times, lengths, and a signature. */
const ROW_EXTRA = 256

function seal(encoder: encoding.Encoder): Uint8Array {
  encoding.writeUint8Array(encoder, ROOM_FOR_SUM)
  const frame = encoding.toUint8Array(encoder)
  const end = frame.length - ROOM_FOR_SUM.length
  new DataView(frame.buffer).setInt32(end, CRC32.buf(frame.subarray(0, end)), true)
  return frame
}

/** A frame of rows is written into one buffer: pieces that double cost more than the rest of a storm's writing. */
function begin(kind: number, rows: readonly { bytes: Uint8Array }[] = []): encoding.Encoder {
  const encoder = encoding.createEncoder()
  const room = rows.reduce((sum, { bytes }) => sum + bytes.length + ROW_EXTRA, ROW_EXTRA)
  encoder.cbuf = new Uint8Array(room)
  encoding.writeUint8(encoder, PROTOCOL)
  encoding.writeUint8(encoder, kind)
  return encoder
}

function control(message: object): Uint8Array {
  const encoder = begin(KIND.control)
  encoding.writeVarString(encoder, JSON.stringify(message))
  return seal(encoder)
}

type RowFields = Omit<PushRow, 'signature'>

function writeRow(encoder: encoding.Encoder, row: RowFields) {
  encoding.writeUint8Array(encoder, bytesOfHex(row.id))
  encoding.writeUint8Array(encoder, bytesOfHex(row.device))
  encoding.writeUint8Array(encoder, row.hash)
  encoding.writeVarUint(encoder, Math.max(0, Math.floor(row.madeAt)))
  encoding.writeVarUint8Array(encoder, row.bytes)
}

function readRow(decoder: decoding.Decoder, doc: string): RowFields {
  const id = hexOf(decoding.readUint8Array(decoder, 16))
  const device = hexOf(decoding.readUint8Array(decoder, 16))
  const hash = decoding.readUint8Array(decoder, 32)
  const madeAt = decoding.readVarUint(decoder)
  return { id, doc, device, hash, madeAt, bytes: decoding.readVarUint8Array(decoder) }
}

function readSignature(decoder: decoding.Decoder): Uint8Array | null {
  const signature = decoding.readVarUint8Array(decoder)
  if (signature.length === 0) return null
  if (signature.length !== SIGNATURE_BYTES) throw new Error('Not a signature')
  return signature
}

/** A row with its signature, as it travels in a push and in what a device carries for another. */
export function writeSignedRow(encoder: encoding.Encoder, row: PushRow) {
  encoding.writeVarString(encoder, row.doc)
  writeRow(encoder, row)
  encoding.writeVarUint8Array(encoder, row.signature ?? new Uint8Array())
}

/** @throws on bytes that are no such row */
export function readSignedRow(decoder: decoding.Decoder): PushRow {
  const row = readRow(decoder, decoding.readVarString(decoder))
  return { ...row, signature: readSignature(decoder) }
}

function readPushRow(decoder: decoding.Decoder, kind: number): PushRow {
  if (kind === KIND.signedPush) return readSignedRow(decoder)
  return { ...readRow(decoder, decoding.readVarString(decoder)), signature: null }
}

function writeLogRow(encoder: encoding.Encoder, row: LogRow) {
  encoding.writeVarUint(encoder, row.seq)
  encoding.writeVarString(encoder, row.person)
  encoding.writeVarUint(encoder, row.receivedAt)
  writeRow(encoder, row)
}

function readLogRow(decoder: decoding.Decoder, doc: string): LogRow {
  const seq = decoding.readVarUint(decoder)
  const person = decoding.readVarString(decoder)
  const receivedAt = decoding.readVarUint(decoder)
  return { ...readRow(decoder, doc), seq, person, receivedAt }
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
  const encoder = begin(KIND.signedPush, message.rows)
  encoding.writeVarUint(encoder, message.rows.length)
  for (const row of message.rows) writeSignedRow(encoder, row)
  return seal(encoder)
}

export function decodeDeviceMessage(frame: Uint8Array): Result<DeviceMessage, FrameFault> {
  const opened = open(frame)
  if (!opened.ok) return opened
  const { kind, body } = opened.value
  return guarded<DeviceMessage>(() => {
    if (kind === KIND.control)
      return deviceControlSchema.safeParse(JSON.parse(decoding.readVarString(body))).data
    if (kind !== KIND.push && kind !== KIND.signedPush) return undefined
    const count = decoding.readVarUint(body)
    if (count > LIMITS.pushRows) return undefined
    const rows: PushRow[] = []
    for (let i = 0; i < count; i++) rows.push(readPushRow(body, kind))
    return { type: 'push', rows }
  })
}

export function encodeRelayMessage(message: RelayMessage): Uint8Array {
  if (message.type === 'updates') {
    const encoder = begin(KIND.updates, message.rows)
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
