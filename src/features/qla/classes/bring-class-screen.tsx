import { useState } from 'react'
import { assesses } from '../../../domain/access/assessment.ts'
import { type PupilRow, pupilsTable } from '../../../domain/qla/tables.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { useDoing } from '../../../ui/use-doing.ts'
import { years } from '../papers/years.ts'
import { paths, useText } from '../paths.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { count } from '../words.ts'
import { type ForBlanks, useBringPupils } from './bring-pupils.ts'

const back = { to: paths.classes, label: 'Classes' }

/** A class list from the school's information system; whoever is known already is brought up to date. */
export default function BringClassScreen() {
  const { me, readOnly } = useDesk()
  const urn = useText('urn')
  const { year } = useMySchools()
  const schoolOf = useSchoolNames()
  const bring = useBringPupils(urn, year)
  const [brought, setBrought] = useState<number | null>(null)
  const { doing, run } = useDoing()
  if (!assesses(me, urn) || readOnly)
    return (
      <Page title="Bring in pupils" back={back}>
        <EmptyState
          title="You cannot bring pupils in here"
          action={<LinkButton to={paths.classes}>See the classes</LinkButton>}
        >
          <p>Those who teach and lead at the school can.</p>
        </EmptyState>
      </Page>
    )
  const take = async (rows: readonly PupilRow[], blanks: ForBlanks) => {
    if (await run(() => bring(rows, blanks))) setBrought(rows.length)
  }
  return (
    <Page
      title="Bring in pupils"
      lead={`${schoolOf(urn)}, ${year}. A row for each pupil. Nothing changes before you have seen it.`}
      back={back}
    >
      {doing === 'under way' ? <Notice tone="info" title="Bringing the pupils in" /> : null}
      {doing === 'failed' ? (
        <Notice tone="stuck" title="Not every pupil was brought in">
          The storage of this device does not answer. The table is still here: press the button
          again, and nobody is added twice. If that does not help, close other windows of Corridor.
        </Notice>
      ) : null}
      {brought === null ? (
        <ListImport onBring={take} />
      ) : (
        <Notice
          tone="ok"
          title={`${count(brought, 'pupil', 'pupils')} brought in`}
          action={<LinkButton to={paths.classes}>See the classes</LinkButton>}
        >
          Pupils who were in a class already were brought up to date, not added again.
        </Notice>
      )}
    </Page>
  )
}

interface ListImportProps {
  onBring: (rows: readonly PupilRow[], blanks: ForBlanks) => Promise<void>
}

function ListImport({ onBring }: ListImportProps) {
  const [className, setClassName] = useState('')
  const [yearGroup, setYearGroup] = useState<string | null>(null)
  const named = className.trim() !== ''
  const blanks = { className: className.trim(), yearGroup: Number(yearGroup ?? 0) }
  return (
    <TableImport
      job={pupilsTable}
      one="pupil"
      many="pupils"
      paste
      hint="CSV or Excel, with columns Local ID, First name, Surname, Year group, Class, PPG, SEN, EAL and Prior attainment. Only Local ID is needed; leave out whatever the analysis does not need. Who was absent is said beside the marks."
      pick={(rows) => rows.filter((row) => row.className !== '' || named)}
      onBring={(rows) => void onBring(rows, blanks)}
    >
      {(rows) =>
        rows.some((row) => row.className === '' || row.yearGroup === null) ? (
          <>
            <TextLine
              label="Class, for rows that do not say it"
              short
              value={className}
              error={
                !named && rows.some((row) => row.className === '')
                  ? 'Give the class a name: these rows do not say which they are in.'
                  : undefined
              }
              onChange={(text) => setClassName(text.slice(0, 60))}
            />
            <PickOne
              label="Year group, for rows that do not say it"
              options={years}
              value={yearGroup}
              onChange={setYearGroup}
            />
          </>
        ) : null
      }
    </TableImport>
  )
}
