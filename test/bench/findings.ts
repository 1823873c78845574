import { z } from 'zod'
import { newRecordId } from '../../src/domain/ids.ts'
import { defineRecord } from '../../src/domain/record.ts'

const WORDS = (
  'roof gate board desk chair cable light paint shelf sink tap drain boiler vent door hinge ' +
  'worn loose missing bent stained blocked frayed cracked leaking overdue tidy bright calm ' +
  'north south upper lower hall corridor library gym kitchen yard office stair lobby studio'
).split(' ')
const KINDS = ['saw', 'heard', 'read']
const STATES = ['open', 'assigned', 'done']
const EPOCH = Date.UTC(2026, 0, 1)
const NOTE_LENGTH = 270

/** The shape that every measurement writes: eight fields, about 400 bytes. */
export const findingRecord = defineRecord({
  type: 'finding',
  schema: z.object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    severity: z.number(),
    state: z.string(),
    place: z.string(),
    author: z.string(),
    madeAt: z.number(),
    note: z.string(),
  }),
})

/** A small generator of numbers from 0 to 1: the same seed, the same findings. */
function chance(seed: number) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The n-th finding of a writer. */
export function finding(writer: number, n: number) {
  const next = chance(writer * 1_000_003 + n * 7_919 + 17)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  const words = (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ')
  const madeAt = EPOCH + n * 1_000 + (writer % 1_000)
  const id = newRecordId(
    madeAt,
    Uint8Array.from({ length: 16 }, () => Math.floor(next() * 256)),
  )
  const fields = {
    title: words(6).slice(0, 40),
    kind: pick(KINDS),
    severity: 1 + Math.floor(next() * 5),
    state: pick(STATES),
    place: words(3),
    author: `tablet-${writer}`,
    madeAt,
    note: words(48).slice(0, NOTE_LENGTH).padEnd(NOTE_LENGTH, '.'),
  }
  return { id, fields }
}
