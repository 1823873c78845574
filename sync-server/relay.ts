import { personId } from '../src/domain/ids.ts'
import { decodeDeviceMessage } from '../src/domain/wire/frames.ts'
import { type DeviceControl, type DeviceMessage } from '../src/domain/wire/messages.ts'
import { LIMITS } from '../src/domain/refusals.ts'
import { createAccess } from './access.ts'
import { type Connection, createConnection, type Wire } from './connection.ts'
import { createDigests } from './digests.ts'
import { createFeed } from './feed.ts'
import { createFollows } from './follow.ts'
import { createGreeter } from './hello.ts'
import type { RelayPorts } from './ports.ts'
import { createPresence } from './presence.ts'
import { createProposals } from './propose.ts'
import { createPushes, sendRetry } from './push.ts'
import { createSnapshots } from './snapshots.ts'

/** One connection as its wire sees it. */
export interface Line {
  receive(frame: Uint8Array): void
  closed(): void
  /** Resolves when everything received so far has been answered. */
  settled(): Promise<void>
}

export interface Relay {
  connect(wire: Wire): Line
  /** Takes no more, finishes what it has, says goodbye to all. */
  stop(): Promise<void>
}

type Hearing = {
  readonly [T in DeviceControl['type']]: (message: Extract<DeviceControl, { type: T }>) => void
}

/** The relay without any input or output of its own: the same ports, the same behaviour. */
export function createRelay(ports: RelayPorts): Relay {
  const { accounts, now } = ports
  const later = ports.later ?? ((_ms: number, run: () => void) => ports.soon(run))
  const access = createAccess(accounts, now)
  const snapshots = createSnapshots(ports)
  const follows = createFollows(ports, access, snapshots, guard)
  const presence = createPresence(later, access, follows)
  const feed = createFeed(ports, later, access, follows)
  const digests = createDigests(ports, access, snapshots)
  const proposals = createProposals(ports.decisions)
  const greeter = createGreeter(ports)
  const connections = new Set<Connection>()
  const pushes = createPushes(ports, access, (what) => {
    follows.committed(what)
    for (const [doc, rows] of what.stored) snapshots.grew(doc, rows.at(-1)?.row.seq ?? 0)
    if (what.stored.size > 0 || what.again.length > 0) feed.logGrew()
  })
  let stopping = false

  /** A device that gets no answer asks again when it is back, so a failure ends the connection. */
  function guard(of: Connection, work: () => Promise<void>) {
    of.track(
      work().catch((error: unknown) => {
        ports.note?.('work-failed', { error: String(error) })
        of.farewell('closing')
      }),
    )
  }

  function left(connection: Connection) {
    connections.delete(connection)
    greeter.left(connection)
    follows.left(connection)
    feed.left(connection)
    presence.left(connection)
  }

  const endSessions = (people: ReadonlySet<string>) => {
    for (const connection of [...connections])
      if (people.has(connection.person) && !isAlive(connection)) connection.farewell('signed-out')
  }
  const isAlive = ({ wire }: Connection) => accounts.sessionLives(wire.session.id, now())

  const unlisten = accounts.onChange((changed) => {
    const people = new Set(changed)
    endSessions(people)
    follows.recheck(people)
    feed.accessChanged(people)
  })

  async function propose(from: Connection, message: Extract<DeviceControl, { type: 'propose' }>) {
    const device = from.device ?? ''
    const proposer = () => ({ facts: access.facts(from.person), device, now: now() })
    const judged = await proposals.receive(message.proposal, proposer)
    if (!judged.ok)
      return from.send({ type: 'declined', id: message.proposal.id, reason: judged.error })
    const decided = { type: 'decided', decision: judged.value } as const
    for (const to of [...connections])
      if (to === from || (!to.brief && !access.refuses(to.person, 'read', judged.value.subject)))
        to.send(decided)
    feed.decided(judged.value)
  }

  const hearing = (from: Connection): Hearing => ({
    hello: (message) => guard(from, () => greeter.hello(from, message)),
    follow({ doc, cursor }) {
      follows.follow(from, doc, cursor)
      presence.joined(doc)
    },
    unfollow: ({ doc }) => follows.unfollow(from, doc),
    feed: ({ cursors }) => guard(from, () => feed.start(from, cursors)),
    digest: ({ doc }) => digests.ask(from, doc),
    propose: (message) => guard(from, () => propose(from, message)),
    presence: ({ doc }) => presence.set(from, doc),
    held({ held }) {
      const at = now()
      const device = from.device ?? ''
      accounts.hold(device, held, at)
      feed.held({ person: personId(from.person), device, held, at })
    },
    ping: () => from.send({ type: 'pong' }),
  })

  function hear(from: Connection, on: Hearing, message: DeviceMessage) {
    if (message.type === 'push') {
      if (!isAlive(from)) sendRetry(from, message.rows, 'signed-out')
      else if (!stopping) return pushes.receive(from, message.rows)
      return from.farewell(stopping ? 'closing' : 'signed-out')
    }
    if (!isAlive(from)) return from.farewell('signed-out')
    if (from.allowance.frame(now()) === 'flood') return from.farewell('too-fast')
    // The table is built from the same union that the message was parsed with.
    const act = on[message.type] as (message: DeviceControl) => void
    act(message)
  }

  function receive(from: Connection, on: Hearing, frame: Uint8Array) {
    if (!from.open) return
    if (frame.length > LIMITS.frameBytes) return from.farewell('too-large')
    const message = decodeDeviceMessage(frame)
    if (!message.ok) return from.farewell(message.error)
    greeter.inTurn(from, message.value, (ready) => {
      if (from.open) hear(from, on, ready)
    })
  }

  return {
    connect(wire) {
      const connection = createConnection(wire, greeter.allowanceFor(null), left)
      connections.add(connection)
      const on = hearing(connection)
      if (stopping) connection.farewell('closing')
      return {
        receive: (frame) => receive(connection, on, frame),
        closed() {
          if (!connection.open) return
          connection.open = false
          left(connection)
        },
        settled: () => connection.settled(),
      }
    },
    async stop() {
      stopping = true
      unlisten()
      await pushes.quiet()
      for (const connection of [...connections]) connection.farewell('closing')
      await snapshots.quiet()
    },
  }
}
