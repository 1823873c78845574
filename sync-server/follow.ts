import type { Refusal } from '../src/domain/refusals.ts'
import type { Access } from './access.ts'
import type { Accounts } from './accounts/port.ts'
import type { Connection } from './connection.ts'
import { emitFrames, type Follower, rowsFor } from './follower.ts'
import type { DocumentLog } from './log/port.ts'
import type { RelayPorts } from './ports.ts'
import type { Committed, Stored } from './commit.ts'
import { framesOf } from './row-frames.ts'
import { NewsFrames } from './news-frames.ts'
import type { Snapshots } from './snapshots.ts'

const ROWS_AT_ONCE = 64
/** What one HTTP answer may hold; the rest is for the next one. */
const BRIEF_BYTES = 8 * 1024 * 1024

type Guard = (of: Connection, work: () => Promise<void>) => void

/** Rooms of followers. A follower first catches up from the log, then hears rows as they come. */
export class Follows {
  readonly #rooms = new Map<string, Set<Follower>>()
  readonly #byConnection = new Map<Connection, Map<string, Follower>>()
  readonly #log: DocumentLog
  readonly #accounts: Accounts
  readonly #now: () => number
  readonly #access: Access
  readonly #snapshots: Snapshots
  readonly #guard: Guard

  constructor(
    { log, accounts, now }: RelayPorts,
    access: Access,
    snapshots: Snapshots,
    guard: Guard,
  ) {
    this.#log = log
    this.#accounts = accounts
    this.#now = now
    this.#access = access
    this.#snapshots = snapshots
    this.#guard = guard
  }

  follow(to: Connection, doc: string, cursor: number) {
    const refusal = this.#access.refuses(to.person, 'read', doc)
    if (refusal) return to.send({ type: 'notFollowing', doc, reason: refusal })
    const before = this.#byConnection.get(to)?.get(doc)
    if (before) this.#drop(before)
    const follower = this.#add(to, doc)
    const noted = this.#accounts.serves(to.device ?? '', doc, this.#now())
    this.#guard(to, async () => {
      if (noted) await noted
      await this.#start(follower, cursor)
    })
  }

  unfollow(to: Connection, doc: string) {
    const follower = this.#byConnection.get(to)?.get(doc)
    if (follower) this.#drop(follower)
  }

  left(to: Connection) {
    for (const follower of this.#byConnection.get(to)?.values() ?? []) this.#drop(follower)
  }

  /** Sends new rows to everyone who follows their documents. */
  committed({ stored, again }: Committed) {
    for (const [doc, rows] of stored) this.#fanOut(doc, rows)
    for (const { doc, seq } of again)
      for (const follower of this.#rooms.get(doc) ?? []) {
        follower.known = Math.max(follower.known, seq)
        if (follower.live && follower.sent < seq) this.#fallBack(follower)
      }
  }

  /** Ends what these people may no longer follow. */
  recheck(people: ReadonlySet<string>) {
    for (const [to, own] of this.#byConnection) {
      if (!people.has(to.person)) continue
      for (const follower of own.values()) {
        const refusal = this.#access.refuses(to.person, 'read', follower.doc)
        if (refusal) this.#refuse(follower, refusal)
      }
    }
  }

  followersOf(doc: string): Connection[] {
    return Array.from(this.#rooms.get(doc) ?? [], ({ to }) => to)
  }

  isLive(to: Connection, doc: string): boolean {
    return this.#byConnection.get(to)?.get(doc)?.live ?? false
  }

  #add(to: Connection, doc: string): Follower {
    const own = new Set<number>()
    const follower: Follower = { to, doc, sent: 0, known: 0, own, live: false, stopped: false }
    const follows = this.#byConnection.get(to) ?? new Map<string, Follower>()
    this.#byConnection.set(to, follows.set(doc, follower))
    const room = this.#rooms.get(doc) ?? new Set<Follower>()
    this.#rooms.set(doc, room.add(follower))
    return follower
  }

  #drop(follower: Follower) {
    follower.stopped = true
    const own = this.#byConnection.get(follower.to)
    if (own?.get(follower.doc) === follower) own.delete(follower.doc)
    if (own?.size === 0) this.#byConnection.delete(follower.to)
    const room = this.#rooms.get(follower.doc)
    room?.delete(follower)
    if (room?.size === 0) this.#rooms.delete(follower.doc)
  }

  #refuse(follower: Follower, reason: Refusal) {
    this.#drop(follower)
    follower.to.send({ type: 'notFollowing', doc: follower.doc, reason })
  }

  async #start(follower: Follower, cursor: number) {
    const head = await this.#log.head(follower.doc)
    // A cursor beyond the end comes from before the relay was restored from a backup.
    follower.sent = cursor > head ? 0 : cursor
    await this.#sendSnapshot(follower)
    await this.#catchUp(follower)
  }

  async #sendSnapshot(follower: Follower) {
    const found = await this.#snapshots.cheaper(follower.doc, follower.sent)
    if (!found || follower.stopped) return
    follower.sent = found.seq
    await emitFrames(follower, [found.frame])
  }

  async #catchUp(follower: Follower) {
    const { doc, to } = follower
    while (!follower.stopped) {
      if (to.brief && to.owed > BRIEF_BYTES) return this.#drop(follower)
      const rows = await this.#log.after(doc, follower.sent, ROWS_AT_ONCE)
      if (follower.stopped) return
      const last = rows.at(-1)
      if (!last && follower.known > follower.sent) throw new Error('The log lost rows')
      if (last) {
        follower.sent = last.seq
        const news = rows.filter((row) => !follower.own.has(row.seq))
        await emitFrames(follower, framesOf(doc, news))
      }
      if (rows.length < ROWS_AT_ONCE && follower.known <= follower.sent) break
    }
    if (follower.stopped) return
    follower.live = true
    follower.own.clear()
    to.send({ type: 'following', doc, head: follower.sent })
    if (to.brief) this.#drop(follower)
  }

  /** Something is in the log that did not come by here, so that only the log can tell it all. */
  #fallBack(follower: Follower) {
    follower.live = false
    this.#guard(follower.to, () => this.#catchUp(follower))
  }

  #fanOut(doc: string, stored: readonly Stored[]) {
    const news = new NewsFrames(doc, stored)
    for (const follower of this.#rooms.get(doc) ?? []) this.#tell(follower, stored, news)
  }

  #tell(follower: Follower, stored: readonly Stored[], news: NewsFrames) {
    const first = stored[0]?.row.seq ?? 0
    const last = stored.at(-1)?.row.seq ?? 0
    follower.known = Math.max(follower.known, last)
    if (!follower.live)
      for (const { row, from } of stored) if (from === follower.to) follower.own.add(row.seq)
    if (!follower.live || last <= follower.sent) return
    const refusal = this.#access.refuses(follower.to.person, 'read', follower.doc)
    if (refusal) return this.#refuse(follower, refusal)
    if (follower.sent < first - 1) return this.#fallBack(follower)
    const frames =
      follower.sent >= first
        ? framesOf(follower.doc, rowsFor(follower, stored))
        : news.for(follower.to)
    follower.sent = last
    for (const frame of frames) follower.to.sendFrame(frame)
  }
}
