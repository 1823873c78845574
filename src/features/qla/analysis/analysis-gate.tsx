import type { ReactNode } from 'react'
import { LinkButton } from '../../../ui/button.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { paths } from './paths.ts'
import { type AnalysisHere, useAnalysis } from './use-analysis.ts'

const back = { to: paths.list, label: 'Question analysis' }

const toList = (
  <LinkButton tone="primary" to={paths.list}>
    See the papers sat
  </LinkButton>
)

/** The sitting of the address, or words for why it is not here. */
export function AnalysisGate({ children }: { children: (here: AnalysisHere) => ReactNode }) {
  const found = useAnalysis()
  if (found.kind === 'here') return <>{children(found.here)}</>
  if (found.kind === 'opening') return <LoadingState label="Opening the paper" />
  if (found.kind === 'not-open')
    return (
      <Page title="Not open to you" back={back}>
        <EmptyState icon={IconLock} title="This paper is not open to you" action={toList}>
          <p>Marks stay with the teachers and leaders of the school whose pupils sat it.</p>
        </EmptyState>
      </Page>
    )
  return (
    <Page title="Paper" back={back}>
      <EmptyState title="This paper is not on this device" action={toList}>
        <p>It comes when this device and the one it was begun on have had signal.</p>
      </EmptyState>
    </Page>
  )
}

/** Records that a newer app wrote are kept, and said to be. */
export function NewerParts({ here }: { here: AnalysisHere }) {
  return here.unreadable > 0 ? (
    <Notice tone="warn" live={false} title="Some of this paper needs the new version of Corridor">
      It is kept. Load the new version here to see it.
    </Notice>
  ) : null
}
