import { delimiterOf } from './delimiter.ts'
import { MOST_COLUMNS, MOST_FILE_BYTES, MOST_ROWS, type TableFault } from './limits.ts'
import { readSheets, type TextSheet } from './read-sheets.ts'
import { textOf } from './text-of.ts'

export type TableFile =
  | { readonly ok: true; readonly sheets: readonly TextSheet[] }
  | { readonly ok: false; readonly fault: TableFault }

const fail = (fault: TableFault): TableFile => ({ ok: false, fault })

const signIs = (bytes: Uint8Array, sign: readonly number[]) =>
  sign.every((byte, at) => bytes[at] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

async function readCsv(name: string, bytes: Uint8Array): Promise<TableFile> {
  const text = textOf(bytes)
  if (text === null || /^\s*(<(!doctype|html|\?xml)|%PDF|\{\\rtf)/i.test(text))
    return fail('not-a-table')
  const { default: Papa } = await import('papaparse')
  const { data } = Papa.parse<string[]>(text, {
    // One more than is allowed tells that there are more.
    preview: MOST_ROWS + 2,
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
  })
  const rows = data.length > 0 && data.at(-1)?.join('') === '' ? data.slice(0, -1) : data
  if (rows.length > MOST_ROWS) return fail('too-many-rows')
  if (rows.some((row) => row.length > MOST_COLUMNS)) return fail('too-many-columns')
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) return fail('empty')
  return { ok: true, sheets: [{ name, rows }] }
}

/** A CSV or XLSX file as text. What it is, its first bytes say, not its name. Works without a network. */
export async function readTableFile(file: File): Promise<TableFile> {
  if (file.size > MOST_FILE_BYTES) return fail('too-large')
  if (file.size === 0) return fail('empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (signIs(bytes, OLD_OFFICE)) return fail('old-excel')
  if (!signIs(bytes, ZIP)) return readCsv(file.name, bytes)
  const sheets = await readSheets(bytes)
  if (typeof sheets === 'string') return fail(sheets)
  return sheets.length === 0 ? fail('empty') : { ok: true, sheets }
}
