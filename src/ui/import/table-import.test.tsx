// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TableImport, type ImportJob } from './table-import.tsx'

afterEach(cleanup)

/** The readers of files are loaded when they are first needed. */
const LONG = { timeout: 10_000 }

const job: ImportJob<string> = {
  fields: [{ key: 'name', label: 'Name', needed: true }],
  guess: (rows) => ({ headings: 0, mapping: { name: rows[0]?.[0] === 'Name' ? 0 : null } }),
  read: (rows, headings, mapping) => {
    const cells = rows.slice(headings + 1)
    const at = mapping['name'] ?? 0
    return {
      good: cells.flatMap((row, n) => (row[at] ? [{ line: n + 2, value: row[at] ?? '' }] : [])),
      bad: cells.flatMap((row, n) =>
        row[at] ? [] : [{ line: n + 2, cells: row, faults: [{ words: 'Name is empty.' }] }],
      ),
    }
  },
}

function show(csv: string) {
  const brought = vi.fn<(rows: readonly string[]) => void>()
  render(<TableImport job={job} one="school" many="schools" hint="A list." onBring={brought} />)
  const file = new File([csv], 'list.csv')
  // jsdom's File reads no bytes.
  file.arrayBuffer = async () => new TextEncoder().encode(csv).buffer as ArrayBuffer
  fireEvent.change(screen.getByLabelText('Choose a spreadsheet', { selector: 'input' }), {
    target: { files: [file] },
  })
  return brought
}

describe('bringing in a spreadsheet', () => {
  it('shows the first rows, what needs a person, and brings in the rest', async () => {
    const brought = show('Name,Town\nAsh,North\n,South\nElm,East\n')
    const button = await screen.findByRole(
      'button',
      { name: 'Bring in 2 schools, 1 needs you' },
      LONG,
    )
    expect(screen.getByText('Name is empty.')).toBeTruthy()
    expect(screen.getByRole('cell', { name: 'South' })).toBeTruthy()
    fireEvent.click(button)
    expect(brought.mock.calls).toEqual([[['Ash', 'Elm']]])
  })

  it('brings in nothing before a column that is needed is picked', async () => {
    const brought = show('Called,Town\nAsh,North\n')
    const pick = await screen.findByLabelText('Name', {}, LONG)
    expect(screen.queryByRole('button', { name: /Bring in/ })).toBeNull()
    fireEvent.change(pick, { target: { value: '0' } })
    fireEvent.click(screen.getByRole('button', { name: 'Bring in 1 school' }))
    expect(brought.mock.calls).toEqual([[['Ash']]])
  })

  it('T30: says in words why a file is refused', async () => {
    show('%PDF-1.4')
    expect((await screen.findByRole('alert', {}, LONG)).textContent).toContain('not a spreadsheet')
  })
})
