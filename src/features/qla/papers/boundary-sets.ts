import {
  type BoundaryFault,
  type BoundarySet,
  boundarySetOf,
} from '../../../domain/qla/boundaries.ts'
import type { BoundaryLine, BoundaryQa, BoundarySetHead } from '../../../domain/qla/paper.ts'

interface Boundaries {
  readonly sets: readonly BoundarySetHead[]
  readonly lines: readonly BoundaryLine[]
  readonly checks: readonly BoundaryQa[]
}

/** Boundary sets that grade a paper, alone or with others, as they stand and with who checked them. */
export const setsOfPaper = ({ sets, lines, checks }: Boundaries, paper: string): BoundarySet[] =>
  sets
    .filter(({ papers }) => papers.includes(paper))
    .map((head) => boundarySetOf(head, lines, checks))

export function sayFault(fault: BoundaryFault): string {
  switch (fault.kind) {
    case 'none':
      return 'There are no boundaries yet: type the fewest marks for each grade.'
    case 'unknown-label':
      return `${fault.label} is not a grade of this scale: take it out.`
    case 'twice':
      return `${fault.label} is there twice: take one out.`
    case 'too-high':
      return `${fault.label} is more than the marks there are.`
    case 'not-rising':
      return `${fault.label} needs no more marks than the grade below it.`
    case 'differs':
      return `${fault.label} was given two different marks: type the one that holds.`
  }
}
