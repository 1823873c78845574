import type { Decision } from '../src/domain/decisions.ts'
import type { DeviceState, FeedCursors } from '../src/domain/wire/messages.ts'
import type { Access } from './access.ts'
import { colleagues, createAudiences, sharesReview } from './audiences.ts'
import type { Connection } from './connection.ts'
import type { Follows } from './follow.ts'
import type { RelayPorts } from './ports.ts'

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

export interface Feed {
  start(to: Connection, cursors: FeedCursors): Promise<void>
  left(to: Connection): void
  logGrew(): void
  decided(decision: Decision): void
  accessChanged(people: ReadonlySet<string>): void
  held(state: DeviceState): void
}

/** What changed for somebody since they last asked, and from then on as it happens. */
export function createFeed(
  ports: RelayPorts,
  later: (ms: number, run: () => void) => void,
  access: Access,
  follows: Follows,
): Feed {
  const { log, decisions, accounts } = ports
  const subscriptions = new Map<Connection, Subscription>()
  const heldNews = new Map<string, DeviceState>()
  const audiences = createAudiences(
    ports,
    access,
    () => subscriptions.values(),
    (subscription: Subscription) => subscription.to.person,
  )
  let position: number | null = null
  let logNews = false
  let due = false

  const schedule = () => {
    if (due || subscriptions.size === 0) return
    due = true
    later(EVERY, () => {
      due = false
      flush().catch((error: unknown) => {
        ports.note?.('feed-failed', { error: String(error) })
        schedule()
      })
    })
  }

  const decisionsFor = async (person: string, since: number) =>
    (await decisions.since(since)).filter((d) => !access.refuses(person, 'read', d.subject))

  async function noteLog() {
    if (!logNews || position === null) return
    logNews = false
    const changed = await log.changedSince(position).catch((error: unknown) => {
      logNews = true
      throw error
    })
    position = changed.cursor
    for (const { doc, head } of changed.docs)
      for (const subscription of audiences.of(doc))
        if (!follows.isLive(subscription.to, doc)) subscription.docs.set(doc, head)
  }

  function noteDevices() {
    for (const subscription of heldNews.size > 0 ? subscriptions.values() : []) {
      const facts = access.facts(subscription.to.person)
      for (const state of heldNews.values())
        if (sharesReview(facts, state.person)) subscription.devices.set(state.device, state)
    }
    heldNews.clear()
  }

  async function flush() {
    await noteLog()
    if (logNews) schedule()
    noteDevices()
    for (const subscription of [...subscriptions.values()]) await tell(subscription)
  }

  async function tell(subscription: Subscription) {
    const { to, docs, devices } = subscription
    if (subscription.starting || (docs.size === 0 && devices.size === 0 && !subscription.access))
      return
    const rights = subscription.access
    subscription.access = false
    // New rights may open documents whose decisions were made long ago.
    const made = rights ? await decisionsFor(to.person, 0) : []
    subscription.cursors = {
      log: Math.max(subscription.cursors.log, position ?? 0),
      decisions: subscription.cursors.decisions,
      access: rights ? accounts.accessVersion(to.person) : subscription.cursors.access,
    }
    to.send({
      type: 'feed',
      cursors: subscription.cursors,
      docs: [...docs].map(([doc, head]) => ({ doc, head })),
      decisions: made,
      access: rights,
      devices: [...devices.values()],
    })
    docs.clear()
    devices.clear()
  }

  async function firstAnswer(to: Connection, cursors: FeedCursors) {
    const version = accounts.accessVersion(to.person)
    const stale = cursors.access !== version
    let changed = await log.changedSince(stale ? 0 : cursors.log)
    const last = (await decisions.last())?.seq ?? 0
    // Cursors beyond the end come from before the relay was restored from a backup.
    if (changed.cursor < cursors.log) changed = await log.changedSince(0)
    const since = stale || last < cursors.decisions ? 0 : cursors.decisions
    const made = await decisionsFor(to.person, since)
    const told = {
      log: changed.cursor,
      decisions: Math.max(last, made.at(-1)?.seq ?? 0),
      access: version,
    }
    to.send({
      type: 'feed',
      cursors: told,
      docs: changed.docs.filter(({ doc }) => !access.refuses(to.person, 'read', doc)),
      decisions: made,
      access: stale,
      devices: accounts.deviceStates(colleagues(access.facts(to.person))),
    })
    return told
  }

  return {
    async start(to, cursors) {
      const subscription: Subscription = {
        to,
        cursors,
        starting: true,
        access: false,
        docs: new Map(),
        devices: new Map(),
      }
      // Noted before the first answer is put together, so that nothing falls in between.
      if (!to.brief) subscriptions.set(to, subscription)
      if (!to.brief) audiences.joined(subscription)
      subscription.cursors = await firstAnswer(to, cursors)
      position ??= subscription.cursors.log
      subscription.starting = false
      if (subscription.docs.size > 0 || subscription.access) schedule()
    },
    left(to) {
      const subscription = subscriptions.get(to)
      if (subscription) audiences.left(subscription)
      subscriptions.delete(to)
    },
    logGrew() {
      logNews = true
      schedule()
    },
    decided(decision) {
      for (const subscription of subscriptions.values())
        subscription.cursors = { ...subscription.cursors, decisions: decision.seq }
    },
    accessChanged(people) {
      for (const subscription of subscriptions.values())
        if (people.has(subscription.to.person)) subscription.access = true
      schedule()
    },
    held(state) {
      heldNews.set(state.device, state)
      schedule()
    },
  }
}
