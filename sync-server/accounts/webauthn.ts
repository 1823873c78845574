import { generateKeyPairSync } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Passkey, Passkeys } from './passkeys.ts'

/** Where the page is that asks: a passkey works for that name only. */
export interface Place {
  readonly origin: string
}

const rpOf = ({ origin }: Place) => new URL(origin).hostname

const text = z.string().max(8_000)
const extensions = z.looseObject({})

export const registrationSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
  clientExtensionResults: extensions.default({}),
})
export type Registration = z.infer<typeof registrationSchema>

export const assertionSchema = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
  clientExtensionResults: extensions.default({}),
})
export type Assertion = z.infer<typeof assertionSchema>

/** What the browser needs to make a passkey; its challenge is to be kept for the check. */
export const registrationOptions = (
  place: Place,
  person: { readonly id: string; readonly name: string },
  had: readonly { readonly id: string }[],
) =>
  generateRegistrationOptions({
    rpName: 'Corridor',
    rpID: rpOf(place),
    userID: new TextEncoder().encode(person.id),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: had.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    // The same passkey may open the sealed work on a device, where the authenticator can do it.
    extensions: { prf: {} } as object,
  })

/** Names nobody: the device offers its own passkeys, so the question gives away who works here. */
export const signInOptions = (place: Place) =>
  generateAuthenticationOptions({ rpID: rpOf(place), userVerification: 'required' })

/** The new passkey, or null if the answer proves nothing. */
export async function checkRegistration(
  place: Place,
  expectedChallenge: string,
  response: Registration,
): Promise<Omit<Passkey, 'person'> | null> {
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: place.origin,
    expectedRPID: rpOf(place),
    requireUserVerification: true,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { id, publicKey, counter, transports: response.response.transports }
}

/** A key that nobody holds: an unknown passkey costs as much time as a wrong signature. */
function makeDecoy(): Uint8Array<ArrayBuffer> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  // A COSE key: type EC2, algorithm ES256, curve P-256, then both coordinates.
  const head = Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20])
  const between = Buffer.from([0x22, 0x58, 0x20])
  return new Uint8Array(Buffer.concat([head, bytes(x), between, bytes(y)]))
}

const decoy = makeDecoy()

/** The passkey that signed, or null if the answer proves nothing. */
export async function checkAssertion(
  place: Place,
  expectedChallenge: string,
  response: Assertion,
  passkeys: Passkeys,
): Promise<{ readonly passkey: Passkey; readonly counter: number } | null> {
  const passkey = passkeys.find(response.id)
  const { userHandle, ...signed } = response.response
  const checked = await verifyAuthenticationResponse({
    response: { ...response, response: { ...signed, ...(userHandle && { userHandle }) } },
    expectedChallenge,
    expectedOrigin: place.origin,
    expectedRPID: rpOf(place),
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: passkey?.publicKey ?? decoy,
      counter: passkey?.counter ?? 0,
    },
  }).catch(() => null)
  if (!checked?.verified || !passkey) return null
  return { passkey, counter: checked.authenticationInfo.newCounter }
}
