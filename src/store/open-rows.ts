import type { Journal, JournalRow, RowState } from './ports.ts'

const OPEN: readonly RowState[] = ['unsent', 'refused']
const isOpen = (state: RowState) => OPEN.includes(state)

export interface OpenRows {
  /** The same journal, watched. */
  readonly journal: Journal
  /** Writes every row again that only this device has, into a journal that was emptied. */
  readonly writeAgain: () => Promise<number>
}

/**
 * Keeps the rows that are nowhere but on this device in memory as well: a browser can empty the
 * store of an open app, and then this is all there is of them.
 */
export async function keepOpenRows(journal: Journal): Promise<OpenRows> {
  let open = new Map<number, JournalRow>()
  const keep = (row: JournalRow) => {
    if (isOpen(row.state)) open.set(row.n, row)
    else open.delete(row.n)
  }
  const read = async () => {
    open = new Map((await journal.rows(OPEN)).map((row) => [row.n, row]))
  }
  await read()
  return {
    journal: {
      ...journal,
      async write(rows, index) {
        await journal.write(rows, index)
        rows.forEach(keep)
      },
      async settle(settlements) {
        await journal.settle(settlements)
        // Rows that were safe and are to be sent again are not in memory.
        if (settlements.some(({ n, state }) => isOpen(state) && !open.has(n))) return read()
        for (const settled of settlements) {
          const row = open.get(settled.n)
          if (row) keep({ ...row, ...settled })
        }
      },
      async forget(doc, states) {
        await journal.forget(doc, states)
        for (const row of open.values())
          if (row.doc === doc && states.includes(row.state)) open.delete(row.n)
      },
      async replace(old, rows) {
        await journal.replace(old, rows)
        for (const n of old) open.delete(n)
        rows.forEach(keep)
      },
    },
    async writeAgain() {
      await journal.replace([], [...open.values()])
      return open.size
    },
  }
}
