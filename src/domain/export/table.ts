/** One cell of a table that leaves Corridor. */
export type Cell = string | number

/** Signs with which Excel, and what reads CSV like it, begins to work a cell out; whole-width ones too. */
const WORKED_OUT = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A text that no spreadsheet takes for a formula (T23): such a text is led by an apostrophe, which
 * says "this is text". Numbers stay numbers, negative ones too.
 */
export const safeCell = <C extends Cell>(cell: C): C | string =>
  typeof cell === 'string' && WORKED_OUT.test(cell) ? `'${cell}` : cell

/** The text as it was before `safeCell`: for what comes back in. */
export const fromSafeCell = (cell: string): string =>
  cell.startsWith("'") && WORKED_OUT.test(cell.slice(1)) ? cell.slice(1) : cell

export const safeRows = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) => row.map(safeCell))

/** Excel takes a file for UTF-8 only where it begins with this. */
const BOM = '\uFEFF'

const quoted = (cell: Cell): string => {
  const text = String(cell)
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180) for Excel: UTF-8, with every cell safe. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `${BOM}${safeRows(rows)
    .map((row) => `${row.map(quoted).join(',')}\r\n`)
    .join('')}`
