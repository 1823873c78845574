import type { ScrFix, ScrRow, SpotCheck } from '../../domain/checks/scr.ts'
import { scrPaper } from '../../domain/checks/scr-paper.ts'
import { useDesk } from '../../store/react.tsx'
import { PdfButton } from '../../ui/pdf/pdf-button.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import { usePersonName } from './use-scr.ts'
import { checkNames, errorNames, groupNames } from './words.ts'

interface SavePaperProps {
  check: SpotCheck
  rows: readonly ScrRow[]
  fixes: readonly ScrFix[]
  school: string
}

/** The list of errors for the school, on paper. */
export function SavePaper({ check, rows, fixes, school }: SavePaperProps) {
  const { me, now } = useDesk()
  const nameOf = usePersonName()
  const sheet = () =>
    scrPaper({
      school,
      day: sayUkDate(check.date) ?? check.date,
      check,
      rows,
      fixes,
      sayError: ({ row, column, kind }) => [
        row.ref,
        groupNames[row.group],
        checkNames[column],
        errorNames[kind],
      ],
      made: `Made by ${nameOf(me.person)}, ${sayTime(now(), 'moment')}`,
    })
  return (
    <PdfButton
      label="Save as PDF"
      name={`single-central-record-${check.date}.pdf`}
      sheet={sheet}
      now={now}
    />
  )
}
