import { useState } from 'react'
import { sayItem } from '../../../domain/qla/paper.ts'
import { marksJob, type PupilMarks } from '../../../domain/qla/marks-table.ts'
import { componentRecord, lateKey } from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { useBringMarks } from '../../../store/use-bring-marks.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { type LiveMarks, useBoard, useMarks } from '../../../store/use-marks.ts'
import { paths } from '../paths.ts'
import { SittingGate } from '../sittings/sitting-gate.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { count, sayPupil } from '../words.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'

/** Marks and totals from a spreadsheet into a paper that was begun: seen first, and nothing is overwritten. */
export default function BringMarksScreen() {
  return <SittingGate>{(here) => <BringMarks key={here.name} here={here} />}</SittingGate>
}

function BringMarks({ here }: { here: SittingHere }) {
  const live = useMarks(here.name)
  useBoard(live.marks)
  const [brought, setBrought] = useState<readonly Arrival[] | null>(null)
  const bring = useBring(here)
  if (!live.ready) return <LoadingState label="Opening the marks" />
  const take = (rows: readonly PupilMarks[]) => {
    const arrivals = arrivalsOf(rows, live.marks)
    void bring(arrivals).then(() => setBrought(arrivals))
  }
  return (
    <Page
      title="Bring in marks"
      lead={`${here.sitting.paperName}, ${here.sitting.className}. A row for each pupil, a column for each question.`}
      back={{ to: paths.sitting(here.at), label: here.sitting.paperName }}
    >
      {here.writes ? null : (
        <Notice tone="warn" live={false} title="You cannot bring marks in here">
          Those who teach the class or were asked to mark can.
        </Notice>
      )}
      {brought === null ? null : <Brought here={here} arrivals={brought} />}
      {here.writes && brought === null ? (
        <MarksImport here={here} live={live} onBring={take} />
      ) : null}
    </Page>
  )
}

interface MarksImportProps {
  here: SittingHere
  live: LiveMarks
  onBring: (rows: readonly PupilMarks[]) => void
}

function MarksImport({ here, live, onBring }: MarksImportProps) {
  const { pupils, items, components } = here
  return (
    <TableImport
      job={(rows) => marksJob(rows, { pupils, items, components })}
      one="pupil"
      many="pupils"
      paste
      foldMap
      hint="CSV or Excel. One column holds the school’s own number of the pupil, each other a question: Q1, 2a, Question 12b. A dot is left blank; an empty cell is not marked yet. Totals of another paper stand in a column headed with its marks: Paper 2 of 35."
      pick={(rows) => rows.filter(({ marks, totals }) => marks.length + totals.length > 0)}
      onBring={onBring}
    >
      {(rows) => <BeforeBringing here={here} arrivals={arrivalsOf(rows, live.marks)} />}
    </TableImport>
  )
}

const SHOWN = 12
const countOf = (arrivals: readonly Arrival[], meeting: Arrival['meets']): number =>
  arrivals.filter((one) => one.meets === meeting).length

/** "RP6-03 Tilly Spoon, question 12b: 1 here, 2 in the table" */
function sayArrival({ pupil, item, typed, value }: Arrival, here: SittingHere): string {
  const who = here.pupils.find(({ key }) => key === pupil)
  const question = here.items.find(({ key }) => key === item)
  const paper = here.components.find(({ key }) => key === item)
  const what = question ? `question ${sayItem(question)}` : (paper?.name ?? 'another paper')
  const there = typed.map((mark) => mark.value).join(' and ')
  return `${who ? sayPupil(who) : 'A pupil'}, ${what}: ${there} here, ${value} in the table`
}

/** What would happen, before anything does. */
function BeforeBringing({ here, arrivals }: { here: SittingHere; arrivals: readonly Arrival[] }) {
  if (arrivals.length === 0) return null
  const differing = arrivals.filter((one) => one.meets === 'another')
  const added = new Set(arrivals.flatMap(({ newPaper }) => (newPaper ? [newPaper.name] : [])))
  return (
    <>
      <p>
        {count(countOf(arrivals, 'nothing'), 'mark is new', 'marks are new')},{' '}
        {count(countOf(arrivals, 'the same'), 'is here already', 'are here already')}.
      </p>
      {added.size > 0 ? <p>Added to this test, by their totals: {[...added].join(', ')}.</p> : null}
      {differing.length > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title={`${count(differing.length, 'mark differs', 'marks differ')} from what is here`}
        >
          Both are kept, and neither counts until you pick under Enter marks.
          <ul>
            {differing.slice(0, SHOWN).map((one) => (
              <li key={`${one.pupil} ${one.item}`}>{sayArrival(one, here)}</li>
            ))}
          </ul>
          {differing.length > SHOWN ? `And ${differing.length - SHOWN} more.` : null}
        </Notice>
      ) : null}
    </>
  )
}

function Brought({ here, arrivals }: { here: SittingHere; arrivals: readonly Arrival[] }) {
  const differing = countOf(arrivals, 'another')
  const written = arrivals.length - countOf(arrivals, 'the same')
  return (
    <Notice
      tone={differing > 0 ? 'warn' : 'ok'}
      title={`${count(written, 'mark', 'marks')} brought in`}
      action={<LinkButton to={paths.enter(here.at)}>See the marks</LinkButton>}
    >
      {differing > 0
        ? `${count(differing, 'differs', 'differ')} from what was here: look at the papers and pick.`
        : 'Marks that were here already stayed as they were.'}
    </Notice>
  )
}

/** Writes what is not here yet: new papers of the test first, then every mark that is not there. */
function useBring(here: SittingHere) {
  const { me, now, newId } = useDesk()
  const bringMarks = useBringMarks(here.name)
  return async (arrivals: readonly Arrival[]) => {
    const keys = new Map<string, string>()
    let n = Math.max(-1, ...here.components.map((one) => one.n))
    for (const { item, newPaper } of arrivals) {
      if (!newPaper || keys.has(item)) continue
      const { name, max } = newPaper
      const key = lateKey(newId())
      const stamp = { by: me.person, madeAt: now() }
      here.document.create(componentRecord, { key, n: ++n, name, max, ...stamp })
      keys.set(item, key)
    }
    const marks = arrivals.flatMap(({ pupil, item, value, meets }) =>
      meets === 'the same' ? [] : [{ place: { pupil, item: keys.get(item) ?? item }, value }],
    )
    await bringMarks(marks)
  }
}
