import { base64 } from '../../store/base64.ts'
import { owned } from '../../store/vault/sealer.ts'
import type { PasskeyAnswer } from '../../store/vault/ways.ts'

/** not-here: this browser has none. no-secret: the passkey cannot work out a key. called-off: not touched, or not this one. */
export type PasskeyFault = 'not-here' | 'no-secret' | 'called-off'

export interface KnownPasskey {
  /** Base64. */
  readonly credential: string
  /** Base64. */
  readonly salt: string
}

const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const base64url = (text: string) =>
  text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** ES256 and RS256: what authenticators have. Nobody checks a signature here: the secret is the proof. */
const ALGORITHMS = [-7, -257].map((alg) => ({ type: 'public-key', alg }) as const)

const bytesOf = (source: BufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source)

async function ask(work: Promise<Credential | null>): Promise<PublicKeyCredential | PasskeyFault> {
  try {
    const found = await work
    return found instanceof PublicKeyCredential ? found : 'called-off'
  } catch {
    return 'called-off'
  }
}

export const passkeysWork = (): boolean => 'PublicKeyCredential' in globalThis

/** Asks for one of these passkeys; works with no signal, for nobody is asked but the device. */
export async function askPasskey(
  known: readonly KnownPasskey[],
): Promise<PasskeyAnswer | PasskeyFault> {
  if (!passkeysWork()) return 'not-here'
  const evalByCredential = Object.fromEntries(
    known.map(({ credential, salt }) => [
      base64url(credential),
      { first: owned(base64.decode(salt)) },
    ]),
  )
  const found = await ask(
    navigator.credentials.get({
      publicKey: {
        challenge: chance(32),
        userVerification: 'required',
        allowCredentials: known.map(({ credential }) => ({
          type: 'public-key',
          id: owned(base64.decode(credential)),
        })),
        extensions: { prf: { evalByCredential } },
      },
    }),
  )
  if (typeof found === 'string') return found
  const used = base64.encode(new Uint8Array(found.rawId))
  const secret = found.getClientExtensionResults().prf?.results?.first
  const salt = known.find(({ credential }) => credential === used)?.salt
  if (secret === undefined || salt === undefined) return 'no-secret'
  return {
    credential: base64.decode(used),
    salt: base64.decode(salt),
    secret: bytesOf(secret),
  }
}

/** Makes a passkey for this device and asks it for its secret. */
export async function makePasskey(name: string): Promise<PasskeyAnswer | PasskeyFault> {
  if (!passkeysWork()) return 'not-here'
  const salt = chance(32)
  const label = `${name} (opens Corridor on this device)`
  const made = await ask(
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Corridor' },
        user: { id: chance(16), name: label, displayName: label },
        challenge: chance(32),
        pubKeyCredParams: ALGORITHMS,
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  if (typeof made === 'string') return made
  const { prf } = made.getClientExtensionResults()
  if (prf?.enabled !== true) return 'no-secret'
  const credential = new Uint8Array(made.rawId)
  if (prf.results) return { credential, salt, secret: bytesOf(prf.results.first) }
  // Many tell their secret only when they are used.
  return askPasskey([{ credential: base64.encode(credential), salt: base64.encode(salt) }])
}
