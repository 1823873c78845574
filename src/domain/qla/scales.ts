/**
 * Ways of saying how well somebody did. Labels from the lowest up. They are different scales: a label
 * of one is never set beside, averaged with or taken for a label of another (C49).
 */
export const SCALES = {
  'wt-gd': { name: 'WT to GD+ (Years 7 and 8)', labels: ['WT', 'WT+', 'EX', 'EX+', 'GD', 'GD+'] },
  '9-1': { name: 'Grades 9 to 1', labels: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  'wts-gds': { name: 'WTS, EXS, GDS', labels: ['WTS', 'EXS', 'GDS'] },
  /** Scores that a national test is reported in: 100 is the expected standard, 110 the higher one. */
  scaled: { name: 'Scaled score (80 to 120)', labels: numbers(80, 120) },
  /** Scores of a test company, about a mean of 100: not the scaled 100. */
  standardised: { name: 'Standardised score (70 to 140)', labels: numbers(70, 140) },
  judgement: { name: 'Teacher judgement', labels: ['WTS', 'EXS', 'GDS'] },
} as const satisfies Record<string, { name: string; labels: readonly string[] }>

export type Scale = keyof typeof SCALES
export const SCALE_IDS = ['wt-gd', '9-1', 'wts-gds', 'scaled', 'standardised', 'judgement'] as const

function numbers(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}

export const labelsOf = (scale: Scale): readonly string[] => SCALES[scale].labels

/** What somebody gets who is below the lowest boundary of a paper. */
export const belowAll = (scale: Scale): string => (scale === '9-1' ? 'U' : 'Below')

/** A label with its scale, so that nobody can compare it with one of another (C49). */
export interface Grade {
  readonly scale: Scale
  readonly label: string
}

/** Place of a label on its scale: 0 is the lowest, -1 below all of them. */
export const placeOf = ({ scale, label }: Grade): number => labelsOf(scale).indexOf(label)

/** How many steps one grade is above another; null where they are of different scales (C49). */
export const stepsBetween = (from: Grade, to: Grade): number | null =>
  from.scale === to.scale ? placeOf(to) - placeOf(from) : null
