import 'fake-indexeddb/auto'
import { pathToFileURL } from 'node:url'
import { openLossyLine } from '../helpers/lossy-line.ts'
import { jpegOf, utf8 } from '../helpers/pictures.ts'
import { CHECKS, lineOf, openPhotoRelay, photo, photoTablet, WALKER } from '../relay/photo-relay.ts'
import type { Bundle } from './build.ts'
import { keep, type Options } from './report.ts'

/** The line breaks after so many bytes, from the one to the other. */
const BREAKS = [200_000, 600_000] as const
const KINDS = 10

/** The same picture as another photo: a comment makes other bytes of it. */
function numbered(jpeg: Uint8Array, n: number): Uint8Array {
  const said = utf8(`photo ${n}`)
  const head = [...jpeg.subarray(0, 2), 0xff, 0xfe, 0, said.length + 2, ...said]
  const bytes = new Uint8Array(head.length + jpeg.length - 2)
  bytes.set(head)
  bytes.set(jpeg.subarray(2), head.length)
  return bytes
}

function breaksOf(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return BREAKS[0] + ((BREAKS[1] - BREAKS[0]) * state) / 2 ** 32
  }
}

async function round(worker: URL, count: number, kinds: readonly Uint8Array[], seed: number) {
  const relay = await openPhotoRelay(worker)
  const lossy = await openLossyLine(relay.port, breaksOf(seed))
  const own = await lineOf(lossy.base, WALKER, relay.base)
  const uploads = new Set<string>()
  let tries = 0
  const tablet = await photoTablet(`bench-${seed}`, {
    receipt: (of) => own.receipt(of),
    send(row, steps) {
      tries += 1
      const onBegun = (upload: string) => {
        uploads.add(upload)
        return steps.onBegun(upload)
      }
      return own.send(row, { ...steps, onBegun })
    },
  })
  let bytes = 0
  for (let n = 0; n < count; n++) {
    const one = numbered(kinds[n % kinds.length] ?? new Uint8Array(), n)
    bytes += one.length
    await tablet.rows.put(photo(one, CHECKS, n))
  }
  const started = performance.now()
  const sender = tablet.open()
  sender.nudge()
  await tablet.until(({ safe }) => safe === count)
  const seconds = Math.round((performance.now() - started) / 1000)
  sender.stop()
  const [sent, broken] = [lossy.carried(), lossy.broken()]
  await lossy.end()
  await relay.end()
  tablet.db.close()
  return { count, bytes, sent, broken, begun: uploads.size, tries, seconds }
}

/** A day's photos over a signal that breaks every few hundred kilobytes. */
export async function runPhotos(bundle: Bundle, { small, rounds }: Options): Promise<void> {
  const worker = pathToFileURL(bundle('worker'))
  const kinds = await Promise.all([...Array(KINDS).keys()].map((n) => jpegOf(1200, 900, n + 1)))
  for (let n = 1; n <= rounds; n++) {
    const done = await round(worker, small ? 50 : 500, kinds, n)
    const ratio = done.sent / done.bytes
    const restarted = done.begun - done.count
    keep('photos', { ...done, ratio, restarted })
    console.log(
      `photos: ${done.count} of ${Math.round(done.bytes / done.count / 1000)} kB, line broken ${done.broken} times: ` +
        `${ratio.toFixed(3)} bytes sent for each byte (<= 1.05), ${restarted} restarted, ${done.tries} tries, ${done.seconds} s`,
    )
    if (ratio > 1.05 || restarted > 0) process.exitCode = 1
  }
}
