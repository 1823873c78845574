import type { SchoolRow } from './facts.ts'

export interface SchoolChange {
  readonly urn: string
  readonly name: string
  readonly changes: readonly {
    readonly label: string
    readonly from: string
    readonly to: string
  }[]
}

export interface SchoolsCompared {
  readonly added: readonly SchoolRow[]
  readonly changed: readonly SchoolChange[]
  readonly same: number
  /** Names of schools that are here and not in the file: nothing happens to them. */
  readonly notInFile: readonly string[]
}

const LABELS = [
  ['name', 'Name'],
  ['phase', 'Phase'],
  ['laestab', 'LAESTAB'],
  ['ukprn', 'UKPRN'],
  ['ageLow', 'Lowest age'],
  ['ageHigh', 'Highest age'],
  ['capacity', 'Places'],
  ['roll', 'Pupils on roll'],
  ['status', 'Status'],
] as const satisfies readonly (readonly [keyof SchoolRow, string])[]

const shown = (value: string | number | null): string =>
  value === null || value === '' ? 'nothing' : String(value)

/** A blank cell takes nothing away that is known already. */
const kept = <T extends string | number | null>(from: T, to: T): T =>
  to === null || to === '' ? from : to

/** A school as it is after the file: what the file leaves blank stays. */
export const withRow = (known: SchoolRow, row: SchoolRow): SchoolRow => ({
  urn: known.urn,
  name: kept(known.name, row.name),
  phase: kept(known.phase, row.phase),
  laestab: kept(known.laestab, row.laestab),
  ukprn: kept(known.ukprn, row.ukprn),
  capacity: kept(known.capacity, row.capacity),
  roll: kept(known.roll, row.roll),
  ageLow: kept(known.ageLow, row.ageLow),
  ageHigh: kept(known.ageHigh, row.ageHigh),
  status: kept(known.status, row.status),
})

/** What a file would change, before anything is. */
export function compareSchools(
  rows: readonly SchoolRow[],
  known: readonly SchoolRow[],
): SchoolsCompared {
  const before = new Map(known.map((school) => [school.urn, school]))
  const found = new Set(rows.map(({ urn }) => urn))
  const changed = rows.flatMap((row): SchoolChange[] => {
    const from = before.get(row.urn)
    if (!from) return []
    const to = withRow(from, row)
    const changes = LABELS.flatMap(([field, label]) =>
      from[field] === to[field] ? [] : [{ label, from: shown(from[field]), to: shown(to[field]) }],
    )
    return changes.length === 0 ? [] : [{ urn: row.urn, name: from.name, changes }]
  })
  const added = rows.filter(({ urn }) => !before.has(urn))
  return {
    added,
    changed,
    same: rows.length - added.length - changed.length,
    notInFile: known.filter(({ urn }) => !found.has(urn)).map(({ name }) => name),
  }
}
