import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import { askRelay, faultIn } from '../../store/ask-relay.ts'

/** What the browser answered, or why there is nothing: a code that `sayFault` has words for. */
export type Answered =
  | { readonly ok: true; readonly response: unknown; readonly person: string | null }
  | { readonly ok: false; readonly fault: string }

const sayWhy = (error: unknown): string => {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'passkey-there'
  if (error instanceof WebAuthnError && error.code === 'ERROR_INVALID_DOMAIN')
    return 'passkey-place'
  return 'passkey-not-given'
}

/** The id that was put into the passkey when it was made. */
function personIn(handle: string | undefined): string | null {
  if (handle === undefined) return null
  const text = atob(handle.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
}

/**
 * Asks the relay for the question, then the device for a new passkey.
 * @param path where the question is asked
 */
export async function makePasskey(path: string, body: unknown, person?: string): Promise<Answered> {
  if (!browserSupportsWebAuthn()) return { ok: false, fault: 'passkey-unknown' }
  const asked = await askRelay(path, {
    method: 'POST',
    body,
    ...(person !== undefined && { person }),
  })
  const fault = faultIn(asked)
  if (fault) return { ok: false, fault }
  try {
    const optionsJSON = asked.body as PublicKeyCredentialCreationOptionsJSON
    return { ok: true, response: await startRegistration({ optionsJSON }), person: null }
  } catch (error) {
    return { ok: false, fault: sayWhy(error) }
  }
}

/** Asks the device for one of the passkeys it holds for this address. */
export async function askPasskey(): Promise<Answered> {
  if (!browserSupportsWebAuthn()) return { ok: false, fault: 'passkey-unknown' }
  const asked = await askRelay('/api/sign-in/passkey/options', { method: 'POST' })
  const fault = faultIn(asked)
  if (fault) return { ok: false, fault }
  try {
    const optionsJSON = asked.body as PublicKeyCredentialRequestOptionsJSON
    const response = await startAuthentication({ optionsJSON })
    return { ok: true, response, person: personIn(response.response.userHandle) }
  } catch (error) {
    return { ok: false, fault: sayWhy(error) }
  }
}
