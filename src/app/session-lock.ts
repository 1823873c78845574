import type { AccessFacts } from '../domain/access.ts'
import { isLocked } from '../store/vault/vault.ts'
import type { Way } from '../store/vault/ways.ts'
import { isWritten, type SessionPorts, type SessionState } from './session.ts'
import type { Settable } from './watched.ts'

export interface LockSteps {
  /** Closes the work and drops its key; everything stays on the device. */
  lock(): Promise<'locked' | 'unsaved'>
  /** Goes on where the lock stopped: the vault is open now. */
  unlocked(): Promise<void>
  /** Adds a way to open this person's work. */
  secure(way: Way): Promise<'done' | 'unsaved'>
}

interface Parts {
  readonly ports: SessionPorts
  readonly state: Settable<SessionState>
  readonly open: (facts: AccessFacts, demo: boolean) => Promise<void>
  readonly askWho: () => Promise<void>
  readonly freshen: () => Promise<void>
  readonly stopped: (
    error: unknown,
    who: { person: string; facts: AccessFacts | null; demo: boolean },
  ) => SessionState
}

/** What a session does to lock and unlock the work of the person on this device. */
export function lockSteps({ ports, state, open, askWho, freshen, stopped }: Parts): LockSteps {
  /** Work that is being closed behind the lock screen: it is opened again only after that. */
  let closing: Promise<void> = Promise.resolve()
  return {
    async lock() {
      const now = state.get()
      if (now.at !== 'open') return 'locked'
      if (!(await isWritten(now.device))) return 'unsaved'
      // Another window, or a second press, was quicker.
      if (state.get() !== now) return 'locked'
      const { device, demo } = now
      const { vault, me } = device
      // The screens go first: nothing is typed or read any more while it is closed.
      state.set({ at: 'locked', needs: 'key', vault, facts: null, demo })
      ports.tellLocked(me.person)
      closing = device.close().finally(() => vault.lock())
      await closing
      return 'locked'
    },

    async unlocked() {
      const now = state.get()
      if (now.at !== 'locked') return
      await closing
      try {
        const facts = now.facts ?? (await ports.keptFacts(now.vault.person))
        if (!facts) return await askWho()
        await open(facts, now.demo)
      } catch (error) {
        state.set(stopped(error, { person: now.vault.person, facts: null, demo: now.demo }))
      }
      void freshen()
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
        ports.tellLocked(me.person)
      } finally {
        await open(me, demo)
      }
      return 'done'
    },
  }
}
