import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const GOOD_FOR_MS = 5 * 60_000

/** Numbers that make a signed request good once and for a few minutes. */
export interface Nonces {
  give(now: number): string
  /** Whether it is ours, fresh and not used yet; from then on it is used. */
  take(nonce: string, now: number): boolean
}

/** Only those that were used are remembered: asking for many of them costs the relay nothing. */
export function createNonces(): Nonces {
  const secret = randomBytes(32)
  const used = new Map<string, number>()
  const mark = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const isOurs = (text: string, given: string) => {
    const right = Buffer.from(mark(text))
    const said = Buffer.from(given)
    return right.length === said.length && timingSafeEqual(right, said)
  }
  return {
    give(now) {
      const text = `${now}.${randomBytes(9).toString('hex')}`
      return `${text}.${mark(text)}`
    },
    take(nonce, now) {
      for (const [old, at] of used) if (now - at > GOOD_FOR_MS) used.delete(old)
      const cut = nonce.lastIndexOf('.')
      const text = nonce.slice(0, Math.max(0, cut))
      const age = now - Number.parseInt(text, 10)
      if (!isOurs(text, nonce.slice(cut + 1)) || !(age >= 0 && age <= GOOD_FOR_MS)) return false
      if (used.has(nonce)) return false
      used.set(nonce, now)
      return true
    },
  }
}
