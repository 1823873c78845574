import type { MarkValue } from '../../../domain/qla/grid.ts'

export interface SheetItem {
  readonly id: string
  /** As it stands on the paper: "33" or "1a". */
  readonly label: string
  /** Marks that the question is out of. */
  readonly max: number
}

export interface SheetPupil {
  readonly id: string
  readonly name: string
  /** Why this pupil has no marks, in words; null for one who sat the paper. */
  readonly away: string | null
}

/** The marks of a paper and a class as the screens write them, cells by their place in both lists. */
export interface Sheet {
  readonly pupils: readonly SheetPupil[]
  readonly items: readonly SheetItem[]
  /** None: not marked yet. One: settled. Several: typed twice differently, and nobody has picked. */
  at(pupil: number, item: number): readonly MarkValue[]
  /**
   * Writes a mark, or rubs it out with null.
   * @returns how to take exactly that back; null where a choice was made, which stands
   */
  write(pupil: number, item: number, mark: MarkValue | null): (() => void) | null
  /** Another number after each change of marks or lists. */
  version(): number
  /** Tells of pupils whose marks changed, by whomever. */
  watch(changed: (pupil: number) => void): () => void
}

export interface RowTotal {
  readonly sum: number
  /** Questions with one settled mark, "left blank" among them. */
  readonly marked: number
  readonly clashes: number
}

/** Marks of one pupil so far. A clash counts nothing until somebody has picked. */
export function totalOf(sheet: Sheet, pupil: number): RowTotal {
  let sum = 0
  let marked = 0
  let clashes = 0
  sheet.items.forEach((_, item) => {
    const [mark, ...others] = sheet.at(pupil, item)
    if (mark === undefined) return
    if (others.length > 0) {
      clashes++
      return
    }
    marked++
    if (mark !== '.') sum += mark
  })
  return { sum, marked, clashes }
}
