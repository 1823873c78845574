import type { Missing } from '../../../domain/qla/gate.ts'
import type { Waivable } from '../../../domain/qla/follow-up.ts'
import { type SittingAddress, paths } from '../paths.ts'
import { sayCount, sayList } from '../analysis/words.ts'

interface Need {
  readonly text: string
  /** Where it is put right; left out where it is put right on the paper itself. */
  readonly to?: string
  readonly label?: string
}

/** What is missing in words, with where it is put right. */
export function sayMissing(
  missing: Missing,
  at: SittingAddress,
  areaName: (id: string) => string,
): Need {
  const marks = { to: paths.enter(at), label: 'Go to the marks' }
  const decide = { to: paths.decide(at), label: 'Go to Decide' }
  const retest = { to: paths.retest(at), label: 'Go to the retest' }
  switch (missing.what) {
    case 'nobody-sat':
      return { text: 'Nobody is down as having sat the paper.', ...marks }
    case 'status':
      return {
        text: `Two devices say differently whether ${sayCount(missing.pupils, 'pupil')} sat it.`,
        ...marks,
      }
    case 'marks':
      return {
        text: `${sayCount(missing.cells, 'mark')} of ${sayCount(missing.pupils, 'pupil')} not typed yet.`,
        ...marks,
      }
    case 'clashes':
      return {
        text: `${sayCount(missing.cells, 'mark')} typed differently: pick which holds.`,
        ...marks,
      }
    case 'boundaries':
      return {
        text: 'No grade boundaries that the Assistant Principal for achievement has checked.',
        to: '/qla/papers',
        label: 'Go to the papers',
      }
    case 'validity':
      return {
        text: 'The paper does not mix enough of earlier years, or not half at expected.',
        to: '/qla/papers',
        label: 'Go to the papers',
      }
    case 'areas':
      return { text: 'No area is chosen to teach again.', ...decide }
    case 'reteach':
      return {
        text: `Not taught again yet: ${sayList(missing.areas.map(areaName))}. Give the day and who taught it.`,
        ...decide,
      }
    case 'retest':
      return { text: 'There is no retest with a day yet.', ...retest }
    case 'retest-marks':
      return {
        text: `${sayCount(missing.cells, 'mark')} of the retest not typed yet, and nobody has said that the last is in.`,
        ...retest,
      }
    case 'retest-clashes':
      return {
        text: `${sayCount(missing.cells, 'retest mark')} typed differently: pick which holds.`,
        ...retest,
      }
  }
}

export const waivable: readonly { readonly value: Waivable; readonly label: string }[] = [
  { value: 'reteach', label: 'Go on without a reteach' },
  { value: 'retest', label: 'Go on without a retest' },
  { value: 'validity', label: 'Use this paper as it is' },
]
