import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

export interface AnswerOptions {
  readonly origin: string
  readonly challenge: string
  /** False: somebody touched it, but did not prove that it is theirs. */
  readonly verified?: boolean
  /** The site that it is for, where that is not the origin's own. */
  readonly rpId?: string
}

/** An authenticator in software: makes one passkey and signs with it, as a phone would. */
export function softPasskey(userHandle = '') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0
  const cose = Buffer.concat([
    Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20]),
    Buffer.from(x, 'base64url'),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, 'base64url'),
  ])
  const clientData = (type: string, { origin, challenge }: AnswerOptions) =>
    JSON.stringify({ type, challenge, origin, crossOrigin: false })
  const head = ({ origin, rpId, verified = true }: AnswerOptions, more: number) => {
    const site = rpId ?? new URL(origin).hostname
    const tail = Buffer.alloc(5)
    tail.writeUInt8(PRESENT | (verified ? VERIFIED : 0) | more)
    tail.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(site), tail])
  }
  const credential = { id: b64(id), rawId: b64(id), type: 'public-key' as const }

  return {
    id: b64(id),
    /** As if it had been copied and used elsewhere: it counts from here again. */
    setCounter(value: number) {
      counter = value
    },
    register(options: AnswerOptions) {
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([head(options, NEW_KEY), Buffer.alloc(16), length, id, cose])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]),
        authData,
      ])
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(clientData('webauthn.create', options)),
          attestationObject: b64(attestationObject),
          transports: ['internal'],
        },
      }
    },
    assert(options: AnswerOptions) {
      counter += 1
      const authenticatorData = head(options, 0)
      const data = clientData('webauthn.get', options)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(data),
          authenticatorData: b64(authenticatorData),
          signature: b64(signature),
          userHandle: b64(userHandle),
        },
      }
    },
  }
}
export type SoftPasskey = ReturnType<typeof softPasskey>
