import { countAnswers, sayCounts } from '../../domain/checks/counts.ts'
import { foundIn } from '../../domain/checks/hazards.ts'
import { ragOrder } from '../../domain/checks/rating.ts'
import { submitNeeds } from '../../domain/checks/submit.ts'
import { Badge } from '../../ui/badge.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import { ClockNotice } from './clock-notice.tsx'
import { CountTiles } from './count-tiles.tsx'
import { HandIn } from './hand-in.tsx'
import { HazardLine } from './hazard-line.tsx'
import { paths } from './routing.ts'
import { RunGate } from './run-gate.tsx'
import { ScoreTable } from './score-table.tsx'
import { Signing } from './signing.tsx'
import type { RunHere } from './use-run.ts'
import { useSchools } from './use-trust.ts'
import { useWalk } from './use-walk.ts'

export default function FinishScreen() {
  return <RunGate>{(here) => <Finish here={here} />}</RunGate>
}

/** The end of a walk: what was found, what is still missing, both sign, and it is handed in. */
function Finish({ here }: { here: RunHere }) {
  const { ref, run, answers, defects, submitted, writes } = here
  const walk = useWalk(here)
  const schoolOf = useSchools()
  const counts = countAnswers(run.template, answers)
  const hazards = foundIn(defects, run).sort((a, b) => ragOrder(a) - ragOrder(b))
  const needs = submitNeeds(here)
  return (
    <Page
      title={submitted ? 'Handed in' : 'Finish'}
      lead={`${run.template.name}, ${schoolOf(ref.urn)}, ${sayUkDate(run.date) ?? run.date}. ${sayCounts(counts)}.`}
      back={{ to: paths.run(ref), label: run.template.name }}
      actions={
        submitted && run.submittedAt !== null ? (
          <Badge tone="ok">
            {sayTime(run.submittedAt, 'date')}, {sayTime(run.submittedAt, 'clock')}
          </Badge>
        ) : undefined
      }
    >
      <ClockNotice here={here} />
      <CountTiles counts={counts} />
      {hazards.length === 0 ? null : (
        <Section title="Hazards found" lead="The worst first.">
          {hazards.map((hazard) => (
            <HazardLine key={hazard.id} hazard={hazard} here={here} />
          ))}
        </Section>
      )}
      <ScoreTable run={run} answers={answers} />
      {writes ? (
        <BigText
          label="A line for the report"
          hint="The weather, whom you met, what was shut."
          minRows={2}
          value={run.remark}
          onChange={(remark) => walk.changeRun({ remark })}
        />
      ) : run.remark === '' ? null : (
        <p>{run.remark}</p>
      )}
      <Signing here={here} />
      <HandIn here={here} needs={needs} onHandIn={walk.submit} />
    </Page>
  )
}
