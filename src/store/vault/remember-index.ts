import type { IndexKeys, IndexRow } from '../ports.ts'
import { isSealed, type RowSeal } from './sealed-part.ts'

/** More than any list shows, and a few megabytes at most. */
const MOST = 6000
/** Version and IV: never the same for two sealed values. */
const NAME_BYTES = 13

interface Known {
  readonly sealed: Uint8Array
  readonly data: IndexRow['data']
}

const sameValue = (a: Uint8Array, b: Uint8Array) => {
  for (let i = 0; i < NAME_BYTES; i++) if (a[i] !== b[i]) return false
  return true
}

const keyOf = ({ doc, id }: IndexKeys) => `${doc}\n${id}`

/** Lists ask for the same rows at every change: what was sealed or opened here once is not opened again. */
export function rememberIndex(rows: RowSeal<IndexRow, IndexKeys>): RowSeal<IndexRow, IndexKeys> {
  const known = new Map<string, Known>()
  const remember = (keys: IndexKeys, { data }: IndexRow) => {
    if (!isSealed(keys)) return
    const key = keyOf(keys)
    known.delete(key)
    known.set(key, { sealed: keys.sealed.slice(0, NAME_BYTES), data })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  }
  const recall = (keys: IndexKeys): IndexRow | null => {
    const found = isSealed(keys) ? known.get(keyOf(keys)) : undefined
    if (!found || !isSealed(keys) || !sameValue(found.sealed, keys.sealed)) return null
    const { doc, id, type, at } = keys
    return { doc, id, type, at, data: found.data }
  }
  return {
    async seal(plain) {
      const sealed = await rows.seal(plain)
      plain.forEach((row, i) => sealed[i] && remember(sealed[i], row))
      return sealed
    },
    async open(sealed) {
      const here = sealed.map(recall)
      const missing = sealed.filter((_, i) => !here[i])
      const opened = [...(await rows.open(missing))]
      opened.forEach((row, i) => missing[i] && remember(missing[i], row))
      return here.flatMap((row) => row ?? opened.shift() ?? [])
    },
  }
}
