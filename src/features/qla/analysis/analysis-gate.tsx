import type { ReactNode } from 'react'
import { Notice } from '../../../ui/notice.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { SittingGate } from '../sittings/sitting-gate.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { type AnalysisHere, useAnalysis } from './use-analysis.ts'

interface AnalysisGateProps {
  children: (here: AnalysisHere) => ReactNode
}

/** The sitting of the address with its marks, or words for why it is not here. */
export function AnalysisGate({ children }: AnalysisGateProps) {
  return (
    <SittingGate>
      {(here) => (
        <WithMarks key={here.name} sitting={here}>
          {children}
        </WithMarks>
      )}
    </SittingGate>
  )
}

function WithMarks({ sitting, children }: AnalysisGateProps & { sitting: SittingHere }) {
  const here = useAnalysis(sitting)
  return here ? <>{children(here)}</> : <LoadingState label="Opening the marks" />
}

/** Records that a newer app wrote are kept, and said to be. */
export function NewerParts({ here }: { here: AnalysisHere }) {
  return here.unreadable > 0 ? (
    <Notice tone="warn" live={false} title="Some of this paper needs the new version of Corridor">
      It is kept. Load the new version here to see it.
    </Notice>
  ) : null
}
