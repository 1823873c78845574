import type { AccessFacts } from '../domain/access/facts.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import type { AppDevice } from './device.ts'
import type { Memory, Remembered } from './remembered.ts'
import { closeLocked, type OpenState } from './session-lock.ts'

export type Entered = SessionAnswer['kind'] | 'unsaved'

export interface Entry {
  /** Opens this person's work; anybody else's stays on the device, closed. */
  signIn(person: string): Promise<Entered>
  /** The same for whoever `prove` proves to be. */
  enter(prove: () => Promise<SessionAnswer>): Promise<Entered>
  /** Closes the open work, which stays here for its writer, and opens that of who is signed in. */
  openOther(): Promise<'in' | 'unsaved'>
  /** Whether the page may be left: everything typed is on the disk. */
  mayLeave(): Promise<boolean>
}

interface EntryPorts {
  readonly memory: Memory
  readonly signInAs: (person: string) => Promise<SessionAnswer>
  readonly onSignedIn: () => void
  readonly open: (facts: AccessFacts, demo: boolean) => Promise<void>
  readonly state: {
    get(): OpenState | { readonly at: 'opening' | 'nobody' | 'locked' | 'no-storage' | 'removed' }
    set(state: OpenState): void
  }
}

const FLUSH_MS = 4000

/** Whether everything typed reached the disk; storage that hangs is given a few seconds. */
export async function isWritten(device: AppDevice): Promise<boolean> {
  const late = new Promise((resolve) => setTimeout(resolve, FLUSH_MS))
  await Promise.race([device.documents.flush(), late])
  return device.documents.state().inMemory === 0
}

/** Whose work waits on this device once this person's is closed. */
export function waitingAfter(
  { me, documents, photos }: AppDevice,
  memory: Memory,
): Remembered['waiting'] {
  const { person, name } = me
  const { all, safe } = photos.get()
  const changes = documents.state().tally.unsent + all - safe
  const others = memory.read().waiting.filter((w) => w.person !== person)
  return changes > 0 ? [...others, { person, name, changes }] : others
}

/** Ways into somebody's work: by proof, or because they turned out to be signed in already. */
export function createEntry({ memory, state, open, ...ports }: EntryPorts): Entry {
  const close = async (device: AppDevice) => {
    const waiting = waitingAfter(device, memory)
    await closeLocked(device)
    await memory.change({ waiting })
  }
  /** @param person who it will be, if that is known before they have proved it */
  const enter = async (
    prove: () => Promise<SessionAnswer>,
    person: string | null = null,
  ): Promise<Entered> => {
    const before = state.get()
    const other = before.at === 'open' && before.device.me.person !== person
    if (other && !(await isWritten(before.device))) return 'unsaved'
    const answer = await prove()
    if (answer.kind !== 'in') return answer.kind
    await memory.change({ signOutOwed: false })
    const known = before.at === 'open' && before.device.me.person === answer.facts.person
    if (before.at === 'open' && !known) await close(before.device)
    if (before.at === 'open' && known) {
      before.device.sync.signedIn()
      await before.device.refresh()
      const after = state.get()
      if (after.at === 'open') state.set({ ...after, other: null })
    } else await open(answer.facts, answer.demo)
    ports.onSignedIn()
    return 'in'
  }

  return {
    signIn: (person) => enter(() => ports.signInAs(person), person),
    enter: (prove) => enter(prove),

    async openOther() {
      const now = state.get()
      if (now.at !== 'open' || !now.other) return 'in'
      if (!(await isWritten(now.device))) return 'unsaved'
      await close(now.device)
      await open(now.other.facts, now.other.demo)
      return 'in'
    },

    async mayLeave() {
      const now = state.get()
      return now.at !== 'open' || isWritten(now.device)
    },
  }
}
