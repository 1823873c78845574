import { saveFile } from '../save-file.ts'

type Cell = string | number

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NARROWEST = 10
const WIDEST = 60

const widthOf = (rows: readonly (readonly Cell[])[], column: number): number =>
  rows.reduce(
    (most, row) => Math.min(WIDEST, Math.max(most, String(row[column] ?? '').length + 2)),
    NARROWEST,
  )

/**
 * A table as an Excel workbook with one sheet, its first row bold and always in sight. Texts stay texts:
 * no cell is ever a formula.
 */
export async function workbookOf(sheet: string, rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const [head = [], ...body] = rows
  const cells = [
    head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })),
    ...body.map((row) =>
      row.map((value) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { value, type: String, wrap: true, alignVertical: 'top' as const },
      ),
    ),
  ]
  const columns = head.map((_, column) => ({ width: widthOf(rows, column) }))
  return write(cells, { sheet, columns, stickyRowsCount: 1 }).toBlob()
}

/** Puts a table into the downloads as an Excel workbook. */
export async function saveWorkbook(
  name: string,
  sheet: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  saveFile(name, XLSX, await workbookOf(sheet, rows))
}
