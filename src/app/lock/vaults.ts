import { Vault } from '../../store/vault/vault.ts'

const vaults = new Map<string, Vault>()

/** This window's vault of a person: one, so that its key is in memory once and goes at once. */
export function vaultOf(person: string): Vault {
  const known = vaults.get(person)
  if (known) return known
  const vault = new Vault(person, {
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  })
  vaults.set(person, vault)
  return vault
}

/** Two windows that open the same new device would make a key each. */
export const oneAtATime = <T>(person: string, job: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`corridor-vault-${person}`, job) : job()

const channelName = (person: string) => `corridor-lock-${person}`

/** Tells the other windows of this profile that this person's work is locked. */
export function tellLocked(person: string) {
  const channel = new BroadcastChannel(channelName(person))
  channel.postMessage('locked')
  channel.close()
}

export function whenLockedElsewhere(person: string, tell: () => void): () => void {
  const channel = new BroadcastChannel(channelName(person))
  channel.onmessage = tell
  return () => channel.close()
}
