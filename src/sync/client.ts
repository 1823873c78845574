import { decodeRelayMessage, encodeDeviceMessage } from '../domain/wire/frames.ts'
import {
  type DeviceMessage,
  type Held,
  PROTOCOL,
  type RelayMessage,
} from '../domain/wire/messages.ts'
import type { Proposal } from '../domain/decisions.ts'
import type { Documents } from '../store/documents.ts'
import type { Ledger } from '../store/ledger.ts'
import type { JournalRow, Surroundings } from '../store/ports.ts'
import { createDigests } from './digests.ts'
import { createInbox } from './inbox.ts'
import { Outbox } from './outbox.ts'
import { createStatus } from './status.ts'
import type { Ended, Line, Transport } from './transport.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 15_000
const OPEN_MS = 10_000
/** Silence after which a line counts as dead: a stalled socket stays "open" for minutes. */
const SILENCE_MS = 12_000
const PING_MS = 5_000
/** A row without an answer for this long: the frame or the answer was lost on the way. */
const ANSWER_MS = 20_000

export interface SyncPorts {
  readonly documents: Documents
  readonly ledger: Ledger
  readonly transport: Transport
  readonly around: Surroundings
  readonly app: string
  /** The documents that this person's device should hold now. */
  readonly wanted: () => readonly string[]
  /** What this device says of itself to the team. */
  readonly held: () => Held
  /** The relay says that this person's rights changed. */
  readonly onAccessChanged: () => void
}

export type SyncClient = ReturnType<typeof createSyncClient>

/** Keeps the device in step with the relay whenever there is a line to it. */
export function createSyncClient(ports: SyncPorts) {
  const { documents, ledger, around } = ports
  const status = createStatus()
  let line: Line | null = null
  let welcomed = false
  let stopped = true
  let delay = FIRST_RETRY_MS
  let timers: (() => void)[] = []
  let heard = 0
  let generation = 0
  let incoming: Promise<void> = Promise.resolve()
  let presence: string | null = null

  const send = (message: DeviceMessage) => line?.send(encodeDeviceMessage(message))
  const outbox = new Outbox(around, send)
  const pump = () => {
    if (welcomed) outbox.pump()
  }

  const isSettled = (doc: string) => !outbox.hasUnsent(doc) && documents.state().inMemory === 0
  const checkEqual = async () => {
    const equal = welcomed && (await digests.allEqual())
    status.set({ checkedAt: equal ? around.now() : null, differing: digests.differing() })
  }
  const digests = createDigests({
    documents,
    around,
    followed: () => inbox.followed(),
    ask: (doc) => send({ type: 'digest', doc }),
    isSettled,
    catchUp: (doc) => inbox.follow(doc),
    refetch: async (doc) => {
      await documents.refetch(doc)
      await inbox.follow(doc)
    },
    resend: async () => {
      await documents.unsettle()
      outbox.restart(await documents.journal.rows(['unsent']))
      pump()
    },
    onCure: () => status.set({ cured: status.get().cured + 1 }),
    onChange: () => void checkEqual().catch(() => status.set({ checkedAt: null })),
  })
  const inbox = createInbox({ ...ports, outbox, digests, status, send, pump })

  const sayHeld = () => {
    if (welcomed) send({ type: 'held', held: ports.held() })
  }

  const begin = async (welcome: Extract<RelayMessage, { type: 'welcome' }>) => {
    if ((await ledger.meta('epoch')) !== welcome.epoch) {
      const first = (await ledger.meta('epoch')) === undefined
      if (!first) await inbox.newEpoch()
      await ledger.setMeta('epoch', welcome.epoch)
    }
    const { high } = documents.state().tally
    status.set({
      link: 'live',
      signedOut: false,
      clockSkew: around.now() - welcome.now,
      missingHere: Math.max(0, welcome.journalHigh - high),
    })
    welcomed = true
    delay = FIRST_RETRY_MS
    outbox.restart(await documents.journal.rows(['unsent']))
    pump()
    sayHeld()
    await inbox.feed()
    for (const { declined: _, ...proposal } of (await ledger.proposals()).filter(
      (p) => !p.declined,
    ))
      send({ type: 'propose', proposal })
    for (const doc of ports.wanted()) await inbox.follow(doc)
    if (presence) send({ type: 'presence', doc: presence })
    digests.restart()
  }

  const onFrame = (bytes: Uint8Array, mine: number) => {
    heard = around.now()
    incoming = incoming.then(async () => {
      if (mine !== generation) return
      const decoded = decodeRelayMessage(bytes)
      // A damaged frame may have been an ack or a row: a new line asks for both again.
      if (!decoded.ok) return drop('lost', mine)
      const message = decoded.value
      if (message.type === 'welcome') await begin(message)
      else if (message.type === 'bye') drop(message.reason, mine)
      else await inbox.handle(message)
      status.set({ lastContact: around.now() })
    })
    // Storage trouble while handling: the rows are still unsent or unread, so start afresh.
    incoming = incoming.catch(() => drop('lost', mine))
  }

  const drop = (why: Ended, mine: number) => {
    if (mine !== generation) return
    generation++
    line?.close()
    line = null
    welcomed = false
    for (const cancel of timers) cancel()
    timers = []
    outbox.pause()
    inbox.lost()
    digests.stop()
    const signedOut = why === 'signed-out' || why === 'unauthorised'
    status.set({ link: 'offline', signedOut: signedOut || status.get().signedOut, present: {} })
    if (stopped) return
    const jitter = (around.random(1)[0] ?? 0) / 255
    timers.push(around.after(delay * (0.5 + jitter), connect))
    delay = Math.min(delay * 2, LONGEST_RETRY_MS)
  }

  const watch = (mine: number) => {
    const tick = () => {
      if (mine !== generation) return
      const overdue = outbox.overdue(ANSWER_MS) || inbox.overdue(ANSWER_MS)
      if (overdue || around.now() - heard > SILENCE_MS) return drop('lost', mine)
      send({ type: 'ping' })
      timers.push(around.after(PING_MS, tick))
    }
    timers.push(around.after(PING_MS, tick))
  }

  function connect() {
    if (stopped || line) return
    for (const cancel of timers) cancel()
    timers = []
    const mine = ++generation
    status.set({ link: 'connecting' })
    heard = around.now()
    timers.push(around.after(OPEN_MS, () => !welcomed && drop('lost', mine)))
    line = ports.transport.open({
      opened: () => {
        if (mine !== generation) return
        const { high } = documents.state().tally
        const { device } = documents
        send({ type: 'hello', protocol: PROTOCOL, device, app: ports.app, journalHigh: high })
        watch(mine)
      },
      frame: (bytes) => onFrame(bytes, mine),
      ended: (why) => drop(why, mine),
    })
  }

  const offRows = documents.onRows((rows: readonly JournalRow[]) => {
    outbox.add(rows)
    for (const doc of new Set(rows.map((row) => row.doc))) digests.touched(doc)
    pump()
  })

  return {
    status,
    start() {
      stopped = false
      connect()
    },
    /** The signal may be back, or somebody signed in: try now, not when the wait is over. */
    nudge() {
      delay = FIRST_RETRY_MS
      if (line && welcomed) pump()
      else if (line && around.now() - heard > SILENCE_MS) drop('lost', generation)
      else connect()
    },
    signedIn() {
      status.set({ signedOut: false })
      this.nudge()
    },
    /** The wanted documents may have changed. */
    async refollow() {
      if (welcomed) for (const doc of ports.wanted()) await inbox.follow(doc)
    },
    sayHeld,
    present(doc: string | null) {
      presence = doc
      if (welcomed) send({ type: 'presence', doc })
    },
    async propose(proposal: Proposal) {
      await ledger.addProposal(proposal)
      if (welcomed) send({ type: 'propose', proposal })
    },
    /** Resolves when frames that have arrived are dealt with. */
    settled: () => incoming,
    stop() {
      stopped = true
      offRows()
      drop('lost', generation)
    },
  }
}
