import type { AccessFacts } from '../domain/access/facts.ts'
import { StorageFault, type StorageFaultKind } from '../store/ports.ts'
import { isLocked, type Needs, NotSecure, type Vault, VaultLocked } from '../store/vault/vault.ts'
import type { Way } from '../store/vault/ways.ts'
import type { AppDevice } from './device.ts'

export interface OpenState {
  readonly at: 'open'
  readonly device: AppDevice
  readonly demo: boolean
  /** Rises with every opening: screens start afresh with the device. */
  readonly turn: number
  /** Somebody else is signed in here: nothing of the open work is sent. */
  readonly other: { readonly facts: AccessFacts; readonly demo: boolean } | null
}

/** Work that is locked, or whose lock nobody has chosen yet: it opens no further without its person. */
export interface LockedState {
  readonly at: 'locked'
  readonly needs: Needs
  readonly vault: Vault
  /** Whose it is, as far as it is known before it is open. */
  readonly facts: AccessFacts | null
  readonly demo: boolean
}

export interface NoStorageState {
  readonly at: 'no-storage'
  readonly why: StorageFaultKind | 'not-secure'
}

interface Who {
  readonly person: string
  readonly facts: AccessFacts | null
  readonly demo: boolean
}

/** What is shown when work cannot be opened. @throws whatever is neither a lock nor the storage */
export function stoppedAt(
  error: unknown,
  { person, ...rest }: Who,
  vaultOf: (person: string) => Vault,
): LockedState | NoStorageState {
  if (error instanceof VaultLocked)
    return { at: 'locked', needs: error.needs, vault: vaultOf(person), ...rest }
  if (error instanceof NotSecure) return { at: 'no-storage', why: 'not-secure' }
  if (error instanceof StorageFault) return { at: 'no-storage', why: error.kind }
  throw error
}

export interface LockSteps {
  /** Closes the work and drops its key; everything stays on the device. */
  lock(): Promise<'locked' | 'unsaved'>
  /** Goes on where the lock stopped: the vault is open now. */
  unlocked(): Promise<void>
  /** Adds a way to open this person's work. */
  secure(way: Way): Promise<'done' | 'unsaved'>
}

/** Closes somebody's work: without its key, if it has one, it does not open again. */
export const closeLocked = (device: AppDevice): Promise<void> =>
  device.close().finally(() => device.vault.lock())

interface Parts {
  readonly state: {
    get():
      | OpenState
      | LockedState
      | { readonly at: 'opening' | 'nobody' | 'no-storage' | 'removed' }
    set(state: LockedState | NoStorageState | { readonly at: 'opening' }): void
  }
  readonly vaultOf: (person: string) => Vault
  readonly tellLocked: (person: string) => void
  readonly keptFacts: (person: string) => Promise<AccessFacts | null>
  readonly isWritten: (device: AppDevice) => Promise<boolean>
  readonly open: (facts: AccessFacts, demo: boolean) => Promise<void>
  readonly askWho: () => Promise<void>
  readonly freshen: () => Promise<void>
}

/** What a session does to lock and unlock the work of the person on this device. */
export function lockSteps(parts: Parts): LockSteps {
  const { state, isWritten, open } = parts
  /** Work that is being closed behind the lock screen: it is opened again only after that. */
  let closing: Promise<void> = Promise.resolve()
  return {
    async lock() {
      const now = state.get()
      if (now.at !== 'open') return 'locked'
      if (!(await isWritten(now.device))) return 'unsaved'
      // Another window may have changed the ways in; the one that is known here still stands if not.
      await now.device.vault.look().catch(() => undefined)
      // Another window, or a second press, was quicker.
      if (state.get() !== now) return 'locked'
      const { device, demo } = now
      const { vault, me } = device
      // The screens go first: nothing is typed or read any more while it is closed.
      state.set({ at: 'locked', needs: 'key', vault, facts: null, demo })
      parts.tellLocked(me.person)
      closing = closeLocked(device)
      await closing
      return 'locked'
    },

    async unlocked() {
      const now = state.get()
      if (now.at !== 'locked') return
      await closing
      try {
        const facts = now.facts ?? (await parts.keptFacts(now.vault.person))
        if (!facts) return await parts.askWho()
        await open(facts, now.demo)
      } catch (error) {
        const who = { person: now.vault.person, facts: null, demo: now.demo }
        state.set(stoppedAt(error, who, parts.vaultOf))
      }
      void parts.freshen()
    },

    async secure(way) {
      const now = state.get()
      if (now.at !== 'open') return 'done'
      const { device, demo } = now
      const { vault, me } = device
      if (vault.record && isLocked(vault.record)) {
        await vault.secure(way, me.name)
        return 'done'
      }
      // The key lay open until now: there is a new one, and nobody may write while all is sealed anew.
      if (!(await isWritten(device))) return 'unsaved'
      state.set({ at: 'opening' })
      await device.close()
      try {
        await vault.secure(way, me.name)
        parts.tellLocked(me.person)
      } finally {
        await open(me, demo)
      }
      return 'done'
    },
  }
}
