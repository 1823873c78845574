import { ratingAt } from './ratings.ts'
import {
  type Pick,
  type Rating,
  RATINGS,
  type Room,
  type Seen,
  type Strand,
  STRANDS,
  type WalkPrompt,
} from './walk.ts'
import { type PupilQuestion, tallyOf } from './pupils.ts'

/** What one strand says of a prompt: how many places have which rating. */
export interface Cell {
  readonly strand: Strand
  readonly counts: Readonly<Record<Rating, number>>
  /** Places with ratings that nobody has picked between. */
  readonly open: number
  /** Pupils who said yes and no to its questions; null outside pupils' voice. */
  readonly tally: { readonly yes: number; readonly no: number } | null
  /** What holds for most places; null where nothing is there or two are level. */
  readonly says: Rating | null
}

/** one: a single strand speaks. agree: all that speak say the same. differ: they do not. */
export type RowSays = 'nothing' | 'one' | 'agree' | 'differ'

export interface GridRow {
  readonly prompt: WalkPrompt
  readonly cells: readonly Cell[]
  readonly gaps: readonly Strand[]
  readonly says: RowSays
}

export interface GridFacts {
  readonly prompts: readonly WalkPrompt[]
  readonly rooms: readonly Room[]
  readonly seen: readonly Seen[]
  readonly picks: readonly Pick[]
  readonly questions: readonly PupilQuestion[]
}

/** One row a prompt, one cell a strand: where lessons, books, pupils and data agree, and where nobody looked. */
export const gridOf = (facts: GridFacts): GridRow[] =>
  facts.prompts.map((prompt) => {
    const cells = STRANDS.map((strand) => cellOf(facts, prompt.id, strand))
    const gaps = cells.filter(isEmpty).map(({ strand }) => strand)
    return { prompt, cells, gaps, says: rowSays(cells.filter(isRated)) }
  })

function rowSays(rated: readonly Cell[]): RowSays {
  if (rated.length === 0) return 'nothing'
  const level = rated.some(({ says }) => says === null)
  if (level || new Set(rated.map(({ says }) => says)).size > 1) return 'differ'
  return rated.length === 1 ? 'one' : 'agree'
}

const isRated = ({ counts, open }: Cell): boolean =>
  open > 0 || RATINGS.some((rating) => counts[rating] > 0)

const isEmpty = (cell: Cell): boolean =>
  !isRated(cell) && (cell.tally === null || cell.tally.yes + cell.tally.no === 0)

function cellOf(facts: GridFacts, prompt: string, strand: Strand): Cell {
  const places = strand === 'lessons' ? facts.rooms.map(({ id }) => id) : ['']
  const here = places.map((room) => ratingAt(facts.seen, facts.picks, { strand, room, prompt }))
  const counts = { not_seen: 0, emerging: 0, secure: 0 }
  for (const { holds } of here) if (holds !== null) counts[holds]++
  const open = here.filter(({ differs }) => differs).length
  const tally = strand === 'pupils' ? pupilsSaid(facts.questions, prompt) : null
  return { strand, counts, open, tally, says: mostOf(counts, open) }
}

function pupilsSaid(questions: readonly PupilQuestion[], prompt: string) {
  const counted = questions
    .filter((question) => question.prompt === prompt && question.removedAt === null)
    .flatMap((question) => tallyOf(question) ?? [])
  return counted.reduce((sum, { yes, no }) => ({ yes: sum.yes + yes, no: sum.no + no }), {
    yes: 0,
    no: 0,
  })
}

function mostOf(counts: Readonly<Record<Rating, number>>, open: number): Rating | null {
  const most = Math.max(...RATINGS.map((rating) => counts[rating]))
  const first = RATINGS.filter((rating) => counts[rating] === most)
  return most > 0 && open === 0 && first.length === 1 ? (first[0] ?? null) : null
}
