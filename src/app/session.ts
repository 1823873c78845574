import type { AccessFacts } from '../domain/access/facts.ts'
import { StorageFault, type StorageFaultKind } from '../store/ports.ts'
import type { Watched } from '../store/react.tsx'
import type { AppDevice } from './device.ts'
import type { Memory } from './remembered.ts'
import type { SessionAnswer } from './session-api.ts'
import { settable } from './watched.ts'

export type SessionState =
  | { readonly at: 'opening' }
  | { readonly at: 'nobody' }
  /** `turn` rises with every opening: screens start afresh with the device. */
  | {
      readonly at: 'open'
      readonly device: AppDevice
      readonly demo: boolean
      readonly turn: number
    }
  | { readonly at: 'no-storage'; readonly why: StorageFaultKind }

export interface SessionPorts {
  readonly memory: Memory
  readonly openDevice: (facts: AccessFacts, onTurn: () => void) => Promise<AppDevice>
  /** What this browser kept of a person's rights at the last contact, or null. */
  readonly keptFacts: (person: string) => Promise<AccessFacts | null>
  readonly fetchSession: () => Promise<SessionAnswer>
  readonly signInAs: (person: string) => Promise<SessionAnswer>
  /** Whether the relay answered. */
  readonly endSession: () => Promise<boolean>
  readonly isAllSafe: (device: AppDevice) => Promise<boolean>
  readonly clearDevice: (device: AppDevice) => Promise<void>
  readonly onSignedIn: () => void
}

export interface Session extends Watched<SessionState> {
  start(): Promise<void>
  /** Opens this person's work; anybody else's stays on the device, closed. */
  signIn(person: string): Promise<SessionAnswer['kind'] | 'unsaved'>
  /** Nothing is closed while words are only in memory: 'unsaved' says so. */
  signOut(): Promise<'out' | 'unsaved'>
}

const FLUSH_MS = 4000

/** Whether everything typed reached the disk; storage that hangs is given a few seconds. */
export async function isWritten(device: AppDevice): Promise<boolean> {
  const late = new Promise((resolve) => setTimeout(resolve, FLUSH_MS))
  await Promise.race([device.documents.flush(), late])
  return device.documents.state().inMemory === 0
}

/** Who works on this device, and their open work: from memory at once, from the relay when there is signal. */
export function createSession(ports: SessionPorts): Session {
  const state = settable<SessionState>({ at: 'opening' })
  const { memory } = ports
  let turn = 0

  const open = async (facts: AccessFacts, demo: boolean) => {
    try {
      const device = await ports.openDevice(facts, () => void reopen())
      const waiting = memory.read().waiting.filter(({ person }) => person !== facts.person)
      await memory.change({ last: { person: facts.person, demo }, waiting })
      state.set({ at: 'open', device, demo, turn: ++turn })
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error
      state.set({ at: 'no-storage', why: error.kind })
    }
  }

  /** Another window took the pen, or gave it back. */
  const reopen = async () => {
    const now = state.get()
    if (now.at !== 'open') return
    await now.device.close()
    await open(now.device.me, now.demo)
  }

  const askWho = async () => {
    const { signOutOwed } = memory.read()
    if (signOutOwed && !(await ports.endSession())) return state.set({ at: 'nobody' })
    if (signOutOwed) await memory.change({ signOutOwed: false })
    const answer = await ports.fetchSession()
    if (answer.kind === 'in') return open(answer.facts, answer.demo)
    state.set({ at: 'nobody' })
  }

  const freshen = async () => {
    const now = state.get()
    if (now.at !== 'open') return
    const answer = await now.device.refresh()
    const mine = answer.kind === 'in' && answer.facts.person === now.device.me.person
    if (mine && answer.demo !== now.demo) state.set({ ...now, demo: answer.demo })
  }

  return {
    get: state.get,
    subscribe: state.subscribe,

    async start() {
      const early = readEarly(ports)
      await memory.load()
      const { last } = memory.read()
      if (!last) return askWho()
      try {
        const facts = await early(last.person)
        if (!facts) return await askWho()
        await open(facts, last.demo)
      } catch (error) {
        if (!(error instanceof StorageFault)) throw error
        return state.set({ at: 'no-storage', why: error.kind })
      }
      void freshen()
    },

    async signIn(person) {
      const before = state.get()
      const other = before.at === 'open' && before.device.me.person !== person
      if (other && !(await isWritten(before.device))) return 'unsaved'
      const answer = await ports.signInAs(person)
      if (answer.kind !== 'in') return answer.kind
      await memory.change({ signOutOwed: false })
      const known = before.at === 'open' && before.device.me.person === answer.facts.person
      if (before.at === 'open' && !known) await before.device.close()
      if (before.at === 'open' && known) {
        before.device.sync.signedIn()
        await before.device.refresh()
      } else await open(answer.facts, answer.demo)
      ports.onSignedIn()
      return 'in'
    },

    async signOut() {
      const now = state.get()
      if (now.at !== 'open') return 'out'
      if (!(await isWritten(now.device))) return 'unsaved'
      await leave(now.device, ports)
      state.set({ at: 'nobody' })
      return 'out'
    },
  }
}

/** What is remembered before the disk has answered is nearly always right: their rights are read meanwhile. */
function readEarly({ memory, keptFacts }: SessionPorts): SessionPorts['keptFacts'] {
  const guess = memory.read().last?.person
  const early = guess === undefined ? null : keptFacts(guess)
  // Whoever waits for it is told.
  early?.catch(() => undefined)
  return (person) => (early && person === guess ? early : keptFacts(person))
}

/** Closes a person's work: cleared if the relay has it all, kept for them if not. */
async function leave(device: AppDevice, ports: SessionPorts): Promise<void> {
  const { memory } = ports
  const safe = !device.readOnly && (await ports.isAllSafe(device))
  const { person, name } = device.me
  const changes = device.documents.state().tally.unsent
  await device.close()
  if (safe) await ports.clearDevice(device)
  const waiting = memory.read().waiting.filter((w) => w.person !== person)
  await memory.change({
    last: null,
    waiting: changes > 0 ? [...waiting, { person, name, changes }] : waiting,
    signOutOwed: true,
  })
  if (await ports.endSession()) await memory.change({ signOutOwed: false })
}
