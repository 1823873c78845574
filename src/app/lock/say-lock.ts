import { type PassphraseFault, SUGGESTED_BITS } from '../../domain/passphrase.ts'
import type { LockMinutes, VaultRecord } from '../../store/vault/record.ts'
import { isLocked, waysIn } from '../../store/vault/vault.ts'
import type { PasskeyFault } from './passkey.ts'

export const sayWait = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  const minutes = Math.ceil(seconds / 60)
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

export const sayMinutes = (minutes: LockMinutes): string => `${minutes} minutes`

/** How this device is locked, in one sentence. */
export function sayLock(record: VaultRecord | null): string {
  if (!record || !isLocked(record)) return 'This device is not locked (demonstration).'
  const ways = waysIn(record)
  const passkeys = ways.filter(({ kind }) => kind === 'passkey').length
  const parts = [
    passkeys === 0 ? '' : passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`,
    ways.length > passkeys ? 'a passphrase' : '',
  ].filter(Boolean)
  return `This device is locked by ${parts.join(' or ')}.`
}

export const sayPassphraseFault: Record<PassphraseFault, string> = {
  'too-short': 'Too short. Use the five words above, or at least 12 characters of your own.',
  common: 'This begins with what everybody tries first. Use the five words above.',
  pattern: 'This is a pattern that is guessed quickly. Use the five words above.',
  'few-words': 'Too few different words. Use all five.',
  'own-name': 'This is mostly your own name. Use the five words above.',
}

const MILLION_MILLION = 1e12
const phrases = Math.round(2 ** SUGGESTED_BITS / MILLION_MILLION)

/** How strong words picked by chance are, counted. */
export const sayWordsStrength = `One of ${phrases} million million phrases that are all as likely (${Math.floor(SUGGESTED_BITS)} bits).`

export const sayOwnStrength =
  'Long enough. Nobody can count how hard your own words are to guess; words picked by chance are safer.'

export const sayPasskeyFault: Record<PasskeyFault, string> = {
  'not-here': 'This browser has no passkeys. Use a passphrase.',
  'no-secret':
    'This passkey cannot lock notes: it only signs in. Use a passphrase, or a newer passkey of this device.',
  'called-off':
    'That passkey did not open it. Try again with the one that was set up here, or use the passphrase.',
}
