import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import {
  type RoleGroup,
  rowsOf,
  type ScrFix,
  scrFixRecord,
  type ScrRow,
  scrRowRecord,
  type SpotCheck,
  spotCheckRecord,
} from '../../domain/checks/scr.ts'
import { finishNeeds } from '../../domain/checks/scr-errors.ts'
import { resultOf, sayResult, scrResultRecord } from '../../domain/checks/scr-result.ts'
import { peopleOf } from '../../domain/checks/scr-sample.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { AddRow } from './add-row.tsx'
import { ErrorsPart } from './errors-part.tsx'
import { Grid } from './grid.tsx'
import { SavePaper } from './save-paper.tsx'
import { NotOpen } from './not-open.tsx'
import { type ScrHere, useSchoolName, useScrDocument } from './use-scr.ts'
import { companions } from './words.ts'

export default function ScrCheckScreen() {
  const here = useScrDocument()
  return here ? <Opened key={here.name} {...here} /> : <NotOpen />
}

function Opened({ of, name, resultName, writes }: ScrHere) {
  const { check: id = '' } = useParams({ strict: false })
  const document = useDocument(name)
  const results = useDocument(resultName)
  const nameOf = useSchoolName()
  if (!document.ready || !results.ready) return <LoadingState label="Opening the spot check" />
  const check = document.all(spotCheckRecord).rows.find((one) => one.id === id)
  if (!check || check.removedAt !== null) return <NotOpen />
  return (
    <Check
      key={id}
      check={check}
      school={nameOf(of.urn)}
      document={document}
      results={results}
      writes={writes && !document.readOnly}
    />
  )
}

interface CheckProps {
  check: SpotCheck
  school: string
  document: LiveDocument
  /** The document of those who see only the result. */
  results: LiveDocument
  writes: boolean
}

function Check({ check, school, document, results, writes }: CheckProps) {
  const { rows: allRows, unreadable } = document.all(scrRowRecord)
  const rows = rowsOf(allRows, check.id)
  const fixes = document.all(scrFixRecord).rows
  const changed = useResult(check, rows, fixes, results)
  const finished = check.finishedAt !== null
  const people = peopleOf(check.people)
  const companion = companions.find(({ value }) => value === check.companion)?.label
  const lead = [
    `${school}, ${sayUkDate(check.date) ?? check.date}.`,
    people === 0 ? '' : `${check.drawn} of ${people} at random, at least one of each group.`,
    companion === undefined ? '' : `Sitting with: ${companion}.`,
  ]
  return (
    <Page
      title="Spot check"
      lead={lead.filter((part) => part !== '').join(' ')}
      back={{ to: '/checks/scr', label: 'Single central record' }}
      width="full"
    >
      <Notice tone="info" live={false} title="Row numbers, answers and dates only">
        Nothing else of a person is kept here: no name, no certificate number, no picture of the
        page.
      </Notice>
      {unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some rows need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      {finished ? (
        <Section title="Result">
          {sayResult(resultOf(check, rows, fixes)).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <SavePaper check={check} rows={rows} fixes={fixes} school={school} />
        </Section>
      ) : null}
      {writes && !finished ? <Fill check={check} rows={rows} document={document} /> : null}
      <ErrorsPart
        check={check}
        rows={rows}
        fixes={fixes}
        document={document}
        writes={writes}
        onChanged={changed}
      />
      {writes ? <Finish check={check} rows={rows} document={document} onChanged={changed} /> : null}
    </Page>
  )
}

function Fill({
  check,
  rows,
  document,
}: Pick<CheckProps, 'check' | 'document'> & { rows: ScrRow[] }) {
  const { me, now } = useDesk()
  const add = (ref: string, group: RoleGroup) =>
    document.create(scrRowRecord, { check: check.id, ref, group, by: me.person, madeAt: now() })
  return (
    <>
      <Section title="Rows of the sample">
        <Grid
          rows={rows}
          date={check.date}
          onWrite={(row, fields) => document.change(scrRowRecord, row.id, fields)}
          onRemove={(row) => document.change(scrRowRecord, row.id, { removedAt: now() })}
        />
      </Section>
      <AddRow taken={rows.map(({ ref }) => ref)} onAdd={add} />
    </>
  )
}

interface FinishProps extends Pick<CheckProps, 'check' | 'document'> {
  rows: readonly ScrRow[]
  onChanged: () => void
}

function Finish({ check, rows, document, onChanged }: FinishProps) {
  const { now } = useDesk()
  const [tried, setTried] = useState(false)
  const needs = finishNeeds(rows)
  const set = (finishedAt: number | null) => {
    document.change(spotCheckRecord, check.id, { finishedAt })
    setTried(false)
    onChanged()
  }
  if (check.finishedAt !== null)
    return <Button onClick={() => set(null)}>Open the rows again</Button>
  return (
    <>
      {tried && needs.length > 0 ? (
        <Notice tone="stuck" title="Not finished yet">
          <ul>
            {needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Button tone="primary" onClick={() => (needs.length > 0 ? setTried(true) : set(now()))}>
        Finish the check
      </Button>
    </>
  )
}

/**
 * Writes the counts for those who see only the result, after something of it has changed here.
 * @returns says that it has
 */
function useResult(
  check: SpotCheck,
  rows: readonly ScrRow[],
  fixes: readonly ScrFix[],
  results: LiveDocument,
): () => void {
  const { me, now } = useDesk()
  const due = useRef(false)
  useEffect(() => {
    if (!due.current || check.finishedAt === null) return
    due.current = false
    const counts = { ...resultOf(check, rows, fixes), by: me.person, madeAt: now() }
    const written = results.all(scrResultRecord).rows.find((one) => one.check === check.id)
    if (written) results.change(scrResultRecord, written.id, counts)
    else results.create(scrResultRecord, counts)
  })
  return () => {
    due.current = true
  }
}
