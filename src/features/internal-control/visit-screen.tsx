import {
  checksDone,
  CONTROL_CHECKS,
  controlLineRecord,
  linesOf,
} from '../../domain/internal-control.ts'
import { useDocument } from '../../store/use-document.ts'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { ControlCheckLines } from './check-lines.tsx'
import { useSchoolName, useVisit, type VisitRef } from './use-visits.ts'

export default function VisitScreen() {
  const found = useVisit()
  return found ? <Visit key={found.name} {...found} /> : <NotOpen />
}

interface VisitProps {
  visit: VisitRef
  name: string
  writes: boolean
}

/** One page for the visit: each check with what was found. */
function Visit({ visit, name, writes }: VisitProps) {
  const schoolOf = useSchoolName()
  const document = useDocument(name)
  if (!document.ready) return <LoadingState label="Opening the visit" />
  const { rows, unreadable } = document.all(controlLineRecord)
  return (
    <Page
      title="Internal control visit"
      lead={`${schoolOf(visit.urn)}, ${sayUkDate(visit.date) ?? visit.date}. ${checksDone(rows)} of ${CONTROL_CHECKS.length} checks looked at.`}
      back={{ to: '/control', label: 'Internal control visits' }}
    >
      <Notice tone="info" live={false} title="Not part of the peer review">
        The CFO and the COO write here and the school’s headteacher reads it. The review team does
        not see it, and nothing of it goes into the answers or the letter.
      </Notice>
      {unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some lines need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      {CONTROL_CHECKS.map((check) => (
        <ControlCheckLines
          key={check}
          check={check}
          lines={linesOf(rows, check)}
          document={document}
          readOnly={!writes || document.readOnly}
        />
      ))}
    </Page>
  )
}

function NotOpen() {
  return (
    <Page title="Not open to you" back={{ to: '/control', label: 'Internal control visits' }}>
      <EmptyState
        icon={IconLock}
        title="This visit is not open to you"
        action={
          <LinkButton tone="primary" to="/">
            Go to Today
          </LinkButton>
        }
      >
        <p>Only the CFO, the COO and the school’s headteacher can open it.</p>
      </EmptyState>
    </Page>
  )
}
