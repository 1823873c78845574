import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fireEvent, screen } from '@testing-library/react'

/** A table of the fixtures as text. */
export const fixtureTable = (folder: string, name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/qla', folder, name), 'utf8')

/** Chooses a spreadsheet on the screen that is shown. */
export function chooseTable(csv: string) {
  const file = new File([csv], 'table.csv')
  // jsdom's File reads no bytes.
  file.arrayBuffer = async () => new TextEncoder().encode(csv).buffer as ArrayBuffer
  fireEvent.change(screen.getByLabelText('Choose a spreadsheet', { selector: 'input' }), {
    target: { files: [file] },
  })
}

/** The readers of files are loaded when they are first needed. */
export const LONG = { timeout: 10_000 }
