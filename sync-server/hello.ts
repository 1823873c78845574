import { isHexId } from '../src/domain/ids.ts'
import { type DeviceControl, type DeviceMessage, PROTOCOL } from '../src/domain/wire/messages.ts'
import { type Allowance, createAllowance } from './bucket.ts'
import type { Connection } from './connection.ts'
import type { RelayPorts } from './ports.ts'

type Hello = Extract<DeviceControl, { type: 'hello' }>

const ALLOWANCES = 5_000
/** After so long an untouched allowance is full again and can be forgotten. */
const REFILLED = 60_000

export interface Greeter {
  /** Greets a device, or sends it away; nothing else is heard before. */
  hello(from: Connection, message: Hello): Promise<void>
  /** Hands a message on when the greeting is over. */
  inTurn(from: Connection, message: DeviceMessage, hear: (message: DeviceMessage) => void): void
  /** What a device may still send: the same for all its connections, old and new. */
  allowanceFor(device: string | null): Allowance
  left(connection: Connection): void
}

function createAllowances(now: () => number) {
  const kept = new Map<string, { readonly allowance: Allowance; usedAt: number }>()
  return (device: string | null): Allowance => {
    const at = now()
    if (device === null) return createAllowance(at)
    if (kept.size > ALLOWANCES)
      for (const [id, { usedAt }] of kept) if (at - usedAt > REFILLED) kept.delete(id)
    const known = kept.get(device) ?? { allowance: createAllowance(at), usedAt: at }
    known.usedAt = at
    kept.set(device, known)
    return known.allowance
  }
}

/** The first message of every connection: which device this is, and who holds it. */
export function createGreeter({ log, accounts, now }: RelayPorts): Greeter {
  const greeting = new Map<Connection, (() => void)[]>()
  const allowanceFor = createAllowances(now)

  async function greet(from: Connection, { device, protocol, journalHigh }: Hello) {
    if (protocol !== PROTOCOL || !isHexId(device) || from.device !== null)
      return from.farewell('protocol')
    const known = accounts.meet(device, from.person, journalHigh, now())
    if (known === null) return from.farewell('signed-out')
    from.device = device
    accounts.usedOn?.(from.wire.session.id, device)
    from.allowance = allowanceFor(device)
    const epoch = await log.epoch()
    from.send({
      type: 'welcome',
      protocol: PROTOCOL,
      epoch,
      person: from.person,
      now: now(),
      journalHigh: known,
    })
  }

  return {
    allowanceFor,
    async hello(from, message) {
      greeting.set(from, [])
      try {
        await greet(from, message)
      } finally {
        const waiting = greeting.get(from) ?? []
        greeting.delete(from)
        for (const go of waiting) go()
      }
    },
    inTurn(from, message, hear) {
      const waiting = greeting.get(from)
      if (waiting) waiting.push(() => hear(message))
      else if (from.device === null && message.type !== 'hello') from.farewell('protocol')
      else hear(message)
    },
    left: (connection) => void greeting.delete(connection),
  }
}
