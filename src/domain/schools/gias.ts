import { textCell, wholeNumberCell } from '../import/cells.ts'
import { tableJob } from '../import/table.ts'
import { err, ok, type Result } from '../result.ts'
import type { SchoolRow } from './facts.ts'

/** A row of the register (GIAS) with the trust that it gives. */
interface GiasRow {
  readonly urn: string
  readonly name: string
  readonly la: string
  readonly number: string
  readonly phase: string
  readonly ageLow: number | null
  readonly ageHigh: number | null
  readonly capacity: number | null
  readonly roll: number | null
  readonly ukprn: string
  readonly status: string
  readonly trustCode: string
  readonly trustName: string
}

const digits =
  (count: number) =>
  (text: string): Result<string, string> =>
    new RegExp(`^\\d{${count}}$`).test(text) ? ok(text) : err(`is not ${count} digits`)

/** Spreadsheets drop the noughts in front. */
const padded =
  (count: number) =>
  (text: string): Result<string, string> =>
    /^\d+$/.test(text) && text.length <= count
      ? ok(text.padStart(count, '0'))
      : err(`is not up to ${count} digits`)

const words = (label: string, also: readonly string[]) => ({
  label,
  also,
  blank: '',
  read: textCell(200),
})
const count = (label: string, also: readonly string[], most: number) => ({
  label,
  also,
  blank: null,
  read: wholeNumberCell(0, most),
})

/** The CSV of “Get information about schools”, or any table with the same columns. */
export const giasJob = tableJob<GiasRow>(
  {
    urn: { label: 'URN', read: digits(6) },
    name: { label: 'School', also: ['EstablishmentName', 'Name'], read: textCell(200) },
    la: { label: 'LA code', also: ['LA (code)'], blank: '', read: padded(3) },
    number: {
      label: 'Establishment number',
      also: ['EstablishmentNumber'],
      blank: '',
      read: padded(4),
    },
    phase: words('Phase', ['PhaseOfEducation (name)']),
    ageLow: count('Lowest age', ['StatutoryLowAge'], 25),
    ageHigh: count('Highest age', ['StatutoryHighAge'], 25),
    capacity: count('Places', ['SchoolCapacity', 'Capacity'], 20_000),
    roll: count('Pupils on roll', ['NumberOfPupils', 'Roll'], 20_000),
    ukprn: { label: 'UKPRN', blank: '', read: digits(8) },
    status: words('Status', ['EstablishmentStatus (name)']),
    trustCode: words('Trust code', ['Trusts (code)']),
    trustName: words('Trust', ['Trusts (name)']),
  },
  { sameAs: ({ urn }) => urn },
)
export type { GiasRow }

export interface TrustInFile {
  readonly code: string
  readonly name: string
  readonly schools: number
}

/** The trusts of a file that have open schools in it, by name. */
export function trustsIn(rows: readonly GiasRow[]): TrustInFile[] {
  const trusts = new Map<string, TrustInFile>()
  for (const { trustCode: code, trustName: name } of rows.filter(isOpen)) {
    if (code === '' && name === '') continue
    const key = code || name
    const schools = (trusts.get(key)?.schools ?? 0) + 1
    trusts.set(key, { code: key, name: name || code, schools })
  }
  return [...trusts.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** Also a school that is proposed to close is open; a file without the column holds open ones. */
const isOpen = ({ status }: GiasRow): boolean =>
  status === '' || status.toLowerCase().startsWith('open')

/** The open schools of one trust, or of all where the file names none. */
export const schoolsOf = (rows: readonly GiasRow[], trust: string | null): GiasRow[] =>
  rows.filter(
    (row) => isOpen(row) && (trust === null || (row.trustCode || row.trustName) === trust),
  )

export const schoolOf = (row: GiasRow): SchoolRow => ({
  urn: row.urn,
  name: row.name,
  phase: row.phase,
  laestab: row.la === '' || row.number === '' ? '' : `${row.la}${row.number}`,
  ukprn: row.ukprn,
  capacity: row.capacity,
  roll: row.roll,
  ageLow: row.ageLow,
  ageHigh: row.ageHigh,
  status: row.status,
})
