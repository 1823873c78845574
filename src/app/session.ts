import type { AccessFacts } from '../domain/access/facts.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import type { Watched } from '../store/react.tsx'
import type { Vault } from '../store/vault/vault.ts'
import type { AppDevice, DeviceEvents } from './device.ts'
import type { Memory } from './remembered.ts'
import { createEntry, type Entry, isWritten, waitingAfter } from './session-entry.ts'
import {
  closeLocked,
  type LockedState,
  type LockSteps,
  lockSteps,
  type NoStorageState,
  type OpenState,
  stoppedAt,
} from './session-lock.ts'
import {
  type RemovalPorts,
  type RemovedState,
  type RemovedWhy,
  removeFrom,
} from './session-removal.ts'
import { type Settable, settable } from './watched.ts'

export type SessionState =
  | { readonly at: 'opening' }
  | { readonly at: 'nobody' }
  | OpenState
  | LockedState
  | NoStorageState
  | RemovedState

export interface SessionPorts extends RemovalPorts {
  readonly memory: Memory
  readonly openDevice: (
    facts: AccessFacts,
    events: DeviceEvents,
    demo: boolean,
  ) => Promise<AppDevice>
  readonly vaultOf: (person: string) => Vault
  /** Other windows of this browser are to lock this person's work too. */
  readonly tellLocked: (person: string) => void
  /** What this browser kept of a person's rights at the last contact, or null. */
  readonly keptFacts: (person: string) => Promise<AccessFacts | null>
  readonly fetchSession: () => Promise<SessionAnswer>
  readonly signInAs: (person: string) => Promise<SessionAnswer>
  /** Whether the relay answered. */
  readonly endSession: () => Promise<boolean>
  readonly isAllSafe: (device: AppDevice) => Promise<boolean>
  readonly clearDevice: (device: AppDevice) => Promise<void>
  /** Whether the closed work of a person here is of a device that was reported lost. */
  readonly isLostHere: (person: string) => Promise<boolean>
  readonly onSignedIn: () => void
}

export interface Session extends Watched<SessionState>, LockSteps, Entry {
  start(): Promise<void>
  /** Nothing is closed while words are only in memory: 'unsaved' says so. */
  signOut(): Promise<'out' | 'unsaved'>
  /** Takes this person's work off the device, sent or not. */
  removeWork(): Promise<void>
}

/** Who works on this device, and their open work: from memory at once, from the relay when there is signal. */
export function createSession(ports: SessionPorts): Session {
  const state = settable<SessionState>({ at: 'opening' })
  const { memory } = ports
  let turn = 0
  const open = async (facts: AccessFacts, demo: boolean) => {
    try {
      const events = {
        onTurn: () => void reopen(),
        onLost: () => void remove('lost'),
        onRemoved: () => void remove('elsewhere'),
      }
      const device = await ports.openDevice(facts, events, demo)
      const waiting = memory.read().waiting.filter(({ person }) => person !== facts.person)
      await memory.change({ last: { person: facts.person, demo }, waiting })
      state.set({ at: 'open', device, demo, turn: ++turn, other: null })
    } catch (error) {
      state.set(stoppedAt(error, { person: facts.person, facts, demo }, ports.vaultOf))
    }
  }

  /** Another window took the pen, or gave it back. */
  const reopen = async () => {
    const now = state.get()
    if (now.at !== 'open') return
    await now.device.close()
    await open(now.device.me, now.demo)
  }

  const remove = (why: RemovedWhy) => removeFrom(state, why, ports)

  const askWho = async () => {
    const answer = await whoIsIn(ports)
    if (answer.kind === 'in') return open(answer.facts, answer.demo)
    state.set({ at: 'nobody' })
    const lost = await lostHere(ports)
    if (!lost || state.get().at !== 'nobody') return
    // Only what lies open can be opened with nobody there: a locked one gave no rights to open it with.
    await open(lost, true)
    await remove('lost')
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
        return state.set(stoppedAt(error, { ...last, facts: null }, ports.vaultOf))
      }
      void freshen(state)
    },

    ...createEntry({ ...ports, state, open }),

    removeWork: () => remove('asked'),

    async signOut() {
      const now = state.get()
      if (now.at !== 'open') return 'out'
      if (!(await isWritten(now.device))) return 'unsaved'
      await leave(now.device, ports)
      state.set({ at: 'nobody' })
      return 'out'
    },

    ...lockSteps({ ...ports, state, isWritten, open, askWho, freshen: () => freshen(state) }),
  }
}

/** Who the relay says it is; a sign-out that it has not heard of comes first. */
async function whoIsIn({ memory, endSession, fetchSession }: SessionPorts): Promise<SessionAnswer> {
  const { signOutOwed } = memory.read()
  if (signOutOwed && !(await endSession())) return { kind: 'no-answer' }
  if (signOutOwed) await memory.change({ signOutOwed: false })
  return fetchSession()
}

/** Somebody who signed out with work unsent on a device that was reported lost since, or null. */
async function lostHere(ports: SessionPorts): Promise<AccessFacts | null> {
  for (const { person } of ports.memory.read().waiting)
    if (await ports.isLostHere(person).catch(() => false)) return ports.keptFacts(person)
  return null
}

/** What is remembered before the disk has answered is nearly always right: their rights are read meanwhile. */
function readEarly({ memory, keptFacts }: SessionPorts): SessionPorts['keptFacts'] {
  const guess = memory.read().last?.person
  const early = guess === undefined ? null : keptFacts(guess)
  // Whoever waits for it is told.
  early?.catch(() => undefined)
  return (person) => (early && person === guess ? early : keptFacts(person))
}

/** Takes over what the relay says of this person now, or that somebody else is signed in. */
async function freshen(state: Settable<SessionState>) {
  const now = state.get()
  if (now.at !== 'open') return
  const answer = await now.device.refresh()
  if (answer.kind !== 'in') return
  const { facts, demo } = answer
  if (facts.person !== now.device.me.person) state.set({ ...now, other: { facts, demo } })
  else if (demo !== now.demo) state.set({ ...now, demo })
}

/** Closes a person's work: cleared if the relay has it all, kept for them if not. */
async function leave(device: AppDevice, ports: SessionPorts): Promise<void> {
  const { memory } = ports
  const safe = !device.readOnly && (await ports.isAllSafe(device))
  const waiting = waitingAfter(device, memory)
  await closeLocked(device)
  if (safe) await ports.clearDevice(device)
  await memory.change({ last: null, waiting, signOutOwed: true })
  if (await ports.endSession()) await memory.change({ signOutOwed: false })
}
