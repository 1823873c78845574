import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJpeg } from '../../src/domain/photos/jpeg.ts'
import { reencode } from '../../sync-server/photos/reencode.ts'
import { openLossyLine } from '../helpers/lossy-line.ts'
import { claiming, holds, jpegOf, TAKEN_AT, utf8, withExif } from '../helpers/pictures.ts'
import { bundleRelay } from './bundle.ts'
import {
  CHECKS,
  lineOf,
  openPhotoRelay,
  photo,
  photoTablet,
  sendOnce,
  sha256Of,
  WALKER,
} from './photo-relay.ts'
import { signIn } from './tablets.ts'

let bundle: Awaited<ReturnType<typeof bundleRelay>>
let relay: Awaited<ReturnType<typeof openPhotoRelay>>

beforeAll(async () => {
  bundle = await bundleRelay()
  relay = await openPhotoRelay(bundle.worker)
}, 60_000)
afterAll(async () => {
  await relay.end()
  bundle.remove()
})

const ask = async (person: string | null, path: string, method = 'GET') =>
  fetch(relay.base + path, {
    method,
    headers: person === null ? {} : { cookie: await signIn(relay.base, person) },
  })

async function send(bytes: Uint8Array, doc = CHECKS, person = WALKER) {
  const line = await lineOf(relay.base, person)
  const row = photo(bytes, doc)
  const { done, uploads } = await sendOnce(line, row)
  return { done, uploads, row, line }
}

describe('photos at the relay', () => {
  it('T30 are kept as pixels alone and given out as nothing else', async () => {
    const sent = withExif(await jpegOf(1600, 1200))
    const { done, line, row } = await send(sent)
    expect(done).toEqual({ kind: 'gone' })
    expect(await line.receipt(row)).toBe('safe')
    const answer = await ask(WALKER, `/api/photos/${row.sha256}`)
    expect(answer.status).toBe(200)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="photo.jpg"',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    const given = new Uint8Array(await answer.arrayBuffer())
    expect(readJpeg(given)).toMatchObject({ width: 1600, height: 1200 })
    expect(readJpeg(await reencode(given))).toMatchObject({ width: 1600, height: 1200 })
    expect(holds(sent, TAKEN_AT)).toBe(true)
    expect(holds(given, TAKEN_AT)).toBe(false)
    expect(holds(given, '<script>')).toBe(false)
  })

  it('T30 refuses what is no photo, in words that say why', async () => {
    const real = await jpegOf(320, 240, 2)
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...randomBytes(400)])
    const bad: readonly (readonly [string, Uint8Array, string])[] = [
      [
        'SVG',
        utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        'not-a-photo',
      ],
      ['HTML', utf8('<!doctype html><script>alert(1)</script>'), 'not-a-photo'],
      ['PNG', png, 'not-a-photo'],
      ['a page behind a photo', Uint8Array.from([...real, ...utf8('<html>')]), 'not-a-photo'],
      ['half a photo', real.subarray(0, real.length >> 1), 'not-a-photo'],
      [
        'noise in a photo’s clothes',
        Uint8Array.from([0xff, 0xd8, ...randomBytes(999)]),
        'not-a-photo',
      ],
      ['more pixels than any camera', claiming(real, 60_000, 60_000), 'too-many-pixels'],
      ['fewer pixels than it says', claiming(real, 4_900, 4_900), 'not-a-photo'],
    ]
    for (const [what, bytes, why] of bad) {
      const { done, line, row } = await send(bytes)
      expect({ what, done }).toEqual({ what, done: { kind: 'refused', why } })
      expect(await line.receipt(row)).toBe('unknown')
      expect((await ask(WALKER, `/api/photos/${row.sha256}`)).status).toBe(404)
    }
  })

  it('T30 refuses bytes that are not those that were announced, and too many of them', async () => {
    const line = await lineOf(relay.base, WALKER)
    const real = await jpegOf(320, 240, 3)
    const wrong = { ...photo(real), sha256: sha256Of(utf8('another')) }
    expect((await sendOnce(line, wrong)).done).toEqual({
      kind: 'refused',
      why: 'wrong-fingerprint',
    })
    const { done, uploads } = await sendOnce(line, photo(new Uint8Array(2_000_001)))
    expect({ done, uploads }).toEqual({ done: { kind: 'broken' }, uploads: [] })
  })

  it('C42: none beside the single central record; nowhere that the sender may not write', async () => {
    const real = await jpegOf(320, 240, 4)
    const refused = { kind: 'refused', why: 'not-allowed' }
    expect((await send(real, 'scr/900001/2026-27')).done).toEqual(refused)
    expect((await send(real, 'review/rookery-pond')).done).toEqual(refused)
    expect((await send(real, CHECKS, 'p12')).done).toEqual(refused)
    expect((await send(real, CHECKS, 'p18')).done).toEqual(refused)
  })

  it('T15 gives a photo to those who may read a document of it, and says nothing to others', async () => {
    const { row } = await send(await jpegOf(320, 240, 5))
    const path = `/api/photos/${row.sha256}`
    const receipt = `${path}/receipt?doc=${encodeURIComponent(CHECKS)}`
    for (const person of [WALKER, 'p03', 'p13', 'p18', 'p11'])
      expect([person, (await ask(person, path)).status]).toEqual([person, 200])
    for (const person of ['p12', 'p23'])
      for (const asked of [path, receipt]) {
        const answer = await ask(person, asked)
        const none = await ask(person, asked.replace(row.sha256, '0'.repeat(64)))
        expect([answer.status, await answer.text()]).toEqual([404, await none.text()])
      }
    expect((await ask(null, path)).status).toBe(401)
  })

  it('T15 takes pieces of an upload from nobody but whoever began it', async () => {
    const line = await lineOf(relay.base, WALKER)
    const { uploads } = await sendOnce(line, photo(await jpegOf(320, 240, 6)))
    const begun = await fetch(`${relay.base}/api/photos/uploads`, {
      method: 'POST',
      headers: {
        origin: relay.base,
        cookie: await signIn(relay.base, WALKER),
        'tus-resumable': '1.0.0',
        'upload-length': '1000',
        'upload-metadata': `doc ${btoa(CHECKS)},sha256 ${btoa('a'.repeat(64))}`,
      },
    })
    expect(begun.status).toBe(201)
    const mine = begun.headers.get('location') ?? ''
    const head = async (person: string, path: string) => {
      const cookie = await signIn(relay.base, person)
      const headers = { cookie, 'tus-resumable': '1.0.0' }
      return (await fetch(relay.base + path, { method: 'HEAD', headers })).status
    }
    expect(await head(WALKER, mine)).toBe(200)
    expect(await head('p13', mine)).toBe(404)
    // A whole photo leaves nothing behind to be asked for.
    expect(await head(WALKER, uploads[0] ?? '')).toBe(404)
    const answer = await fetch(relay.base + mine, {
      method: 'PATCH',
      headers: {
        origin: relay.base,
        cookie: await signIn(relay.base, 'p13'),
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(10),
    })
    expect(answer.status).toBe(404)
  })

  it('takes no photo from another site’s page', async () => {
    const answer = await fetch(`${relay.base}/api/photos/uploads`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', cookie: await signIn(relay.base, WALKER) },
    })
    expect(answer.status).toBe(403)
  })
})

describe('photos on their way', () => {
  it('are resumed, not restarted, over a line that breaks every few hundred kilobytes', async () => {
    const bytes = await Promise.all([11, 12, 13, 14, 15].map((seed) => jpegOf(1000, 800, seed)))
    const total = bytes.reduce((sum, one) => sum + one.length, 0)
    const lossy = await openLossyLine(relay.port, () => 150_000)
    const line = await lineOf(lossy.base, WALKER, relay.base)
    const tablet = await photoTablet('photos-lossy', line)
    for (const [at, one] of bytes.entries()) await tablet.rows.put(photo(one, CHECKS, at))
    const sender = tablet.open()
    sender.nudge()
    await tablet.until(({ safe }) => safe === 5)
    sender.stop()
    for (const one of bytes) expect(await line.receipt(photo(one))).toBe('safe')
    expect(lossy.broken()).toBeGreaterThan(2)
    expect(lossy.carried() / total).toBeLessThan(1.2)
    await lossy.end()
  }, 60_000)

  it('go on after a kill where they came to, and never twice', async () => {
    const real = await jpegOf(1600, 1200, 21)
    const lossy = await openLossyLine(relay.port, () => Infinity)
    const line = await lineOf(lossy.base, WALKER, relay.base)
    const tablet = await photoTablet('photos-kill', line)
    const row = photo(real)
    await tablet.rows.put(row)
    const first = tablet.open()
    first.nudge()
    while (lossy.carried() < real.length / 2) await new Promise((resolve) => setTimeout(resolve, 1))
    first.stop()
    const halfway = (await tablet.rows.nextWaiting())?.upload
    expect(halfway).toMatch(/^\/api\/photos\/uploads\/[0-9a-f]{32}$/)
    const second = tablet.open()
    second.nudge()
    await tablet.until(({ safe }) => safe === 1)
    expect(lossy.carried()).toBeLessThan(real.length * 1.3)
    // The same photo on a cloned device: a receipt is all that goes over the line.
    const carried = lossy.carried()
    const clone = await photoTablet('photos-clone', line)
    await clone.rows.put(row)
    clone.open().nudge()
    await clone.until(({ safe }) => safe === 1)
    expect(lossy.carried() - carried).toBeLessThan(2_000)
    await lossy.end()
  }, 60_000)

  it('are not sent again when the answer to the last piece was lost', async () => {
    const { row, line, uploads } = await send(await jpegOf(320, 240, 22))
    const carriedOn = await sendOnce(line, { ...row, upload: uploads[0] ?? null })
    expect(carriedOn).toEqual({ done: { kind: 'gone' }, uploads: [] })
    expect(await line.receipt(row)).toBe('safe')
  })

  it('begin anew when the trust has dropped what was begun', async () => {
    const line = await lineOf(relay.base, WALKER)
    const tablet = await photoTablet('photos-dropped', line)
    const dropped = `/api/photos/uploads/${'0'.repeat(32)}`
    await tablet.rows.put({ ...photo(await jpegOf(320, 240, 23)), upload: dropped })
    tablet.open().nudge()
    await tablet.until(({ safe }) => safe === 1)
    expect((await tablet.rows.read(CHECKS, sha256Of(await jpegOf(320, 240, 23))))?.upload).not.toBe(
      dropped,
    )
  })

  it('T30 a refused photo is said, stays on the device and holds no other up', async () => {
    const line = await lineOf(relay.base, WALKER)
    const tablet = await photoTablet('photos-refused', line)
    await tablet.rows.put(photo(utf8('<svg/>'), CHECKS, 1))
    const good = await jpegOf(320, 240, 31)
    await tablet.rows.put(photo(good, CHECKS, 2))
    tablet.open().nudge()
    await tablet.until(({ safe, refused }) => safe === 1 && refused === 1)
    const kept = await tablet.rows.read(CHECKS, sha256Of(utf8('<svg/>')))
    expect(kept).toMatchObject({ reason: 'not-a-photo', bytes: utf8('<svg/>') })
  })
})
