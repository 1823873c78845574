import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Server, type Upload } from '@tus/server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { parseDocumentName } from '../../src/domain/documents.ts'
import { PHOTO_BYTES, takesPhotos } from '../../src/domain/photos/photo.ts'
import type { Accounts } from '../accounts/port.ts'
import { createAccess } from '../access.ts'
import { bucket } from '../bucket.ts'
import type { WorkerPort } from '../worker/port.ts'
import { incomingIn, type PhotoStore, uploadsIn } from './store.ts'
import { type Sent, takePhoto } from './take.ts'

export interface PhotoPorts {
  readonly accounts: Accounts
  readonly now: () => number
  /** Who asks, or null without a session; nobody in another's name. */
  readonly personOf: (c: Context) => string | null
  readonly store: PhotoStore
  readonly worker: Pick<WorkerPort, 'picture'>
  readonly dataDir: string
}

export const PHOTOS = '/api/photos'
export const UPLOADS = `${PHOTOS}/uploads`
const DAY_MS = 86_400_000
/** What one person may send in a day: some thousand photos. */
const DAY_BYTES = 1_000_000_000
/** Beginnings of uploads: a whole school's walk at once, then several each second. */
const RATE = { perSecond: 5, burst: 1_000 }
/** How long a piece whose line is dead may go on being written before the next one comes. */
const DRAIN_MS = 250
const SHA256 = /^[0-9a-f]{64}$/
const UPLOAD_ID = /^[0-9a-f]{32}$/

class Refused extends Error {
  readonly status_code: number
  readonly body: string

  constructor(status: number, error: string) {
    super(error)
    this.status_code = status
    this.body = JSON.stringify({ error })
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A picture that was opened by itself runs nothing and fetches nothing. */
export const sandboxed: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.req.path.startsWith(`${PHOTOS}/`))
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
}

/** How photos come in: in pieces, each of which may be the last for a while. */
function createTus(ports: PhotoPorts, personOf: (request: Request) => string) {
  const { accounts, now, store, dataDir, worker } = ports
  const access = createAccess(accounts, now)
  const buckets = new Map<string, ReturnType<typeof bucket>>()
  const datastore = uploadsIn(dataDir)
  const mayBegin = (person: string): boolean => {
    const known = buckets.get(person) ?? bucket(RATE, now())
    buckets.set(person, known)
    if (known.take(1, now()) >= 0) return true
    known.give(1)
    return false
  }
  const sentOf = ({ metadata }: Pick<Upload, 'metadata'>, person: string): Sent => {
    const doc = text(metadata?.['doc'])
    const sha256 = text(metadata?.['sha256'])
    const ref = parseDocumentName(doc)
    if (!ref.ok || !SHA256.test(sha256)) throw new Refused(400, 'malformed')
    if (!takesPhotos(ref.value.kind) || access.refuses(person, 'write', doc) !== null)
      throw new Refused(403, 'not-allowed')
    return { doc, sha256, person, at: now() }
  }
  return new Server({
    path: UPLOADS,
    relativeLocation: true,
    datastore,
    maxSize: PHOTO_BYTES,
    lockDrainTimeout: DRAIN_MS,
    // The app is of the same origin; nobody else has business here.
    allowedOrigins: () => false,
    async onUploadCreate(request, upload) {
      const person = personOf(request)
      const { doc, sha256 } = sentOf(upload, person)
      if (upload.sizeIsDeferred || (upload.size ?? 0) === 0) throw new Refused(400, 'malformed')
      if (!mayBegin(person)) throw new Refused(429, 'too-many')
      if (store.sentSince(person, now() - DAY_MS) > DAY_BYTES) throw new Refused(429, 'too-many')
      return { metadata: { doc, sha256, person } }
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return
      const upload = UPLOAD_ID.test(id) ? await datastore.getUpload(id).catch(() => null) : null
      // Somebody else's is as little there as one that is not.
      if (upload?.metadata?.['person'] !== personOf(request)) throw new Refused(404, 'not-found')
    },
    async onUploadFinish(request, upload) {
      const sent = sentOf(upload, personOf(request))
      const bytes = await readFile(path.join(incomingIn(dataDir), upload.id))
      const taken = await takePhoto(sent, new Uint8Array(bytes), { store, worker })
      await store.forgetUpload(upload.id)
      if (!taken.ok) throw new Refused(422, taken.error)
      return {}
    },
    onResponseError(_request, error) {
      if (error instanceof Refused) return { status_code: error.status_code, body: error.body }
      return undefined
    },
  })
}

/** Photos in and out. In: who may write in the document. Out: who may read one that it belongs to. */
export function photoRoutes(ports: PhotoPorts): Hono {
  const { accounts, now, store, personOf } = ports
  const access = createAccess(accounts, now)
  const senders = new WeakMap<Request, string>()
  const tus = createTus(ports, (request) => senders.get(request) ?? '')
  const refuse = (c: Context, status: 401 | 404, error: string) => c.json({ error }, status)

  async function upload(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 401, 'signed-out')
    const request = c.req.raw
    if (request.method === 'GET') return refuse(c, 404, 'not-found')
    senders.set(request, person)
    const answer = await tus.handleWeb(request)
    answer.headers.delete('access-control-expose-headers')
    return answer
  }

  /** Documents of a photo that this person may open. */
  const openDocs = (person: string, sha256: string): readonly string[] =>
    SHA256.test(sha256)
      ? store.docsOf(sha256).filter((doc) => access.refuses(person, 'read', doc) === null)
      : []

  async function give(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 401, 'signed-out')
    const sha256 = c.req.param('sha256') ?? ''
    const picture = openDocs(person, sha256).length > 0 ? await store.read(sha256) : null
    if (!picture) return refuse(c, 404, 'not-found')
    c.header('Content-Type', 'image/jpeg')
    c.header('Content-Disposition', 'attachment; filename="photo.jpg"')
    return c.body(new Uint8Array(picture))
  }

  function receipt(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 401, 'signed-out')
    const sha256 = c.req.param('sha256') ?? ''
    const [doc] = openDocs(person, sha256).filter((one) => one === c.req.query('doc'))
    const found = doc === undefined ? null : store.receipt(sha256, doc)
    return found ? c.json(found) : refuse(c, 404, 'not-found')
  }

  return new Hono()
    .post('/uploads', upload)
    .patch('/uploads/:id', upload)
    .get('/uploads/:id', upload)
    .get('/:sha256', give)
    .get('/:sha256/receipt', receipt)
}
