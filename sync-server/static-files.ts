import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
])
const COMPRESSED = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.wasm',
])

type Coding = 'br' | 'gzip' | 'identity'

interface Asset {
  readonly etag: string
  readonly type: string
  readonly body: Buffer
  readonly compress: boolean
  /** Made when first asked for, then kept. */
  readonly codings: Map<Coding, Promise<Buffer>>
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

function encoded(asset: Asset, coding: Coding): Promise<Buffer> {
  const known = asset.codings.get(coding)
  if (known) return known
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  const made =
    coding === 'br'
      ? toBrotli(asset.body, { params })
      : coding === 'gzip'
        ? toGzip(asset.body, { level: 9 })
        : Promise.resolve(asset.body)
  asset.codings.set(coding, made)
  return made
}

function codingFor(asset: Asset, accepted: string): Coding {
  if (!asset.compress) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Files of one folder, read again when they change on disk. */
function createFolder(root: string) {
  const kept = new Map<string, Asset>()
  return async (name: string): Promise<Asset | null> => {
    const file = path.join(root, name)
    const type = TYPES.get(path.extname(file))
    if (!type || !file.startsWith(root + path.sep) || name.includes('/.')) return null
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return null
    const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
    const known = kept.get(file)
    if (known?.etag === etag) return known
    const body = await readFile(file)
    const compress = COMPRESSED.has(path.extname(file))
    const asset = { etag, type, body, compress, codings: new Map<Coding, Promise<Buffer>>() }
    kept.set(file, asset)
    return asset
  }
}

async function send(c: Context, asset: Asset, immutable: boolean) {
  c.header('Content-Type', asset.type)
  c.header('ETag', asset.etag)
  c.header('Vary', 'Accept-Encoding')
  c.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304)
  const coding = codingFor(asset, c.req.header('accept-encoding') ?? '')
  if (coding !== 'identity') c.header('Content-Encoding', coding)
  return c.body(new Uint8Array(await encoded(asset, coding)))
}

function nameOf(url: string): string | null {
  try {
    const name = decodeURIComponent(new URL(url).pathname)
    return name.includes('\0') ? null : name
  } catch {
    return null
  }
}

/**
 * The built app. Files with a hash in their name never change; all others are asked
 * about each time, so that a new version is seen. Addresses inside the app get the app.
 */
export function staticFiles(folder: string): MiddlewareHandler {
  const find = createFolder(path.resolve(folder))
  return async (c) => {
    const name = nameOf(c.req.url)
    const asset = name === null ? null : await find(name === '/' ? '/index.html' : name)
    if (asset) return send(c, asset, name?.startsWith('/assets/') ?? false)
    const navigates = c.req.header('accept')?.includes('text/html') ?? false
    const app = navigates && !name?.startsWith('/assets/') ? await find('/index.html') : null
    return app ? send(c, app, false) : c.text('Not found', 404)
  }
}
