import { err, ok, type Result } from '../result.ts'
import type { Seen } from './walk.ts'

const OUT_OF = /^(\d{1,4})\s*(?:of|out of|\/)\s*(\d{1,4})$/i

/** "24 of 27" or "24/27" as a count; '' is none. The error is said to the writer. */
export function readOutOf(typed: string): Result<Seen['count'], string> {
  const text = typed.trim()
  if (text === '') return ok(null)
  const parts = OUT_OF.exec(text)
  if (!parts) return err('Write it as two numbers, such as 24 of 27.')
  const count = { n: Number(parts[1]), of: Number(parts[2]) }
  if (count.of === 0) return err('Nothing can be counted out of 0.')
  if (count.n > count.of) return err('The first number is larger than the second.')
  return ok(count)
}

export const sayOutOf = (count: Seen['count']): string => (count ? `${count.n} of ${count.of}` : '')
