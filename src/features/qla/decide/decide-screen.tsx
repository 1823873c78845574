import { settled } from '../../../domain/choice.ts'
import { MOST_AREAS } from '../../../domain/qla/follow-up.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { PdfButton } from '../../../ui/pdf/pdf-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { AnalysisGate, NewerParts } from '../analysis/analysis-gate.tsx'
import { StepsOf } from '../analysis/steps-of.tsx'
import { paths } from '../paths.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useNames } from '../../../store/use-names.ts'
import { sayTitle } from '../analysis/words.ts'
import { AreaCard } from './area-card.tsx'
import { CommonAreas } from './common-areas.tsx'
import { GatePart } from './gate-part.tsx'
import { groupSheet } from './group-sheet.ts'
import { RetestPart } from './retest-part.tsx'
import styles from './decide.module.css'

export default function DecideScreen() {
  return <AnalysisGate>{(here) => <Decide here={here} />}</AnalysisGate>
}

/** From what the class found hard to what is done about it. */
function Decide({ here }: { here: AnalysisHere }) {
  const { now } = useDesk()
  const nameOf = useNames()
  const { areas, at } = here
  const taught = areas.filter(({ way }) => settled(way) !== 'leave')
  return (
    <Page
      title="Decide"
      lead={sayTitle(here.sitting)}
      back={{ to: paths.picture(at), label: 'The picture' }}
    >
      <NewerParts here={here} />
      <StepsOf here={here} current="decide" />
      <Section
        title="Common weak areas"
        lead="The lowest first. A figure from too few marks is greyed: it does not say enough to act on."
      >
        <CommonAreas here={here} />
      </Section>
      <Section
        title={`Chosen: ${areas.length} of ${MOST_AREAS} at most`}
        lead="Three things done well do more than ten begun."
        actions={
          taught.length === 0 ? undefined : (
            <PdfButton
              label="Print the groups"
              name={`groups-${here.sitting.className.replaceAll('/', '-')}.pdf`}
              sheet={() => groupSheet(here, taught, nameOf)}
              now={now}
            />
          )
        }
      >
        {areas.length === 0 ? (
          <p>Nothing is chosen yet. Press Choose beside an area above.</p>
        ) : (
          <ul className={styles.list} aria-label="Chosen areas">
            {areas.map((area) => (
              <li key={area.id}>
                <AreaCard here={here} area={area} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Retest">
        <RetestPart here={here} />
      </Section>
      <Section title="Before grades are entered">
        <GatePart here={here} />
        <LinkButton tone="primary" to={paths.grades(at)}>
          Go to the grades
        </LinkButton>
      </Section>
    </Page>
  )
}
