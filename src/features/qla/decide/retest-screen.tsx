import { useState } from 'react'
import { facilityOf } from '../../../domain/qla/facility.ts'
import { type Retest, retestRecord } from '../../../domain/qla/follow-up.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import { cellsToOpen, retestDone } from '../../../domain/qla/retest.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { AnalysisGate, NewerParts } from '../analysis/analysis-gate.tsx'
import { InShort } from '../analysis/in-short.tsx'
import { paths } from '../paths.ts'
import { placesOf } from '../analysis/places.ts'
import { StepsOf } from '../analysis/steps-of.tsx'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayQuestions, sayShare, sayTitle } from '../analysis/words.ts'
import { RetestGrid } from './retest-grid.tsx'
import { BeforeAfter } from './retest-part.tsx'
import styles from './decide.module.css'

/** Questions of a retest, as many as a lesson's end has time for. */
const FEWEST = 3
const MOST = 5

export default function RetestScreen() {
  return <AnalysisGate>{(here) => <RetestPage here={here} />}</AnalysisGate>
}

/** Asking again: a few questions, only those who lost marks on them. */
function RetestPage({ here }: { here: AnalysisHere }) {
  const { retests } = here
  return (
    <Page
      title="Retest"
      lead={sayTitle(here.sitting)}
      back={{ to: paths.decide(here.at), label: 'Decide' }}
      width="full"
      {...(here.writes &&
        retests.length > 0 && {
          actions: <LinkButton to={paths.bringRetest(here.at)}>Bring in retest marks</LinkButton>,
        })}
    >
      <NewerParts here={here} />
      <StepsOf here={here} current="retest" />
      {retests.map((retest) => (
        <OneRetest key={retest.id} here={here} retest={retest} />
      ))}
      {here.writes ? (
        <Section
          title={retests.length === 0 ? 'Which questions are asked again' : 'Ask more again'}
          lead={`${FEWEST} to ${MOST} questions like these are enough. Only pupils who lost marks on a question are asked it again.`}
        >
          <ChooseQuestions here={here} />
        </Section>
      ) : null}
      {retests.length > 0 ? (
        <Section title="Before and after">
          <InShort here={here} />
          <BeforeAfter here={here} />
        </Section>
      ) : null}
      <LinkButton to={paths.grades(here.at)}>Go on to the grades</LinkButton>
    </Page>
  )
}

function OneRetest({ here, retest }: { here: AnalysisHere; retest: Retest }) {
  const { now } = useDesk()
  const { cells, marked } = retestDone(retest, here.again)
  const write = (fields: Partial<Retest>) => here.document.change(retestRecord, retest.id, fields)
  const done = retest.doneAt !== null
  return (
    <Section
      title={sayQuestions(here.items, retest.items)}
      lead={`${marked} of ${sayCount(cells, 'mark')} in. A pupil who was away keeps the first mark.`}
    >
      {here.writes ? (
        <DateLine
          label="Day of the retest"
          value={retest.on}
          onChange={(on) => {
            if (on === '' || sayUkDate(on) !== null) write({ on })
          }}
        />
      ) : (
        <p>{sayUkDate(retest.on) ?? 'No day yet'}</p>
      )}
      <RetestGrid here={here} retest={retest} />
      {done ? <Badge tone="ok">The last mark is in</Badge> : null}
      {here.writes ? (
        <div className={styles.row}>
          <Button
            tone={done ? 'quiet' : 'primary'}
            onClick={() => write({ doneAt: done ? null : now() })}
          >
            {done ? 'There are more marks to come' : 'The last mark is in'}
          </Button>
          {marked === 0 ? (
            <Button tone="plain" onClick={() => write({ removedAt: now() })}>
              Take this retest away
            </Button>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}

/** Questions of the chosen areas first; any other may be asked again too. */
function ChooseQuestions({ here }: { here: AnalysisHere }) {
  const { items, grid, areas, retests } = here
  const asked = new Set(retests.flatMap((retest) => retest.items))
  const inAreas = new Set(areas.flatMap((area) => area.items))
  const free = items.filter(({ key }) => !asked.has(key))
  const offered = free.filter(({ key }) => inAreas.has(key))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [all, setAll] = useState(false)
  const shown = all || offered.length === 0 ? free : offered
  const open = cellsToOpen(grid, placesOf(items, chosen))
  const cells = Object.values(open).reduce((sum, pupils) => sum + pupils.length, 0)
  const begin = () => {
    here.add(retestRecord, { items: chosen, open, on: '' })
    setChosen([])
  }
  return (
    <>
      <div className={styles.names}>
        {shown.map((item) => (
          <CheckLine
            key={item.key}
            label={`Question ${sayItem(item)}${item.code === '' ? '' : `, ${item.code}`}`}
            hint={`${sayShare(facilityOf(grid, placesOf(items, [item.key])).facility)} of the marks`}
            checked={chosen.includes(item.key)}
            onChange={(on) =>
              setChosen(on ? [...chosen, item.key] : chosen.filter((key) => key !== item.key))
            }
          />
        ))}
      </div>
      {offered.length > 0 && offered.length < free.length ? (
        <CheckLine label="Show every question of the paper" checked={all} onChange={setAll} />
      ) : null}
      {chosen.length > MOST ? (
        <p>
          {chosen.length} questions are a long retest: {MOST} is usual at most.
        </p>
      ) : null}
      <Button tone="primary" disabled={cells === 0} onClick={begin}>
        {cells === 0 ? 'Open the retest' : `Open the retest: ${sayCount(cells, 'mark')}`}
      </Button>
    </>
  )
}
