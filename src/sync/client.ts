import type { Proposal } from '../domain/decisions.ts'
import { decodeRelayMessage, encodeDeviceMessage } from '../domain/wire/frames.ts'
import {
  type DeviceMessage,
  type Held,
  PROTOCOL,
  type RelayMessage,
} from '../domain/wire/messages.ts'
import type { Documents } from '../store/documents.ts'
import type { Ledger } from '../store/ledger.ts'
import type { Surroundings } from '../store/ports.ts'
import { createDigests } from './digests.ts'
import { createInbox } from './inbox.ts'
import { createLineKeeper } from './line-keeper.ts'
import { Outbox } from './outbox.ts'
import { createStatus, type StatusStore } from './status.ts'
import type { Ended, Transport } from './transport.ts'

/** A question or row without an answer for this long: it or the answer was lost on the way. */
const ANSWER_MS = 20_000

/** Ends that mean: the relay does not know this session. */
const ENDS_SESSION: readonly Ended[] = ['signed-out', 'unauthorised', 'revoked']

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
type Welcome = Extract<RelayMessage, { type: 'welcome' }>

/** Outbox, inbox and digests, joined: what happens while there is a line. */
function createExchange(ports: SyncPorts, status: StatusStore, send: (m: DeviceMessage) => void) {
  const { documents, ledger, around } = ports
  let live = false
  const outbox = new Outbox(around, send)
  const pump = () => {
    if (live) outbox.pump()
  }
  const loadOutbox = async () => {
    outbox.restart(await documents.journal.rows(['unsent']))
    pump()
  }
  const checkEqual = async () => {
    const equal = live && (await digests.allEqual())
    status.set({ checkedAt: equal ? around.now() : null, differing: digests.differing() })
  }
  const digests = createDigests({
    documents,
    around,
    followed: () => inbox.followed(),
    ask: (doc) => send({ type: 'digest', doc }),
    isSettled: (doc) => !outbox.hasUnsent(doc) && documents.state().inMemory === 0,
    catchUp: (doc) => inbox.follow(doc),
    refetch: async (doc) => {
      await documents.refetch(doc)
      await inbox.follow(doc)
    },
    resend: async () => {
      await documents.unsettle()
      await loadOutbox()
    },
    onCure: () => status.set({ cured: status.get().cured + 1 }),
    onChange: () => void checkEqual().catch(() => status.set({ checkedAt: null })),
  })
  const inbox = createInbox({ ...ports, outbox, digests, status, send, pump })
  const stopRows = documents.onRows((rows, instead) => {
    for (const { id } of instead) outbox.remove(id)
    outbox.add(rows)
    for (const doc of new Set(rows.map((row) => row.doc))) digests.touched(doc)
    pump()
  })

  return {
    inbox,
    pump,
    isLive: () => live,
    overdue: () => outbox.overdue(ANSWER_MS) || inbox.overdue(ANSWER_MS),
    async begin() {
      live = true
      await inbox.cureLeft()
      await documents.signOpen()
      await loadOutbox()
      send({ type: 'held', held: ports.held() })
      await inbox.feed()
      for (const { declined, ...proposal } of await ledger.proposals())
        if (declined === null) send({ type: 'propose', proposal })
      for (const doc of ports.wanted()) await inbox.follow(doc)
      digests.restart()
    },
    lost() {
      live = false
      outbox.pause()
      inbox.lost()
      digests.stop()
    },
    stop: stopRows,
  }
}

const helloOf = ({ documents, app }: SyncPorts): DeviceMessage => ({
  type: 'hello',
  protocol: PROTOCOL,
  device: documents.device,
  app,
  journalHigh: documents.state().tally.high,
})

/** A relay that was restored from a backup has another epoch than the one this device knew. */
async function meetEpoch(ledger: Ledger, epoch: string, onNew: () => Promise<void>) {
  const known = await ledger.meta('epoch')
  if (known === epoch) return
  if (known !== undefined) await onNew()
  await ledger.setMeta('epoch', epoch)
}

/** Keeps the device in step with the relay whenever there is a line to it. */
export function createSyncClient(ports: SyncPorts) {
  const { documents, ledger, around } = ports
  const status = createStatus()
  let presence: string | null = null
  const send = (message: DeviceMessage) => keeper.send(encodeDeviceMessage(message))
  const exchange = createExchange(ports, status, send)
  const { inbox } = exchange
  const sendIfLive = (message: DeviceMessage) => exchange.isLive() && send(message)

  const welcomed = async (welcome: Welcome) => {
    await meetEpoch(ledger, welcome.epoch, inbox.newEpoch)
    const missingHere = Math.max(0, welcome.journalHigh - documents.state().tally.high)
    const clockSkew = around.now() - welcome.now
    status.set({ link: 'live', signedOut: false, clockSkew, missingHere })
    keeper.greeted()
    await exchange.begin()
    if (presence) send({ type: 'presence', doc: presence })
  }

  const ended = (why: Ended) => {
    exchange.lost()
    const signedOut = ENDS_SESSION.includes(why) || status.get().signedOut
    status.set({ link: 'offline', signedOut, present: {} })
  }

  const keeper = createLineKeeper({
    transport: ports.transport,
    around,
    onConnecting: () => status.set({ link: 'connecting' }),
    onOpened() {
      send(helloOf(ports))
    },
    async onFrame(bytes) {
      const decoded = decodeRelayMessage(bytes)
      // A damaged frame may have been an ack or a row: a new line asks for both again.
      if (!decoded.ok) return keeper.drop('lost')
      const message = decoded.value
      if (message.type === 'bye') return keeper.drop(message.reason)
      if (message.type === 'welcome') await welcomed(message)
      else await inbox.handle(message)
      status.set({ lastContact: around.now() })
    },
    onEnded: ended,
    onTick() {
      send({ type: 'ping' })
      if (keeper.asks() && exchange.isLive()) void inbox.feed()
      return exchange.overdue()
    },
  })
  /** The signal may be back: try now. */
  const nudge = () => {
    exchange.pump()
    keeper.nudge()
  }

  return {
    status,
    start: () => keeper.start(),
    nudge,
    signedIn() {
      status.set({ signedOut: false })
      nudge()
    },
    /** The wanted documents may have changed. */
    async refollow() {
      if (exchange.isLive()) for (const doc of ports.wanted()) await inbox.follow(doc)
    },
    /** This device holds the document no longer. */
    drop: (doc: string) => void (inbox.unfollow(doc) && sendIfLive({ type: 'unfollow', doc })),
    sayHeld() {
      sendIfLive({ type: 'held', held: ports.held() })
    },
    present(doc: string | null) {
      presence = doc
      sendIfLive({ type: 'presence', doc })
    },
    async propose(proposal: Proposal) {
      await ledger.addProposal(proposal)
      sendIfLive({ type: 'propose', proposal })
    },
    settled: () => keeper.settled(),
    stop() {
      exchange.stop()
      keeper.stop()
    },
  }
}
