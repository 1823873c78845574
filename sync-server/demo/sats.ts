import type { Threshold } from '../../src/domain/qla/boundaries.ts'
import type { Scale } from '../../src/domain/qla/scales.ts'
import { ARITHMETIC, type DemoItem, SCIENCE } from './papers.ts'
import { type DemoPupil, YEAR_6, YEAR_8 } from './pupils.ts'

/** A paper, its boundaries, and the class that sat it. */
export interface Sat {
  /** Last part of the document's name; what stands before the last hyphen names the class. */
  readonly sitting: string
  readonly school: string
  readonly teacher: string
  /** Who put the paper into the library, and who checked its boundaries. */
  readonly keeper: string
  readonly checker: string
  readonly className: string
  readonly yearGroup: number
  readonly prefix: string
  readonly paper: {
    readonly name: string
    readonly subject: string
    readonly stage: string
    readonly year: string
  }
  readonly spiral: boolean
  readonly items: readonly DemoItem[]
  readonly pupils: readonly DemoPupil[]
  /** Places of pupils who did not sit it. */
  readonly statuses: Readonly<Record<number, 'absent' | 'working_below'>>
  readonly components: readonly { readonly name: string; readonly max: number }[]
  readonly scale: Scale
  readonly outOf: number
  readonly thresholds: readonly Threshold[]
}

export const SATS: readonly Sat[] = [
  {
    sitting: 'year-6-arithmetic',
    school: '900001',
    teacher: 'p12',
    keeper: 'p23',
    checker: 'p20',
    className: '6 Kestrels',
    yearGroup: 6,
    prefix: 'RP6-',
    paper: {
      name: 'KS2 maths 2023, Paper 1: arithmetic',
      subject: 'Maths',
      stage: 'KS2',
      year: '2023',
    },
    spiral: false,
    items: ARITHMETIC,
    pupils: YEAR_6,
    statuses: { 17: 'working_below', 22: 'absent' },
    components: [
      { name: 'Paper 2', max: 35 },
      { name: 'Paper 3', max: 35 },
    ],
    scale: 'scaled',
    outOf: 110,
    thresholds: [{ label: '100', min: 56 }],
  },
  {
    sitting: 'year-8-science',
    school: '900005',
    teacher: 'p20',
    keeper: 'p20',
    checker: 'p20',
    className: '8X/Sc2',
    yearGroup: 8,
    prefix: 'QB8-',
    paper: {
      name: 'Year 8 science, autumn spiral',
      subject: 'Science',
      stage: 'KS3',
      year: '2026',
    },
    spiral: true,
    items: SCIENCE,
    pupils: YEAR_8,
    statuses: {},
    components: [],
    scale: 'wt-gd',
    outOf: 40,
    thresholds: [
      { label: 'WT', min: 4 },
      { label: 'WT+', min: 9 },
      { label: 'EX', min: 15 },
      { label: 'EX+', min: 21 },
      { label: 'GD', min: 27 },
      { label: 'GD+', min: 33 },
    ],
  },
]
