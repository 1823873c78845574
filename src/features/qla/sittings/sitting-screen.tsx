import type { QlaStage } from '../../../domain/qla/gate.ts'
import { latestProgress, progressRecord } from '../../../domain/qla/progress.ts'
import { useBoard, useMarks } from '../../../store/use-marks.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Step, Steps } from '../../../ui/steps.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import { count } from '../words.ts'
import { BoundariesHere } from './boundaries-here.tsx'
import { ComponentsHere } from './components-here.tsx'
import { MarkersHere } from './markers-here.tsx'
import { SittingGate } from './sitting-gate.tsx'
import { TakeAwayHere } from './take-away-here.tsx'
import type { SittingHere } from './use-sitting.ts'

/** One paper and one class: how far it is, and the next step. */
export default function SittingScreen() {
  return <SittingGate>{(here) => <OneSitting key={here.name} here={here} />}</SittingGate>
}

function OneSitting({ here }: { here: SittingHere }) {
  const live = useMarks(here.name)
  const nameOf = useNames()
  useBoard(live.marks)
  if (!live.ready) return <LoadingState label="Opening the marks" />
  const { sitting, pupils, items, at } = here
  const sat = pupils.filter(({ status }) => status === 'sat')
  const of = sat.length * items.length
  const marked = sat.reduce(
    (sum, { key }) =>
      sum + items.filter((item) => live.marks.typed(key, item.key).length > 0).length,
    0,
  )
  const all = of > 0 && marked === of
  return (
    <Page
      title={sitting.paperName}
      lead={[
        sitting.className,
        sitting.point,
        sayUkDate(sitting.on),
        sitting.teachers.map(nameOf).join(', '),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={{ to: paths.sittings, label: 'Question analysis' }}
      actions={
        <>
          {here.writes ? <LinkButton to={paths.bringMarks(at)}>Bring in marks</LinkButton> : null}
          <LinkButton tone="primary" to={all ? paths.picture(at) : paths.enter(at)}>
            {all ? 'See the picture' : 'Enter marks'}
          </LinkButton>
        </>
      }
    >
      {here.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some of this needs the new version of Corridor">
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      <Steps label="From marks to grades" steps={stepsOf(here, marked, of)} />
      <p>
        {count(pupils.length, 'pupil', 'pupils')}, {sat.length} of them sat the paper.
      </p>
      <BoundariesHere here={here} />
      <ComponentsHere here={here} />
      <MarkersHere at={at} />
      <TakeAwayHere here={here} />
    </Page>
  )
}

const ORDER = ['marks', 'picture', 'decide', 'retest', 'grades'] as const

/** Which step is the next one, by the stage that the paper had reached when it was last looked at. */
const AT: Readonly<Record<QlaStage, number>> = {
  created: 0,
  marks_in: 1,
  analysed: 2,
  retaught: 3,
  retested: 4,
  grades_updated: 4,
  grades_entered: ORDER.length,
}

function stepsOf({ at, document }: SittingHere, marked: number, of: number): Step[] {
  const progress = latestProgress(document.all(progressRecord).rows)
  // Marks are counted as they are now; what follows from them only when they are all in.
  const next = of === 0 || marked < of ? 0 : Math.max(1, AT[progress?.stage ?? 'created'])
  const number = (n: number) => n.toLocaleString('en-GB')
  const steps = {
    marks: {
      label: 'Enter marks',
      detail: `${number(marked)} of ${number(of)} marks in`,
      to: paths.enter(at),
    },
    picture: {
      label: 'Picture of the class',
      detail: 'Question by question, by area and by group',
      to: paths.picture(at),
    },
    decide: {
      label: 'Choose and teach again',
      detail: 'Three areas at most',
      to: paths.decide(at),
    },
    retest: { label: 'Test again', detail: 'Only what was missed', to: paths.retest(at) },
    grades: {
      label: 'Grades',
      detail: 'Into the mark book once nothing is missing',
      to: paths.grades(at),
    },
  }
  return ORDER.map((id, place) => ({
    id,
    ...steps[id],
    state: place < next ? 'done' : place === next ? 'current' : 'todo',
  }))
}
