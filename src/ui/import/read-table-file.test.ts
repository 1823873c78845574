import { deflateRawSync } from 'node:zlib'
import writeXlsx from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readTableFile } from './read-table-file.ts'

const fileOf = (bytes: BlobPart, name = 'days.csv') => new File([bytes], name)
const rowsOf = async (bytes: BlobPart) => {
  const read = await readTableFile(fileOf(bytes))
  return read.ok ? read.sheets[0]?.rows : read.fault
}

const utf16 = (text: string, mark: boolean) => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return new Uint8Array(bytes)
}

describe('a CSV file', () => {
  const plain = [
    ['School', 'Day'],
    ['Café Lane, “North”', '1/9/2026'],
  ]
  it('is read as UTF-8, UTF-16 with and without its mark, and Windows-1252', async () => {
    const text = 'School,Day\r\n"Café Lane, “North”",1/9/2026\r\n'
    expect(await rowsOf(text)).toEqual(plain)
    expect(await rowsOf(`\ufeff${text}`)).toEqual(plain)
    expect(await rowsOf(utf16(text, true))).toEqual(plain)
    expect(await rowsOf(utf16(text, false))).toEqual(plain)
    const windows = Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1')
    expect(await rowsOf(new Uint8Array(windows))).toEqual(plain)
  })

  it('is read with semicolons, with line breaks inside cells and with rows of unlike length', async () => {
    expect(await rowsOf('a;b;c\n1;"x\ny";3\n4\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'x\ny', '3'],
      ['4'],
    ])
  })

  it('T30: is refused with its reason when it is something else', async () => {
    expect(await rowsOf('')).toBe('empty')
    expect(await rowsOf('\n , \n')).toBe('empty')
    expect(await rowsOf('%PDF-1.7 …')).toBe('not-a-table')
    expect(await rowsOf('<!doctype html><table>')).toBe('not-a-table')
    expect(await rowsOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toBe('not-a-table')
    expect(await rowsOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('old-excel')
  })

  it('T30: is refused when it is too large, too long or too wide', async () => {
    expect(await rowsOf(new Uint8Array(5 * 1024 * 1024 + 1))).toBe('too-large')
    expect(await rowsOf('a,b\n'.repeat(20_001))).toBe('too-many-rows')
    expect(await rowsOf('a,b\n'.repeat(20_000))).toHaveLength(20_000)
    expect(await rowsOf('a,'.repeat(4000))).toBe('too-many-columns')
  })
})

/** An archive with these compressed files; sizes and checksums are left at 0, as a liar would. */
function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, data] of Object.entries(files)) {
    const packed = deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    list.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...list, end]))
}

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const workbook = {
  'xl/workbook.xml': `<workbook xmlns:r="${RELS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}
const withSheet = (cells: string) =>
  zip({
    ...workbook,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
  })

describe('an XLSX file', () => {
  it('is read with its dates, numbers, ticks and empty cells as text, sheet by sheet', async () => {
    const file = await writeXlsx([
      {
        sheet: 'Days',
        data: [
          [{ value: 'Date' }, { value: 'n' }, { value: 'x' }],
          [
            { value: new Date(Date.UTC(2026, 8, 1)), type: Date, format: 'dd/mm/yyyy' },
            { value: 0.1 + 0.2, type: Number },
            { value: true, type: Boolean },
          ],
          [{ value: 'words' }, null, { value: 'end' }],
        ],
      },
      { sheet: 'More', data: [[{ value: 'one' }]] },
    ]).toBuffer()
    const read = await readTableFile(fileOf(new Uint8Array(file)))
    expect(read).toEqual({
      ok: true,
      sheets: [
        {
          name: 'Days',
          rows: [
            ['Date', 'n', 'x'],
            ['2026-09-01', '0.3', 'TRUE'],
            ['words', '', 'end'],
          ],
        },
        { name: 'More', rows: [['one']] },
      ],
    })
  })

  it('is read whole when a sheet is long', async () => {
    const long = Array.from({ length: 12_000 }, (_, n) => [
      { value: `Room ${n}` },
      { value: 'Is the floor dry and free of things to trip over?' },
    ])
    const file = await writeXlsx(long).toBuffer()
    const rows = await rowsOf(new Uint8Array(file))
    expect(rows).toHaveLength(12_000)
    expect(rows?.at(-1)?.[0]).toBe('Room 11999')
  })

  it('T30: a lone cell in the last corner is refused before the sheet is filled up to it', async () => {
    expect(await rowsOf(withSheet('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>'))).toBe(
      'too-many-columns',
    )
    expect(
      await rowsOf(withSheet('<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>')),
    ).toBe('too-many-rows')
    expect(await rowsOf(withSheet('<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'))).toBe('broken')
  })

  it('T30: a bomb that says nothing of its size is put down, and entities are not followed', async () => {
    const bomb = zip({
      ...workbook,
      'xl/worksheets/sheet1.xml': Buffer.alloc(100 * 1024 * 1024, 32),
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await rowsOf(bomb)).toBe('too-large-inside')
    const laughs = zip({
      ...workbook,
      'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><sst/>',
    })
    expect(await rowsOf(laughs)).toBe('not-a-table')
  })

  it('T30: an archive that is no spreadsheet, or is cut short, is refused', async () => {
    expect(await rowsOf(zip({ 'word/document.xml': '<w/>' }))).toBe('not-a-table')
    expect(await rowsOf(withSheet('<row r="1"/>').slice(0, 200))).toBe('broken')
    expect(await rowsOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe('broken')
  })
})
