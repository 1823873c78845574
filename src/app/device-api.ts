import { suggestName } from '../domain/devices.ts'
import type { DeviceRequest } from '../domain/wire/signed-row.ts'
import type { DeviceKey } from '../store/device-key.ts'

const PATIENCE_MS = 8000

/** The relay's answer, or null when there was none. */
async function ask(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(`/api/devices${path}`, {
      ...init,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch {
    return null
  }
}

export type Enrolled = 'enrolled' | 'revoked' | 'refused' | 'no-answer'

/** Makes this device's public key known to the trust; the same again changes nothing. */
export async function enrolDevice(key: DeviceKey, device: string, app: string): Promise<Enrolled> {
  const agent = navigator.userAgent.slice(0, 400)
  const name = suggestName(agent, navigator.maxTouchPoints)
  const answer = await ask('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'corridor-person': key.person },
    body: JSON.stringify({ device, key: await key.publicKey(), name, agent, app }),
  })
  if (!answer) return 'no-answer'
  if (answer.status === 410) return 'revoked'
  return answer.ok ? 'enrolled' : 'refused'
}

/** A request signed by the device's key, to be sent once and soon; null with no answer from the trust. */
export interface Proof {
  readonly device: string
  readonly headers: Readonly<Record<string, string>>
}

export async function prove(
  key: DeviceKey,
  device: string,
  request: DeviceRequest,
): Promise<Proof | null> {
  const answer = await ask('/nonce', {})
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null
  if (typeof said !== 'object' || said === null || !('nonce' in said)) return null
  const nonce = String(said.nonce)
  const signature = await key.signRequest(request, device, nonce)
  return { device, headers: { 'corridor-nonce': nonce, 'corridor-signature': signature } }
}

/** Whether the trust says that this device was reported lost; null if it says nothing. */
export async function askStanding(key: DeviceKey, device: string): Promise<boolean | null> {
  const proof = await prove(key, device, 'standing')
  if (!proof) return null
  const { headers } = proof
  const answer = await ask(`/${device}/standing`, { method: 'POST', headers })
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null
  return typeof said === 'object' && said !== null && 'revoked' in said
    ? said.revoked === true
    : null
}

/** Hands over what a lost device had not sent. @returns whether to try again */
export async function sendLeftover(
  key: DeviceKey,
  device: string,
  packed: Uint8Array,
): Promise<'kept' | 'refused' | 'no-answer'> {
  const proof = await prove(key, device, 'leftover')
  if (!proof) return 'no-answer'
  const answer = await ask(`/${device}/leftover`, {
    method: 'POST',
    headers: { ...proof.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(packed),
  })
  if (!answer || answer.status >= 500) return 'no-answer'
  return answer.ok ? 'kept' : 'refused'
}

/**
 * Says that this device has emptied itself. The sign-in ends with it.
 * @param alone nobody else has work on this browser: then it is emptied altogether
 */
export async function sayWiped({ device, headers }: Proof, alone: boolean): Promise<boolean> {
  const answer = await ask(`/${device}/wiped${alone ? '?alone=yes' : ''}`, {
    method: 'POST',
    headers,
  })
  return answer?.ok === true
}
