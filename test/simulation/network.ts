import { decodeRelayMessage } from '../../src/domain/wire/frames.ts'
import type { LineEvents } from '../../src/sync/transport.ts'
import type { Chance, VirtualTime } from './clock.ts'
import type { Plan } from './plan.ts'
import type { SimDevice } from './sim-device.ts'
import type { SimRelay } from './sim-relay.ts'

/** Frames between tablets and relay: late, lost, twice, out of order, or not at all. */
export class SimNetwork {
  /** Set when everything is mended: from then on every frame arrives, in order. */
  calm = false
  /** Every frame the relay sent, and to whom. */
  onDelivered: (person: string, frame: Uint8Array) => void = () => undefined
  readonly #plan: Plan
  readonly #time: VirtualTime
  readonly #chance: Chance
  readonly #relay: SimRelay
  readonly #unlucky = new Set<string>()

  constructor(world: { plan: Plan; time: VirtualTime; chance: Chance; relay: SimRelay }) {
    this.#plan = world.plan
    this.#time = world.time
    this.#chance = world.chance
    this.#relay = world.relay
  }

  open(device: SimDevice, events: LineEvents) {
    const relay = this.#relay
    const life = relay.life
    const appLife = device.life
    let ended = false
    const up = () =>
      device.online && relay.relay !== null && relay.life === life && device.life === appLife
    const end = () => {
      if (ended) return
      ended = true
      line?.closed()
      if (device.life === appLife) this.#time.after(5, () => events.ended('lost'))
    }
    const line = relay.relay?.connect({
      session: { id: device.name, person: device.person },
      emit: (frame) => {
        if (this.#dropsAck(frame)) return
        this.#carry(() => {
          if (ended || !up()) return end()
          this.onDelivered(device.person, frame)
          events.frame(frame)
        })
      },
      close: () => this.#time.after(20, end),
    })
    this.#time.after(5 + this.#chance.next() * 30, () => (up() ? events.opened() : end()))
    return {
      send: (frame: Uint8Array) =>
        this.#carry(() => {
          if (ended || !up()) return end()
          line?.receive(frame)
        }),
      close: () => {
        if (ended) return
        ended = true
        line?.closed()
      },
    }
  }

  #carry(arrive: () => void) {
    const { drop, duplicate, reorder } = this.#plan
    if (this.calm) return void this.#time.after(5, arrive)
    if (this.#chance.chance(drop)) return
    const late = this.#chance.chance(reorder) ? this.#chance.next() * 400 : 0
    this.#time.after(5 + late, arrive)
    if (this.#chance.chance(duplicate)) this.#time.after(10 + this.#chance.next() * 300, arrive)
  }

  /** Planted: one row's ack never gets through, on any line, however often it is sent. */
  #dropsAck(frame: Uint8Array): boolean {
    if (this.#plan.bug !== 'drop-an-ack') return false
    const message = decodeRelayMessage(frame)
    if (!message.ok || message.value.type !== 'ack') return false
    const [first] = message.value.rows
    if (first && this.#unlucky.size === 0) this.#unlucky.add(first.id)
    return message.value.rows.some(({ id }) => this.#unlucky.has(id))
  }
}
