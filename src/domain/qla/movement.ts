import { type Band, BANDS } from './classes.ts'

/** The nine movements carry these five labels and no others (C35). */
const IMPACTS = ['Double positive', 'Positive', 'No gain', 'Negative', 'Double negative'] as const
export type Impact = (typeof IMPACTS)[number]

/** Bands gained: from -2 to +2. */
const stepsBetween = (from: Band, to: Band): number => BANDS.indexOf(to) - BANDS.indexOf(from)

/** How the trust calls a movement between two bands (C35). */
export const impactOf = (from: Band, to: Band): Impact =>
  IMPACTS[2 - stepsBetween(from, to)] ?? 'No gain'

/** One pupil: the band they came from and the one they are in; null where it is not known. */
export interface Move {
  readonly from: Band | null
  readonly to: Band | null
}

export interface MovementCell {
  readonly from: Band
  readonly to: Band
  readonly impact: Impact
  readonly pupils: number
}

export interface MovementMatrix {
  /** All nine, by the band from, then the band to; empty ones too. */
  readonly cells: readonly MovementCell[]
  readonly byImpact: readonly { readonly impact: Impact; readonly pupils: number }[]
  /** Pupils in the nine cells. */
  readonly counted: number
  /** Pupils of whom one of the bands is not known: said, never guessed. */
  readonly unknown: number
  /** Bands gained less bands lost, over all pupils counted; the weights +2 to -2 are a convention. */
  readonly balance: number
}

/** Attainers by the band they came from and the band they are in. */
export function movementOf(moves: readonly Move[]): MovementMatrix {
  const known = moves.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
  const cells = BANDS.flatMap((from) =>
    BANDS.map((to) => ({
      from,
      to,
      impact: impactOf(from, to),
      pupils: known.filter((move) => move.from === from && move.to === to).length,
    })),
  )
  return {
    cells,
    byImpact: IMPACTS.map((impact) => ({
      impact,
      pupils: cells.reduce((sum, cell) => sum + (cell.impact === impact ? cell.pupils : 0), 0),
    })),
    counted: known.length,
    unknown: moves.length - known.length,
    balance: known.reduce((sum, { from, to }) => sum + stepsBetween(from, to), 0),
  }
}
