import type { Cell } from './table.ts'
import { zipOf } from './zip.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Excel refuses longer texts in a cell, and some names of a sheet. */
const LONGEST_TEXT = 32_767
const LONGEST_NAME = 31
const NARROWEST = 10
const WIDEST = 60

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader of XML would turn it into another sign.
  '\r': '&#13;',
}

// Signs that XML cannot carry at all.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const escaped = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .replaceAll(NOT_XML, '')
    .replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? '')

/** Styles by number, in the order of `STYLES`: heads are bold, texts wrap and are marked as texts. */
const HEAD = 1
const TEXT = 2
const STYLES = `${HEADER}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" quotePrefix="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

const LETTERS = 26

/** The name of a column: A to Z, then AA. */
const columnName = (index: number): string => {
  const last = String.fromCharCode(65 + (index % LETTERS))
  return index < LETTERS ? last : columnName(Math.floor(index / LETTERS) - 1) + last
}

const cellXml = (cell: Cell, at: string, style: number): string =>
  typeof cell === 'number' && Number.isFinite(cell)
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell))}</t></is></c>`

/** @param n from 1 */
const rowXml = (row: readonly Cell[], n: number, style: number): string =>
  `<row r="${n}">${row.map((cell, i) => cellXml(cell, `${columnName(i)}${n}`, style)).join('')}</row>`

function widths(rows: readonly (readonly Cell[])[]): number[] {
  const most: number[] = []
  for (const row of rows)
    for (const [i, cell] of row.entries())
      most[i] = Math.min(WIDEST, Math.max(most[i] ?? NARROWEST, String(cell).length + 2))
  return most
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const [head = [], ...body] = rows
  const columns = widths(rows).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${HEADER}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rowXml(head, 1, HEAD)}${body.map((row, i) => rowXml(row, i + 2, TEXT)).join('')}</sheetData></worksheet>`
}

const nameXml = (name: string): string =>
  escaped(name.replaceAll(/[[\]*?/\\:]/g, ' ').slice(0, LONGEST_NAME))

/**
 * A table as an Excel workbook of one sheet, its first row a head that stays in sight. Every text is
 * stored as text and marked so (T23): it keeps its words, and none is ever a formula.
 */
export function workbookOf(
  sheet: string,
  rows: readonly (readonly Cell[])[],
): Uint8Array<ArrayBuffer> {
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })
  return zipOf([
    part(
      '[Content_Types].xml',
      `${HEADER}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${nameXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    part('xl/worksheets/sheet1.xml', sheetXml(rows)),
  ])
}
