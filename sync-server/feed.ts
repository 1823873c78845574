import type { Decision } from '../src/domain/decisions.ts'
import type { DeviceState, FeedCursors } from '../src/domain/wire/messages.ts'
import type { Access } from './access.ts'
import { type Audiences, colleagues, createAudiences, sharesReview } from './audiences.ts'
import type { Connection } from './connection.ts'
import type { Follows } from './follow.ts'
import type { Later, RelayPorts } from './ports.ts'

const EVERY = 250

interface Subscription {
  readonly to: Connection
  cursors: FeedCursors
  /** Until the first answer is sent, what happens meanwhile is only noted. */
  starting: boolean
  access: boolean
  readonly docs: Map<string, number>
  readonly devices: Map<string, DeviceState>
}

/** What changed for somebody since they last asked, and from then on as it happens. */
export class Feed {
  readonly #ports: RelayPorts
  readonly #later: Later
  readonly #access: Access
  readonly #follows: Follows
  readonly #subscriptions = new Map<Connection, Subscription>()
  readonly #audiences: Audiences<Subscription>
  readonly #heldNews = new Map<string, DeviceState>()
  /** How far into the whole log everybody has been told. */
  #position: number | null = null
  #logNews = false
  #due = false

  constructor(ports: RelayPorts, later: Later, access: Access, follows: Follows) {
    this.#ports = ports
    this.#later = later
    this.#access = access
    this.#follows = follows
    this.#audiences = createAudiences(
      ports,
      access,
      () => this.#subscriptions.values(),
      (subscription) => subscription.to.person,
    )
  }

  async start(to: Connection, cursors: FeedCursors) {
    const subscription: Subscription = {
      to,
      cursors,
      starting: true,
      access: false,
      docs: new Map(),
      devices: new Map(),
    }
    // Noted before the first answer is put together, so that nothing falls in between.
    if (!to.brief) this.#subscriptions.set(to, subscription)
    if (!to.brief) this.#audiences.joined(subscription)
    subscription.cursors = await this.#firstAnswer(to, cursors)
    this.#position ??= subscription.cursors.log
    subscription.starting = false
    if (subscription.docs.size > 0 || subscription.access) this.#schedule()
  }

  left(to: Connection) {
    const subscription = this.#subscriptions.get(to)
    if (subscription) this.#audiences.left(subscription)
    this.#subscriptions.delete(to)
  }

  logGrew() {
    this.#logNews = true
    this.#schedule()
  }

  /** Those who may read it have been told: it is behind everybody's cursor. */
  decided(decision: Decision) {
    for (const subscription of this.#subscriptions.values())
      subscription.cursors = { ...subscription.cursors, decisions: decision.seq }
  }

  accessChanged(people: ReadonlySet<string>) {
    for (const subscription of this.#subscriptions.values())
      if (people.has(subscription.to.person)) subscription.access = true
    this.#schedule()
  }

  held(state: DeviceState) {
    this.#heldNews.set(state.device, state)
    this.#schedule()
  }

  #schedule() {
    if (this.#due || this.#subscriptions.size === 0) return
    this.#due = true
    this.#later(EVERY, () => {
      this.#due = false
      this.#flush().catch((error: unknown) => {
        this.#ports.note?.('feed-failed', { error: String(error) })
        this.#schedule()
      })
    })
  }

  async #flush() {
    await this.#noteLog()
    if (this.#logNews) this.#schedule()
    this.#noteDevices()
    for (const subscription of this.#subscriptions.values()) await this.#tell(subscription)
  }

  async #noteLog() {
    if (!this.#logNews || this.#position === null) return
    this.#logNews = false
    const changed = await this.#ports.log.changedSince(this.#position).catch((error: unknown) => {
      this.#logNews = true
      throw error
    })
    this.#position = changed.cursor
    for (const { doc, head } of changed.docs)
      for (const subscription of this.#audiences.of(doc))
        if (!this.#follows.isLive(subscription.to, doc)) subscription.docs.set(doc, head)
  }

  #noteDevices() {
    if (this.#heldNews.size === 0) return
    for (const subscription of this.#subscriptions.values()) {
      const facts = this.#access.facts(subscription.to.person)
      for (const state of this.#heldNews.values())
        if (sharesReview(facts, state.person)) subscription.devices.set(state.device, state)
    }
    this.#heldNews.clear()
  }

  async #tell(subscription: Subscription) {
    const { to, docs, devices } = subscription
    const rights = subscription.access
    if (subscription.starting || (docs.size === 0 && devices.size === 0 && !rights)) return
    subscription.access = false
    // New rights may open documents whose decisions were made long ago.
    const decisions = rights ? await this.#decisionsFor(to.person, 0) : []
    const { accounts } = this.#ports
    subscription.cursors = {
      log: Math.max(subscription.cursors.log, this.#position ?? 0),
      decisions: subscription.cursors.decisions,
      access: rights ? accounts.accessVersion(to.person) : subscription.cursors.access,
    }
    to.send({
      type: 'feed',
      cursors: subscription.cursors,
      docs: Array.from(docs, ([doc, head]) => ({ doc, head })),
      decisions,
      access: rights,
      devices: [...devices.values()],
    })
    docs.clear()
    devices.clear()
  }

  async #firstAnswer(to: Connection, cursors: FeedCursors): Promise<FeedCursors> {
    const { accounts, decisions, log } = this.#ports
    const version = accounts.accessVersion(to.person)
    const stale = cursors.access !== version
    let changed = await log.changedSince(stale ? 0 : cursors.log)
    const last = (await decisions.last())?.seq ?? 0
    // Cursors beyond the end come from before the relay was restored from a backup.
    if (changed.cursor < cursors.log) changed = await log.changedSince(0)
    const since = stale || last < cursors.decisions ? 0 : cursors.decisions
    const made = await this.#decisionsFor(to.person, since)
    const told = {
      log: changed.cursor,
      decisions: Math.max(last, made.at(-1)?.seq ?? 0),
      access: version,
    }
    to.send({
      type: 'feed',
      cursors: told,
      docs: changed.docs.filter(({ doc }) => !this.#access.refuses(to.person, 'read', doc)),
      decisions: made,
      access: stale,
      devices: accounts.deviceStates(colleagues(this.#access.facts(to.person))),
    })
    return told
  }

  async #decisionsFor(person: string, since: number): Promise<Decision[]> {
    const made = await this.#ports.decisions.since(since)
    return made.filter(({ subject }) => this.#access.hears(person, subject))
  }
}
