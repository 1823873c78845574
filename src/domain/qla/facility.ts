import { type Grid, satPlaces } from './grid.ts'

/** Marks gained on some questions, of what could be gained. */
export interface Facility {
  readonly gained: number
  readonly available: number
  /** 0 to 1; null while nothing is marked. */
  readonly facility: number | null
  /** Pupils with a mark on any of them. */
  readonly n: number
  /** Answers left out, and answers marked: their share is the omitted rate. */
  readonly omitted: number
  readonly answers: number
}

/**
 * Facility of some questions: of those who sat the paper and are marked. A question left out is 0 marks
 * and counted as omitted; one not marked yet is in neither sum (HC02, C48).
 * @param items places of the questions
 * @param pupils places of pupils; those who did not sit it are left out in any case
 */
export function facilityOf(
  grid: Grid,
  items: readonly number[],
  pupils = satPlaces(grid),
): Facility {
  let [gained, available, omitted, answers, n] = [0, 0, 0, 0, 0]
  for (const pupil of pupils) {
    if (grid.pupils[pupil]?.status !== 'sat') continue
    const before = answers
    for (const item of items) {
      const cell = grid.cell(pupil, item)
      if (cell.value === null) continue
      gained += cell.value
      available += grid.items[item]?.max ?? 0
      answers++
      if (cell.omitted) omitted++
    }
    if (answers > before) n++
  }
  return {
    gained,
    available,
    facility: available === 0 ? null : gained / available,
    n,
    omitted,
    answers,
  }
}

/** Facility of each question, in the order of the paper. */
export const itemFacilities = (grid: Grid, pupils?: readonly number[]): Facility[] =>
  grid.items.map((_, item) => facilityOf(grid, [item], pupils ? [...pupils] : undefined))

export const omittedRate = ({ omitted, answers }: Facility): number | null =>
  answers === 0 ? null : omitted / answers
