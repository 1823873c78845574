import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createRecord, rawRecords } from '../../src/crdt/records.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { openDocuments } from '../../src/store/documents.ts'
import { createSyncClient } from '../../src/sync/client.ts'
import { requestTransport } from '../../src/sync/requests.ts'
import { londonDate } from '../../src/domain/london.ts'
import { emptyDisk, memoryCache, memoryJournal, memoryLedger } from '../helpers/memory-store.ts'
import { deviceOf } from './rows.ts'
import { openRelay, signIn } from './tablets.ts'

/** How much faster the tablets' own timers run. */
const FAST = 10
/** Three hours, a minute at a time. */
const MINUTES = 180
const MINUTE_MS = 40
const DAY_MS = 86_400_000
const SEED = 3_822
/** Losses are drawn when an answer comes, so never from the same row of chances as the weather. */
const LOSS_SEED = 3_823

/** Mulberry32: small, seeded, good enough to be unfair with. */
function chance(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const review = () => `review/rookery-pond-${londonDate(Date.now())}`
const notesOf = (person: string) => `${review()}/notes/${person}`

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

interface Air {
  up: boolean
  /** Of answers that are on their way, how many get lost. */
  readonly loses: () => boolean
}

/** A tablet that can die and come back from its own disk. */
function newTablet(base: string, person: string, digit: string, air: Air, skew: number) {
  const disk = emptyDisk()
  const around = {
    now: () => Date.now() + skew,
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
    after(ms: number, fn: () => void) {
      const timer = setTimeout(fn, ms / FAST)
      return () => clearTimeout(timer)
    },
  }
  const state = { cookie: '', dead: false }
  const ask: typeof fetch = async (url, init) => {
    if (!air.up || state.dead) throw new TypeError('no network')
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), origin: base }
    const answer = await fetch(url, { ...init, headers: { ...headers, cookie: state.cookie } })
    if (!air.up || state.dead || air.loses()) throw new TypeError('lost on its way')
    return answer
  }
  async function start() {
    const documents = await openDocuments({
      journal: memoryJournal(disk),
      cache: memoryCache(disk),
      around,
      device: deviceOf(digit),
    })
    const client = createSyncClient({
      documents,
      ledger: memoryLedger(disk),
      around,
      app: 'test',
      transport: requestTransport(`${base}/sync`, ask),
      wanted: () => [notesOf(person)],
      held: () => ({ unsent: 0, notes: {} }),
      onAccessChanged: () => undefined,
    })
    client.start()
    return { documents, client }
  }
  return { person, state, start, now: around.now }
}

async function openTeam(air: Air) {
  const plan = [
    ['p01', '1', 0],
    ['p02', '2', 0],
    ['p03', '3', 0],
    ['p04', '4', 0],
    ['p05', '5', 0],
    // This one's clock is a day behind.
    ['p07', '7', -DAY_MS],
  ] as const
  return Promise.all(
    plan.map(async ([person, digit, skew]) => {
      const tablet = newTablet(relay.base, person, digit, air, skew)
      tablet.state.cookie = await signIn(relay.base, person)
      return { ...tablet, running: await tablet.start(), typed: [] as string[] }
    }),
  )
}

type Member = Awaited<ReturnType<typeof openTeam>>[number]

async function type(one: Member, minute: number) {
  const text = `${one.person}, minute ${minute}: seen in the corridor.`
  const open = await one.running.documents.open(notesOf(one.person))
  const author = { device: one.running.documents.device, at: one.now() }
  const fields = { by: one.person, madeAt: one.now(), text }
  createRecord(open.doc, noteRecord, `${one.person}-${minute}`, fields, author)
  // What is on the disk counts as typed; a tablet that dies a moment before has not said "saved".
  await open.flush()
  one.typed.push(text)
}

const endSession = (one: Member) =>
  fetch(`${relay.base}/api/session`, {
    method: 'DELETE',
    headers: { origin: relay.base, cookie: one.state.cookie },
  })

it('T38 a bad day: six tablets, Wi-Fi up a third of the time, one dies, one clock is wrong, one is signed out', async () => {
  const next = chance(SEED)
  const losses = chance(LOSS_SEED)
  const air: Air = { up: true, loses: () => losses() < 0.1 }
  const team = await openTeam(air)
  const [dying, expiring] = [team[3], team[4]]
  if (!dying || !expiring) throw new Error('No team')
  let up = 0
  for (let minute = 0; minute < MINUTES; minute++) {
    // It comes and goes in stretches, as Wi-Fi does.
    if (minute % 5 === 0) air.up = next() < 0.3
    if (air.up) up += 1
    if (minute === 60) {
      dying.state.dead = true
      dying.running.client.stop()
    }
    if (minute === 90) await endSession(expiring)
    if (minute === 130) {
      dying.state.dead = false
      dying.running = await dying.start()
    }
    for (const one of team) if (!one.state.dead && next() < 0.4) await type(one, minute)
    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS))
  }
  expect(up).toBe(MINUTES / 3)
  air.up = true
  await vi.waitFor(() => {
    expect(expiring.running.client.status.get().signedOut).toBe(true)
  }, 30_000)
  // Nothing of theirs was thrown away meanwhile, and nothing stood still for good.
  expect(expiring.running.documents.state().tally.unsent).toBeGreaterThan(0)
  expiring.state.cookie = await signIn(relay.base, expiring.person)
  expiring.running.client.signedIn()
  for (const one of team) one.running.client.nudge()

  await vi.waitFor(
    () => {
      const left = team.map(({ person, running }) => {
        const { unsent, refused } = running.documents.state().tally
        return { person, unsent, refused }
      })
      expect(left).toEqual(team.map(({ person }) => ({ person, unsent: 0, refused: 0 })))
    },
    { timeout: 60_000, interval: 200 },
  )
  for (const one of team) one.running.client.stop()

  // A tablet of each person that has seen nothing of the day, straight from the trust.
  for (const [n, one] of team.entries()) {
    // Each on a device of its own: a device belongs to one person.
    const digit = (10 + n).toString(16)
    const fresh = newTablet(relay.base, one.person, digit, { up: true, loses: () => false }, 0)
    fresh.state.cookie = await signIn(relay.base, one.person)
    const { documents, client } = await fresh.start()
    const open = await documents.open(notesOf(one.person))
    await vi.waitFor(
      () => {
        const texts = new Set(rawRecords(open.doc).map(({ text }) => String(text)))
        expect(one.typed.filter((text) => !texts.has(text))).toEqual([])
      },
      { timeout: 30_000, interval: 100 },
    )
    client.stop()
  }
  expect(team.flatMap(({ typed }) => typed).length).toBeGreaterThan(300)
})
