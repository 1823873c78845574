import { type Area, reteachRecord } from '../../../domain/qla/follow-up.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { PdfButton } from '../../../ui/pdf/pdf-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { AnalysisGate } from '../analysis/analysis-gate.tsx'
import { NotHere } from '../not-here.tsx'
import { paths, useText } from '../paths.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useNames } from '../../../store/use-names.ts'
import { sayCount, sayQuestions, sayTitle } from '../analysis/words.ts'
import { sayPupil } from '../words.ts'
import { groupFor, groupSheet, ppgOf } from './group-sheet.ts'
import { ReteachCard } from './reteach-card.tsx'
import styles from './decide.module.css'

export default function AreaScreen() {
  const wanted = useText('area')
  return (
    <AnalysisGate>
      {(here) => {
        const area = here.areas.find(({ id }) => id === wanted)
        return area ? <Reteach key={area.id} here={here} area={area} /> : <Missing here={here} />
      }}
    </AnalysisGate>
  )
}

function Missing({ here }: { here: AnalysisHere }) {
  const back = { to: paths.decide(here.at), label: 'Decide' }
  return (
    <NotHere
      page="Area"
      back={back}
      title="This area is not chosen any more"
      next={{ to: back.to, label: 'Go to Decide' }}
    >
      Somebody took it away. Choose it again there if it is still wanted.
    </NotHere>
  )
}

/** Teaching an area again: when, by whom, with what, to whom. */
function Reteach({ here, area }: { here: AnalysisHere; area: Area }) {
  const { me, now } = useDesk()
  const nameOf = useNames()
  const group = groupFor(here, area)
  const own = here.reteaches.filter((one) => one.area === area.id)
  const begin = () =>
    here.add(reteachRecord, {
      area: area.id,
      items: area.items,
      group: group.map(({ key }) => key),
      on: '',
      teacher: me.person,
    })
  return (
    <Page
      title={`Reteach: ${area.name}`}
      lead={`${sayQuestions(here.items, area.items)}. ${sayTitle(here.sitting)}`}
      back={{ to: paths.decide(here.at), label: 'Decide' }}
    >
      <Section
        title="The group"
        lead={`${sayCount(group.length, 'pupil')}, of them PPG: ${ppgOf(group)}. The list names pupils: it is for the teacher only.`}
        actions={
          <PdfButton
            label="Print the group"
            name={`group-${area.name}.pdf`}
            sheet={() => groupSheet(here, [area], nameOf)}
            now={now}
          />
        }
      >
        <ul className={styles.names} aria-label="Pupils in the group">
          {group.map((pupil) => (
            <li key={pupil.key}>{sayPupil(pupil)}</li>
          ))}
        </ul>
      </Section>
      <Section title="Teaching it again">
        {own.map((reteach) => (
          <ReteachCard key={reteach.id} here={here} reteach={reteach} />
        ))}
        {own.length === 0 ? <p>Nothing is planned yet.</p> : null}
        {here.writes ? (
          <Button tone={own.length === 0 ? 'primary' : 'quiet'} onClick={begin}>
            {own.length === 0 ? 'Plan the reteach' : 'Plan another'}
          </Button>
        ) : null}
      </Section>
      <LinkButton to={paths.retest(here.at)}>Go on to the retest</LinkButton>
    </Page>
  )
}
