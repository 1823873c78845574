import { useLayoutEffect, useState } from 'react'
import { useDesk } from '../../../store/react.tsx'
import { type LiveMarks, useMarks } from '../../../store/use-marks.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { useNarrow, useTouchOnly } from '../../../ui/use-narrow.ts'
import { paths } from '../paths.ts'
import { SittingGate } from '../sittings/sitting-gate.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { AllIn } from './all-in.tsx'
import { Clashes } from './clashes.tsx'
import { EnterBar, EnterWays, type View } from './enter-bar.tsx'
import styles from './enter.module.css'
import { Keypad } from './keypad.tsx'
import { MarkGrid } from './mark-grid.tsx'
import { Marking } from './marking.ts'
import { MyPart, partOf } from './my-part.tsx'
import { OpenSheet } from './open-sheet.ts'
import { Pad } from './pad.tsx'
import { PupilBar } from './pupil-bar.tsx'
import { SaidLine } from './said-line.tsx'

export default function EnterScreen() {
  return <SittingGate>{(here) => <Enter key={here.name} here={here} />}</SittingGate>
}

function Enter({ here }: { here: SittingHere }) {
  const live = useMarks(here.name)
  const { sitting, at } = here
  const back = { to: paths.sitting(at), label: sitting.paperName }
  if (!live.ready) return <LoadingState label="Opening the marks" />
  if (here.items.length === 0 || here.pupils.length === 0)
    return (
      <Page title="Enter marks" back={back}>
        <EmptyState
          title="There is nothing to mark yet"
          action={
            <LinkButton tone="primary" to={paths.sittings}>
              See the papers sat
            </LinkButton>
          }
        >
          <p>The questions or the pupils of this paper have not arrived. They come with signal.</p>
        </EmptyState>
      </Page>
    )
  return (
    <Page
      title="Enter marks"
      lead={`${sitting.paperName}, ${sitting.className}`}
      width="full"
      back={back}
    >
      {here.writes ? (
        <Typing here={here} live={live} />
      ) : (
        <Notice tone="info" live={false} title="Marks are typed by those who teach the class">
          You can read the picture of this paper.
        </Notice>
      )}
    </Page>
  )
}

/** Marks of a sitting, followed by one model for as long as the screen is open. */
function useMarkingOf(here: SittingHere, live: LiveMarks): Marking {
  const { me } = useDesk()
  const { pupils, items } = here
  const [sheet] = useState(() => new OpenSheet(live, pupils, items))
  const [marking] = useState(() => {
    const made = new Marking(sheet)
    // Before anything is drawn: a cohort would be drawn at its top first, and again where typing goes on.
    made.setPart(partOf(here, me.person))
    return made
  })
  useLayoutEffect(() => {
    sheet.show(live, pupils, items)
    return marking.start()
  }, [sheet, marking, live, pupils, items])
  return marking
}

const HELP = 'marks-help'

function Typing({ here, live }: { here: SittingHere; live: LiveMarks }) {
  const marking = useMarkingOf(here, live)
  const narrow = useNarrow()
  const touch = useTouchOnly()
  const [picked, setPicked] = useState<View | null>(null)
  const view = picked ?? (narrow ? 'pad' : 'grid')
  const outOf = here.items.reduce((sum, { max }) => sum + max, 0)
  return (
    <>
      <Clashes here={here} live={live} marking={marking} />
      <EnterBar marking={marking} keypad={view === 'pad' || touch} />
      <AllIn marking={marking} picture={paths.picture(here.at)} />
      <SaidLine marking={marking} />
      {view === 'grid' ? (
        <>
          <MarkGrid
            marking={marking}
            label={`Marks of ${here.sitting.paperName}`}
            describedBy={HELP}
            outOf={outOf}
            startHere={!narrow}
          />
          {touch ? (
            <div className={styles.touch}>
              <Keypad marking={marking} />
            </div>
          ) : null}
          <p id={HELP} className={styles.help}>
            Digits are marks. A dot says that the question was left blank, F or + gives full marks,
            Backspace rubs out, Enter goes to the next paper, Ctrl and Z takes back. Escape, then
            Tab, leaves the marks.
          </p>
        </>
      ) : (
        <Pad marking={marking} outOf={outOf} />
      )}
      <PupilBar here={here} live={live} marking={marking} />
      <EnterWays marking={marking} view={view} onView={setPicked} />
      <MyPart here={here} marking={marking} />
    </>
  )
}
