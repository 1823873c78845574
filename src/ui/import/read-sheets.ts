import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, type TableFault } from './limits.ts'
import { storedZip } from './stored-zip.ts'
import { unzipXml } from './unzip.ts'

export interface TextSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** "AB" as 28. */
const columnNumber = (letters: string): number => {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

/** A lone cell in the last corner of a sheet makes the reader fill the rest: looked for before it reads. */
function reachOf(xml: string): TableFault | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'not-a-table'
  let rows = 0
  let columns = 0
  for (const [, letters = '', number = ''] of xml.matchAll(/\sr\s*=\s*["']([A-Za-z]*)(\d*)/g)) {
    if (letters === '' && number === '') return 'broken'
    rows = Math.max(rows, Number(number))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (columns > MOST_COLUMNS) return 'too-many-columns'
  return rows > MOST_ROWS || rows * columns > MOST_CELLS ? 'too-many-rows' : null
}

const SIGNIFICANT = 15

/** A cell as a person sees it; a date as yyyy-mm-dd, with its time only where it has one. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T')
    return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
  }
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SIGNIFICANT)))
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'string' ? cell : ''
}

/** The sheets of an XLSX file that hold anything. */
export async function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly TextSheet[] | TableFault> {
  const files = await unzipXml(bytes)
  if (files === 'not-a-zip') return 'broken'
  if (typeof files === 'string') return files
  if (!files.has('xl/workbook.xml')) return 'not-a-table'
  const decoder = new TextDecoder()
  for (const [name, file] of files) {
    if (!name.startsWith('xl/') || name.endsWith('.rels')) continue
    // Only sheets number their cells, whatever their file is called.
    const xml = decoder.decode(file)
    const fault = /<(\w+:)?sheetData/.test(xml) || /DOCTYPE|ENTITY/i.test(xml) ? reachOf(xml) : null
    if (fault !== null) return fault
  }
  try {
    const { default: readXlsx } = await import('read-excel-file/universal')
    const sheets = await readXlsx(storedZip(files))
    return sheets
      .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
      .filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  } catch {
    return 'broken'
  }
}
