import type { NumberSetting } from '../../../domain/qla/settings.ts'

interface Meaning {
  readonly label: string
  /** What it changes, for somebody who has never seen it. */
  readonly hint: string
}

export const meanings: Readonly<Record<NumberSetting, Meaning>> = {
  minGroup: {
    label: 'Fewest pupils of a group',
    hint: 'Smaller groups are masked in whatever leaves the school: counts for the trust and files that are saved from them. Never under 6.',
  },
  fewMarks: {
    label: 'Fewest marks to say something',
    hint: 'Where all pupils together could gain fewer marks than this, a share is greyed: too few marks to say.',
  },
  focusBelow: {
    label: 'Common weak area below, in %',
    hint: 'An area is offered for reteaching when the class gained less than this share of its marks.',
  },
  tolerance: {
    label: 'Tolerance between current and projected, in grades',
    hint: 'A projected grade further from the current one needs further evidence.',
  },
  wellBelow: {
    label: 'Well below target, in grades',
    hint: 'Pupils this many grades or more under their target are listed for intervention, and for the RAP meeting in several subjects.',
  },
  nearBand: {
    label: 'Near the boundary, in % of all marks',
    hint: 'Pupils this close to the standard, below it or above, are named with the grades: a little more would move them.',
  },
  dropCap: {
    label: 'Data drops in a year',
    hint: 'Grades go to the mark book at no more assessment points than this.',
  },
}

export const retestRules = [
  { value: 'replace', label: 'The retest mark, whatever it is' },
  { value: 'best', label: 'The better of the two' },
] as const

export const validityBases = [
  { value: 'marks', label: 'By marks' },
  { value: 'aos', label: 'By objectives' },
] as const
