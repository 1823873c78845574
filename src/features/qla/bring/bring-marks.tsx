import { marksJob, type MarksOf, type PupilMarks } from '../../../domain/qla/marks-table.ts'
import { useStorePart } from '../../../store/react.tsx'
import { useBoard, useMarks } from '../../../store/use-marks.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { count } from '../words.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'
import { BeforeBringing, countOf } from './before-bringing.tsx'
import type { Into } from './into.ts'
import { useBring } from './use-bring.ts'

interface BringMarksProps {
  here: SittingHere
  into: Into
  /** Of a retest: the cells that it opens. */
  opens?: NonNullable<MarksOf['opens']>
}

/** Marks from a spreadsheet: seen first, nothing is overwritten, and done is only what is on this device. */
export function BringMarks({ here, into, opens }: BringMarksProps) {
  const live = useMarks(here.name)
  const board = live[into.of]
  useBoard(board)
  const { bringing, bring } = useBring(here, into.of)
  if (!live.ready) return <LoadingState label="Opening the marks" />
  const { pupils, items, components, sitting } = here
  const of: MarksOf = { pupils, items, components, ...(opens && { opens }) }
  const keeping = bringing.at === 'keeping'
  /** While they are being kept they lie in the marks already: what is shown is what was pressed. */
  const arrivals = (rows: readonly PupilMarks[]) =>
    keeping ? bringing.arrivals : arrivalsOf(rows, board)
  return (
    <Page
      title={into.title}
      lead={`${sitting.paperName}, ${sitting.className}. A row for each pupil, a column for each question.`}
      back={{ label: sitting.paperName, ...into.back(here.at) }}
    >
      {here.writes ? null : (
        <Notice tone="warn" live={false} title="You cannot bring marks in here">
          Those who teach the class or were asked to mark can.
        </Notice>
      )}
      {bringing.at === 'brought' ? (
        <Brought here={here} into={into} arrivals={bringing.arrivals} />
      ) : null}
      {here.writes && bringing.at !== 'brought' ? (
        <TableImport
          job={(rows) => marksJob(rows, of)}
          one="pupil"
          many="pupils"
          paste
          foldMap
          hint={into.hint}
          pick={(rows) => rows.filter(({ marks, totals }) => marks.length + totals.length > 0)}
          busy={keeping}
          onBring={(rows) => void bring(arrivals(rows))}
        >
          {(rows) => (
            <BeforeBringing
              here={here}
              into={into}
              arrivals={arrivals(rows)}
              notAsked={rows.flatMap(({ pupil, notAsked }) =>
                notAsked.map((mark) => ({ pupil, ...mark })),
              )}
            />
          )}
        </TableImport>
      ) : null}
      {keeping ? <Keeping arrivals={bringing.arrivals} /> : null}
      {bringing.at === 'failed' ? (
        <Notice tone="stuck" title="No mark was brought in">
          The storage of this device does not answer. The table is still here: press the button
          again. If that does not help, close other windows of Corridor and try once more.
        </Notice>
      ) : null}
    </Page>
  )
}

/** Until it is over: what is waited for, and what to do while the device cannot keep anything. */
function Keeping({ arrivals }: { arrivals: readonly Arrival[] }) {
  const trouble = useStorePart('trouble')
  const marks = count(arrivals.length - countOf(arrivals, 'the same'), 'mark', 'marks')
  if (trouble === null) return <Notice tone="info" title={`Keeping ${marks} on this device`} />
  return (
    <Notice tone="warn" title={`${marks} not kept on this device yet`}>
      {trouble === 'disk-full'
        ? 'The device is full: delete photos or apps that are not needed. '
        : 'The storage of this device does not answer. '}
      Leave this page open: nothing is lost while it is, and it is tried again by itself.
    </Notice>
  )
}

interface BroughtProps {
  here: SittingHere
  into: Into
  arrivals: readonly Arrival[]
}

function Brought({ here, into, arrivals }: BroughtProps) {
  const differing = countOf(arrivals, 'another')
  const written = arrivals.length - countOf(arrivals, 'the same')
  return (
    <Notice
      tone={differing > 0 ? 'warn' : 'ok'}
      title={`${count(written, 'mark', 'marks')} brought in`}
      action={<LinkButton to={into.marksAt(here.at)}>See the marks</LinkButton>}
    >
      {differing > 0
        ? `${count(differing, 'differs', 'differ')} from what was here: look at the papers and pick.`
        : 'Marks that were here already stayed as they were.'}
    </Notice>
  )
}
