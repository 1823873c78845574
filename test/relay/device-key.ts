import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { PushRow } from '../../src/domain/wire/messages.ts'
import { type DeviceRequest, requestBytes, signedBytes } from '../../src/domain/wire/signed-row.ts'
import type { SqliteAccounts } from '../../sync-server/accounts/sqlite.ts'

const signature = (key: KeyObject, said: Uint8Array) =>
  new Uint8Array(sign('sha256', said, { key, dsaEncoding: 'ieee-p1363' }))

/** A device's key pair as a browser would make it. */
export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    /** As it is enrolled. */
    spki: publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    signs: (person: string, row: PushRow): PushRow => ({
      ...row,
      signature: signature(privateKey, signedBytes(person, row)),
    }),
    sign: async (said: Uint8Array) => signature(privateKey, said),
    asks: (request: DeviceRequest, device: string, nonce: string) =>
      Buffer.from(signature(privateKey, requestBytes(request, device, nonce))).toString('hex'),
  }
}

/** A new key pair whose public half is enrolled with the relay. */
export function enrolled(accounts: SqliteAccounts, person: string, device: string, now: number) {
  const key = newKey()
  const about = { name: 'Tablet', agent: 'test', app: 'test' }
  accounts.enrolments.enrol({ device, key: key.spki, ...about }, person, now)
  return key
}
