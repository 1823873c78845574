import { type Share, standsTo } from './noise.ts'

/** One area of a paper at one school; no share where too few pupils stand behind it to leave the school (C51). */
export interface AreaAtSchool {
  readonly urn: string
  /** Content domain or assessment objective. */
  readonly code: string
  readonly share: Share | null
}

export type Stands = 'above' | 'below' | 'alike' | 'masked' | 'alone'

export interface SchoolStands {
  readonly urn: string
  readonly share: Share | null
  /** Against the other schools taken together, beyond chance; 'alone' while no other has figures. */
  readonly stands: Stands
}

export interface AreaAcross {
  readonly code: string
  /** All schools that show theirs, taken together. */
  readonly trust: Share | null
  /** In the order of their numbers: never of their results. */
  readonly schools: readonly SchoolStands[]
  /** Schools that are strong here beyond chance: worth a visit. */
  readonly visit: readonly string[]
}

/** Several shares as one, by the marks behind each. */
export function together(shares: readonly Share[]): Share | null {
  const pupils = shares.reduce((sum, share) => sum + share.pupils, 0)
  const tries = shares.reduce((sum, share) => sum + share.pupils * share.marks, 0)
  if (tries === 0) return null
  const got = shares.reduce((sum, { facility, pupils: n, marks }) => sum + facility * n * marks, 0)
  return { facility: got / tries, pupils, marks: tries / pupils }
}

const shown = (rows: readonly AreaAtSchool[]): Share[] =>
  rows.flatMap(({ share }) => (share ? [share] : []))

function standsOf(own: AreaAtSchool, all: readonly AreaAtSchool[]): Stands {
  if (own.share === null) return 'masked'
  const others = together(shown(all.filter((row) => row !== own)))
  return others === null ? 'alone' : standsTo(own.share, others)
}

/** The same paper across schools, area by area. It holds schools, no classes and no teachers: it ranks nobody. */
export function acrossSchools(rows: readonly AreaAtSchool[]): AreaAcross[] {
  const codes = [...new Set(rows.map(({ code }) => code))].sort()
  return codes.map((code) => {
    const own = rows.filter((row) => row.code === code).sort((a, b) => (a.urn < b.urn ? -1 : 1))
    const schools = own.map((row) => ({
      urn: row.urn,
      share: row.share,
      stands: standsOf(row, own),
    }))
    return {
      code,
      trust: together(shown(own)),
      schools,
      visit: schools.filter(({ stands }) => stands === 'above').map(({ urn }) => urn),
    }
  })
}
