import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { rowHash } from '../../src/crdt/hash.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { hexOf } from '../../src/domain/ids.ts'
import { encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import { PROTOCOL } from '../../src/domain/wire/messages.ts'
import { notesOf, SHARED } from './editor.ts'
import type { World } from './parts.ts'

/** An update of one GC struct: it moves a clientID's clock so far that its owner is never heard again. */
export function clockBurn(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const n of [1, 1, client, clock]) encoding.writeVarUint(encoder, n)
  encoding.writeUint8(encoder, 0)
  encoding.writeVarUint(encoder, length)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** Somebody on the team with a valid sign-in who sends rows that no honest app makes. */
export class Intruder {
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  async strike() {
    const { relay, time, chance, witness, devices } = this.#world
    if (!relay.relay) relay.start()
    const line = relay.relay?.connect({
      session: { id: 'intruder', person: 'intruder' },
      emit: (frame) => witness.delivered('intruder', frame),
      close: () => undefined,
    })
    const device = hexOf(chance.bytes(16))
    const hello = {
      type: 'hello',
      protocol: PROTOCOL,
      device,
      app: 'forged',
      journalHigh: 0,
    } as const
    line?.receive(encodeDeviceMessage(hello))
    await time.runFor(100)
    for (const { person } of devices)
      line?.receive(encodeDeviceMessage({ type: 'follow', doc: notesOf(person), cursor: 0 }))
    const victims = relay.stored
      .filter((row) => row.doc === SHARED)
      .flatMap((row) => inspectUpdate(row.bytes))
      .flatMap((facts) => (facts.ok ? facts.value.adds : []))
    const ends = new Map<number, number>()
    for (const { client, to } of victims) ends.set(client, Math.max(to, ends.get(client) ?? 0))
    for (const [client, end] of ends) {
      for (const bytes of [clockBurn(client, end, 90_000), foreignText(client, end)]) {
        const row = { id: hexOf(chance.bytes(16)), doc: SHARED, bytes }
        witness.forged.add(row.id)
        line?.receive(
          encodeDeviceMessage({
            type: 'push',
            rows: [{ ...row, device, hash: rowHash(row), madeAt: time.now, signature: null }],
          }),
        )
      }
    }
    await time.runFor(1000)
    line?.closed()
  }
}

/** Text in another device's name, right after what it wrote. */
function foreignText(client: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const n of [1, 1, client, clock]) encoding.writeVarUint(encoder, n)
  encoding.writeUint8(encoder, 4 | 32) // a string under a map key of a root type
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarString(encoder, 'forged')
  encoding.writeVarString(encoder, 'key')
  encoding.writeVarString(encoder, 'FORGED')
  encoding.writeVarUint(encoder, 0)
  const bytes = encoding.toUint8Array(encoder)
  Y.decodeUpdate(bytes)
  return bytes
}
