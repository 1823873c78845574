export const MOST_FILE_BYTES = 5 * 1024 * 1024
export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 500
export const MOST_CELLS = 2_000_000

/** Why a file cannot be read as a table. */
export type TableFault =
  | 'empty'
  | 'too-large'
  | 'too-large-inside'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'old-excel'
  | 'locked'
  | 'broken'
  | 'not-a-table'

/** For people: what is wrong, and what to do about it. */
export const tableFaultWords: Readonly<Record<TableFault, string>> = {
  empty: 'There is nothing in this file. Check that it is the right one.',
  'too-large':
    'This file is larger than 5 MB. Delete the sheets and columns that are not needed, save it, and choose it again.',
  'too-large-inside':
    'This file is small but unpacks into something far too large, so it was not opened. Copy the table into a new spreadsheet and choose that.',
  'too-many-rows':
    'A sheet goes further than 20,000 rows. Delete the rows below the table, or split it into two files.',
  'too-many-columns':
    'This file has more columns than a table that people use. Copy the columns that are needed into a new spreadsheet and choose that.',
  'old-excel':
    'This is an older Excel file, or one with a password. In Excel choose Save As, then “Excel Workbook (.xlsx)” or “CSV”, without a password.',
  locked: 'This file has a password. Save it without one and choose it again.',
  broken:
    'This spreadsheet is damaged and cannot be read. Open it in Excel, save it again, and choose it again.',
  'not-a-table': 'This is not a spreadsheet. Choose a file that ends in .csv or .xlsx.',
}
