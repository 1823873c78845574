import type { Note } from '../../../domain/peer-review/note.ts'
import { err, ok, type Result } from '../../../domain/result.ts'

export interface TypedCount {
  readonly n: string
  readonly of: string
}

const NUMBER = /^\d{1,4}$/

/** Two boxes as a count, or what is still missing. Both empty is no count. */
export function readCount(typed: TypedCount): Result<Note['count'], string> {
  const n = typed.n.trim()
  const of = typed.of.trim()
  if (n === '' && of === '') return ok(null)
  if ((n !== '' && !NUMBER.test(n)) || (of !== '' && !NUMBER.test(of)))
    return err('Use whole numbers, such as 26 and 28.')
  if (n === '' || of === '') return err('Give both numbers, such as 26 out of 28.')
  if (Number(of) === 0) return err('Nothing can be counted out of 0.')
  if (Number(n) > Number(of)) return err('The first number is larger than the second.')
  return ok({ n: Number(n), of: Number(of) })
}
