import { DetailedError, type HttpRequest, Upload } from 'tus-js-client'
import { photoReceiptSchema, photoRefusal } from '../../domain/photos/relay-words.ts'
import type { PhotoLine, Sent } from './photo-line.ts'

/** Small enough that a signal which breaks every few seconds still carries some across. */
const PIECE_BYTES = 64 * 1024
const RETRY_MS = [300, 1_000, 3_000]
const PATIENCE_MS = 15_000
/** Of answers that say no, those that mean: later. */
const LATER = [408, 409, 423, 429]
const SIGNED_OUT = 401
const NOT_THERE = [404, 410]

export interface TusPorts {
  /** Origin of the relay; '' in its own page. */
  readonly base: string
  /** In whose name: refused when another window has signed in as somebody else. */
  readonly person: string
  /** What a browser adds by itself. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes in the form in which the surroundings can send a part of them. */
  readonly input: (bytes: Uint8Array) => Blob | Buffer
}

const statusOf = (error: Error): number | null =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? null) : null

/** Whether trying again, without being told anything new, may do. */
const mayPass = (status: number | null): boolean =>
  status === null || status >= 500 || LATER.includes(status)

function faultOf(error: Error): Sent {
  const status = statusOf(error)
  // What is whole is no upload any more: the answer to its last piece was lost. The receipt says.
  if (status !== null && NOT_THERE.includes(status)) return { kind: 'gone' }
  if (mayPass(status) || status === SIGNED_OUT || !(error instanceof DetailedError))
    return { kind: 'broken' }
  let said: unknown = null
  try {
    said = JSON.parse(error.originalResponse?.getBody() ?? '')
  } catch {
    // Somebody between us and the relay answered.
  }
  const why = photoRefusal(
    typeof said === 'object' && said !== null && 'error' in said ? said.error : null,
  )
  return why ? { kind: 'refused', why } : { kind: 'broken' }
}

/** Photos by tus: in pieces, each photo under its fingerprint, from where the last try came to. */
export function tusLine({ base, person, headers = {}, input }: TusPorts): PhotoLine {
  const own = { 'corridor-person': person, ...headers }
  return {
    async receipt({ doc, sha256 }) {
      try {
        const path = `${base}/api/photos/${sha256}/receipt?doc=${encodeURIComponent(doc)}`
        const signal = AbortSignal.timeout(PATIENCE_MS)
        const answer = await fetch(path, { headers: own, signal })
        if (answer.status === 404) return 'unknown'
        const read = photoReceiptSchema.safeParse(await answer.json())
        return read.success && read.data.sha256 === sha256 && read.data.doc === doc
          ? 'safe'
          : 'no-answer'
      } catch {
        return 'no-answer'
      }
    },

    send(photo, { onBegun, beforePiece, onPiece }) {
      const { doc, sha256, bytes, upload: begun } = photo
      let end: (sent: Sent) => void = () => undefined
      const sent = new Promise<Sent>((resolve) => {
        end = resolve
      })
      const upload = new Upload(input(bytes), {
        // Without it nothing is begun anew that was begun already.
        endpoint: begun === null ? `${base}/api/photos/uploads` : null,
        uploadUrl: begun === null ? null : base + begun,
        chunkSize: PIECE_BYTES,
        retryDelays: RETRY_MS,
        metadata: { doc, sha256 },
        headers: own,
        fingerprint: async () => `${doc} ${sha256}`,
        // The row in the sealed store remembers it.
        storeFingerprintForResuming: false,
        onShouldRetry: (error) => mayPass(statusOf(error)),
        onUploadUrlAvailable() {
          const { url } = upload
          upload.options.endpoint = null
          // Storage that fails costs a photo that is sent from its start.
          if (url !== null) void onBegun(new URL(url, 'http://any').pathname).catch(() => undefined)
        },
        onBeforeRequest: (request: HttpRequest) =>
          request.getMethod() === 'PATCH' ? beforePiece() : undefined,
        onChunkComplete: onPiece,
        onSuccess: () => end({ kind: 'gone' }),
        onError: (error) => end(faultOf(error)),
      })
      upload.start()
      const stop = () => {
        void upload.abort().catch(() => undefined)
        end({ kind: 'broken' })
      }
      return { sent, stop }
    },
  }
}
