import { LIMITS } from '../src/domain/refusals.ts'
import { decodeDeviceMessage } from '../src/domain/wire/frames.ts'
import type { DeviceControl, DeviceMessage } from '../src/domain/wire/messages.ts'
import { type Access, createAccess } from './access.ts'
import { type Connection, createConnection, type Wire } from './connection.ts'
import { createDigests, type Digests } from './digests.ts'
import { Feed } from './feed.ts'
import { Follows } from './follow.ts'
import { createGreeter, type Greeter } from './hello.ts'
import type { Later, RelayPorts } from './ports.ts'
import { createPresence, type Presence } from './presence.ts'
import { createProposals } from './propose.ts'
import { Pushes, sendRetry } from './push.ts'
import { Snapshots } from './snapshots.ts'

/** One connection as its wire sees it. */
export interface Line {
  receive(frame: Uint8Array): void
  closed(): void
  /** Resolves when everything received so far has been answered. */
  settled(): Promise<void>
}

export interface Relay {
  connect(wire: Wire): Line
  /** Tells of a row that the relay itself wrote into a document. */
  wrote(doc: string, seq: number): void
  /** Takes no more, finishes what it has, says goodbye to all. */
  stop(): Promise<void>
}

type Saying<T extends DeviceControl['type']> = Extract<DeviceControl, { type: T }>
type Hearing = { readonly [T in DeviceControl['type']]: (message: Saying<T>) => void }

/** The relay without any input or output of its own: the same ports, the same behaviour. */
export const createRelay = (ports: RelayPorts): Relay => new RelayCore(ports)

class RelayCore implements Relay {
  readonly #ports: RelayPorts
  readonly #access: Access
  readonly #snapshots: Snapshots
  readonly #follows: Follows
  readonly #presence: Presence
  readonly #feed: Feed
  readonly #digests: Digests
  readonly #proposals: ReturnType<typeof createProposals>
  readonly #greeter: Greeter
  readonly #pushes: Pushes
  readonly #connections = new Set<Connection>()
  readonly #unlisten: () => void
  #stopping = false

  constructor(ports: RelayPorts) {
    const later: Later = ports.later ?? ((_ms, run) => ports.soon(run))
    const guard = (of: Connection, work: () => Promise<void>) => this.#guard(of, work)
    this.#ports = ports
    this.#access = createAccess(ports.accounts, ports.now)
    this.#snapshots = new Snapshots(ports, later)
    this.#follows = new Follows(ports, this.#access, this.#snapshots, guard)
    this.#presence = createPresence(later, this.#access, this.#follows)
    this.#feed = new Feed(ports, later, this.#access, this.#follows)
    this.#digests = createDigests(ports, this.#access, this.#snapshots)
    this.#proposals = createProposals(ports.decisions, ports.settle, ports.check)
    this.#greeter = createGreeter(ports)
    this.#pushes = new Pushes(ports, this.#access, (what) => {
      for (const doc of what.erased) this.#snapshots.forget(doc)
      this.#follows.committed(what)
      for (const [doc, rows] of what.stored) this.#snapshots.grew(doc, rows.at(-1)?.row.seq ?? 0)
      if (what.stored.size > 0 || what.again.length > 0) this.#feed.logGrew()
      ports.grew?.(what.stored.keys())
    })
    const unlisten = ports.accounts.onChange((people) => this.#accessChanged(new Set(people)))
    const unleave = ports.accounts.onLeave?.((people) => this.#closeAll(new Set(people)))
    this.#unlisten = () => {
      unlisten()
      unleave?.()
    }
  }

  wrote(doc: string, seq: number) {
    this.#follows.committed({ stored: new Map(), again: [{ doc, seq }], erased: new Set() })
    this.#snapshots.grew(doc, seq)
    this.#feed.logGrew()
  }

  connect(wire: Wire): Line {
    const left = (connection: Connection) => this.#left(connection)
    const connection = createConnection(wire, this.#greeter.allowanceFor(null), left)
    this.#connections.add(connection)
    const on = this.#hearing(connection)
    if (this.#stopping) connection.farewell('closing')
    return {
      receive: (frame) => this.#receive(connection, on, frame),
      closed() {
        if (!connection.open) return
        connection.open = false
        left(connection)
      },
      settled: () => connection.settled(),
    }
  }

  async stop() {
    this.#stopping = true
    this.#unlisten()
    await this.#pushes.quiet()
    for (const connection of this.#connections) connection.farewell('closing')
    await this.#snapshots.quiet()
  }

  /** A device that gets no answer asks again when it is back, so a failure ends the connection. */
  #guard(of: Connection, work: () => Promise<void>) {
    of.track(
      work().catch((error: unknown) => {
        this.#ports.note?.('work-failed', { error: String(error) })
        of.farewell('closing')
      }),
    )
  }

  #left(connection: Connection) {
    this.#connections.delete(connection)
    this.#greeter.left(connection)
    this.#follows.left(connection)
    this.#feed.left(connection)
    this.#presence.left(connection)
  }

  #isAlive(connection: Connection): boolean {
    const { accounts, now } = this.#ports
    return accounts.sessionLives(connection.wire.session.id, now()) && !this.#isRevoked(connection)
  }

  #isRevoked({ device }: Connection): boolean {
    return device !== null && this.#ports.accounts.signerOf(device)?.revoked === true
  }

  /** The session ended; a device that was reported lost is told so. */
  #sendAway(connection: Connection) {
    connection.farewell(this.#isRevoked(connection) ? 'revoked' : 'signed-out')
  }

  #accessChanged(people: ReadonlySet<string>) {
    for (const connection of this.#connections)
      if (people.has(connection.person) && !this.#isAlive(connection)) this.#sendAway(connection)
    this.#follows.recheck(people)
    this.#feed.accessChanged(people)
  }

  #closeAll(people: ReadonlySet<string>) {
    for (const connection of this.#connections)
      if (people.has(connection.person)) this.#sendAway(connection)
  }

  #receive(from: Connection, on: Hearing, frame: Uint8Array) {
    if (!from.open) return
    if (frame.length > LIMITS.frameBytes) return from.farewell('too-large')
    const message = decodeDeviceMessage(frame)
    if (!message.ok) return from.farewell(message.error)
    this.#greeter.inTurn(from, message.value, (ready) => {
      if (from.open) this.#hear(from, on, ready)
    })
  }

  #hear(from: Connection, on: Hearing, message: DeviceMessage) {
    if (message.type === 'push') {
      if (!this.#isAlive(from)) sendRetry(from, message.rows, 'signed-out')
      else if (!this.#stopping) return this.#pushes.receive(from, message.rows)
      return this.#stopping ? from.farewell('closing') : this.#sendAway(from)
    }
    if (!this.#isAlive(from)) return this.#sendAway(from)
    if (from.allowance.frame(this.#ports.now()) === 'flood') return from.farewell('too-fast')
    // The table is built from the same union that the message was parsed with.
    const act = on[message.type] as (message: DeviceControl) => void
    act(message)
  }

  #hearing(from: Connection): Hearing {
    return {
      hello: (message) => this.#guard(from, () => this.#greeter.hello(from, message)),
      follow: ({ doc, cursor }) => {
        this.#follows.follow(from, doc, cursor)
        this.#presence.joined(doc)
      },
      unfollow: ({ doc }) => this.#follows.unfollow(from, doc),
      feed: ({ cursors }) => this.#guard(from, () => this.#feed.start(from, cursors)),
      digest: ({ doc }) => this.#digests.ask(from, doc),
      propose: (message) => this.#guard(from, () => this.#propose(from, message)),
      presence: ({ doc }) => this.#presence.set(from, doc),
      held: (message) => this.#held(from, message),
      ping: () => from.send({ type: 'pong' }),
    }
  }

  #held(from: Connection, { held }: Saying<'held'>) {
    const { accounts, now } = this.#ports
    const at = now()
    const device = from.device ?? ''
    accounts.hold(device, held, at)
    this.#feed.held({ person: from.person, device, held, at })
  }

  async #propose(from: Connection, { proposal }: Saying<'propose'>) {
    const device = from.device ?? ''
    const proposer = () => ({
      facts: this.#access.facts(from.person),
      device,
      now: this.#ports.now(),
    })
    const judged = await this.#proposals.receive(proposal, proposer)
    if (!judged.ok) return from.send({ type: 'declined', id: proposal.id, reason: judged.error })
    const { subject } = judged.value
    for (const to of this.#connections)
      if (to === from || (!to.brief && this.#access.hears(to.person, subject)))
        to.send({ type: 'decided', decision: judged.value })
    this.#feed.decided(judged.value)
  }
}
