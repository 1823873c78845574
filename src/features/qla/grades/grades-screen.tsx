import { gradeLines, movesOf } from '../../../domain/qla/grade-lines.ts'
import { movementOf } from '../../../domain/qla/movement.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { AnalysisGate, NewerParts } from '../analysis/analysis-gate.tsx'
import { InShort } from '../analysis/in-short.tsx'
import { paths } from '../paths.ts'
import { rawOf } from '../analysis/raw.ts'
import { StepsOf } from '../analysis/steps-of.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayTitle } from '../analysis/words.ts'
import { GatePart } from '../decide/gate-part.tsx'
import { BoundariesPart } from './boundaries-part.tsx'
import { EnterPart } from './enter-part.tsx'
import { GradeTable } from './grade-table.tsx'
import { MovementTable } from './movement-table.tsx'

export default function GradesScreen() {
  return <AnalysisGate>{(here) => <Grades here={here} />}</AnalysisGate>
}

/** From marks to grades, and out to the mark book. */
function Grades({ here }: { here: AnalysisHere }) {
  const { totals, outOf } = rawOf(here)
  const { grid, after, boundaries, grades, settings } = here
  const lines = gradeLines({
    grid,
    after,
    raw: totals,
    boundaries,
    grades,
    tolerance: settings.tolerance,
  })
  return (
    <Page
      title="Grades"
      lead={sayTitle(here.sitting)}
      back={{ to: paths.decide(here.at), label: 'Decide' }}
      width="full"
    >
      <NewerParts here={here} />
      <StepsOf here={here} current="grades" />
      <InShort here={here} names />
      <Section title="Before grades are entered">
        <GatePart here={here} />
      </Section>
      <BoundariesPart here={here} outOf={outOf} />
      <Section
        title="Grades"
        lead="Worked out from the marks as they count after the retest. Projected and target are yours to give."
      >
        <GradeTable here={here} lines={lines} outOf={outOf} />
        <LinkButton to={paths.below}>Pupils below target, in all subjects</LinkButton>
      </Section>
      <Section title="To the mark book">
        <EnterPart here={here} lines={lines} totals={totals} outOf={outOf} />
      </Section>
      <Section
        title="Attainers: from and to"
        lead="From the band in the class list to the band now, as it is given in the table above."
      >
        <WideTable label="Movements of attainers">
          <MovementTable matrix={movementOf(movesOf(here.pupils, here.movements))} />
        </WideTable>
      </Section>
    </Page>
  )
}
