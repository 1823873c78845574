import type { Agreement } from '../../../domain/peer-review/agreement.ts'
import type { Point } from '../../../domain/peer-review/answers.ts'
import type { EvidenceFlag } from '../../../domain/peer-review/evidence.ts'

export const pointWords: Record<
  Point['kind'],
  { readonly one: string; readonly many: string; readonly add: string; readonly hint: string }
> = {
  strength: {
    one: 'Strength',
    many: 'Strengths',
    add: 'Add a strength',
    hint: 'What the evidence shows is going well.',
  },
  explore: {
    one: 'Area to explore',
    many: 'Areas to explore',
    add: 'Add an area to explore',
    hint: 'What the school may want to look into; what to do about it is the school’s.',
  },
  differ: {
    one: 'Two views',
    many: 'We differ',
    add: 'We differ on something',
    hint: 'Two views that the evidence allows. Both are kept.',
  },
}

export const evidenceFlagWords: Record<EvidenceFlag, string> = {
  nothing: 'Nothing in support yet',
  'one-reviewer': 'One reviewer only',
  'one-kind': 'One kind of source only',
}

/** "Agreed by 4 of 6". */
export const sayAgreed = ({ agreed, missing }: Agreement): string =>
  `Agreed by ${agreed.length} of ${agreed.length + missing.length}`

/** One thing that notes can be put behind. */
export interface Target {
  /** Record id of the question or the point. */
  readonly id: string
  /** "the answer", "strength 2": goes on after "behind". */
  readonly label: string
}

/** The answer and its points, as people call them. */
export function targetsOf(question: string, points: readonly Point[]): Target[] {
  const numbered = points.map((point) => {
    const n = points.filter(({ kind }) => kind === point.kind).indexOf(point) + 1
    const name =
      point.kind === 'differ' ? 'our two views' : pointWords[point.kind].one.toLowerCase()
    return { id: point.id, label: `${name} ${n}` }
  })
  return [{ id: question, label: 'the answer' }, ...numbered]
}
