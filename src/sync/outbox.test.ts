import { expect, it } from 'vitest'
import type { DeviceMessage } from '../domain/wire/messages.ts'
import type { JournalRow } from '../store/ports.ts'
import { Outbox } from './outbox.ts'

const row = (bytes: number): JournalRow => ({
  n: 1,
  id: 'a'.repeat(32),
  doc: 'review/r1/notes/p04',
  device: 'd'.repeat(32),
  hash: new Uint8Array(32),
  madeAt: 1,
  bytes: new Uint8Array([bytes]),
  state: 'unsent',
  reason: null,
  signature: null,
})

it('T29: the answer to a row as it was before its words were taken out is not one to the row as it is', () => {
  const sent: DeviceMessage[] = []
  const outbox = new Outbox(
    { now: () => 0, random: () => new Uint8Array(), after: () => () => undefined },
    (message) => sent.push(message),
  )
  const whole = row(1)
  const blank = row(2)
  outbox.add([whole])
  outbox.pump()
  outbox.add([blank])
  outbox.pump()
  expect(sent.flatMap((m) => (m.type === 'push' ? m.rows : []))).toEqual([whole, blank])
  expect(outbox.answered(whole.id)).toBeUndefined()
  expect(outbox.hasUnsent(whole.doc)).toBe(true)
  expect(outbox.answered(blank.id)).toBe(blank)
  outbox.remove(blank.id, whole)
  expect(outbox.hasUnsent(blank.doc)).toBe(true)
  outbox.remove(blank.id, blank)
  expect(outbox.hasUnsent(blank.doc)).toBe(false)
})

it('a new line owes no answers from the old one', () => {
  const outbox = new Outbox(
    { now: () => 0, random: () => new Uint8Array(), after: () => () => undefined },
    () => undefined,
  )
  outbox.add([row(1)])
  outbox.pump()
  const blank = row(2)
  outbox.add([blank])
  outbox.restart([blank])
  expect(outbox.answered(blank.id)).toBe(blank)
})
