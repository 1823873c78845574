import { Notice } from '../../../ui/notice.tsx'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { BoundariesHere } from '../sittings/boundaries-here.tsx'

/** Boundaries that this sitting is graded by, and whether they are of as many marks as it has. */
export function BoundariesPart({ here, outOf }: { here: AnalysisHere; outOf: number }) {
  const { boundaries: used } = here
  return (
    <>
      <BoundariesHere here={here} />
      {used && used.outOf !== outOf ? (
        <Notice tone="warn" live={false} title={`The boundaries are of ${used.outOf} marks`}>
          This sitting has papers of {outOf} marks together. Add the missing paper’s totals, or use
          boundaries of {outOf} marks.
        </Notice>
      ) : null}
    </>
  )
}
