import { safeCell } from '../../export/table.ts'

/** Splits at a sign that no backslash stands before; `limit` parts at most, the rest stays in the last. */
export function splitEscaped(text: string, sign: string, limit = Infinity): string[] {
  const parts = ['']
  for (let i = 0; i < text.length; i++) {
    const at = text.charAt(i)
    const pair = at === '\\' && i + 1 < text.length
    if (at === sign && parts.length < limit) parts.push('')
    else parts[parts.length - 1] += pair ? at + text.charAt(i + 1) : at
    if (pair) i += 1
  }
  return parts.map((part) => part.trim())
}

export const escaped = (text: string, signs: string): string =>
  text
    .split('')
    .map((at) => (at === '\\' || signs.includes(at) ? `\\${at}` : at))
    .join('')

export const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1')

/** Texts as one cell: "Yes; No". One alone that another sign would split ends with a semicolon. */
export const listCell = (texts: readonly string[]): string =>
  `${texts.map((text) => escaped(text, ';\n')).join('; ')}${texts.length === 1 ? ';' : ''}`

export const listOfCell = (cell: string): string[] =>
  splitEscaped(cell, ';')
    .map(unescaped)
    .filter((text) => text !== '')

const APOSTROPHES = /^'+/

/**
 * A text as a cell that no spreadsheet works out (T23), told apart from one that had the apostrophe from
 * the start: what comes back in is the same text.
 */
export const cellOf = (text: string): string => {
  const bare = text.replace(APOSTROPHES, '')
  return safeCell(bare) === bare ? text : `'${text}`
}

/** The text of a cell that `cellOf` made; a stranger's cell as it stands. */
export const ofCell = (cell: string): string => {
  const bare = cell.replace(APOSTROPHES, '')
  return bare === cell || safeCell(bare) === bare ? cell : cell.slice(1)
}
