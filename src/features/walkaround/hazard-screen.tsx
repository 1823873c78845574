import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { HazardForm } from './hazard-form.tsx'
import { HazardRead } from './hazard-read.tsx'
import { PhotosOf } from './photos-of.tsx'
import { paths, useDefectParam } from './routing.ts'
import { RunGate } from './run-gate.tsx'
import { type Again, useAgain } from './use-again.ts'
import type { RunHere } from './use-run.ts'
import { type HazardProps, useWalk } from './use-walk.ts'

export default function HazardScreen() {
  const defect = useDefectParam()
  return <RunGate>{(here) => <HazardGate key={defect} here={here} id={defect} />}</RunGate>
}

function HazardGate({ here, id }: { here: RunHere; id: string }) {
  const walk = useWalk(here)
  const again = useAgain(here, walk)
  const hazard = here.defects.find((each) => each.id === id && each.removedAt === null)
  const back = { to: paths.run(here.ref), label: here.run.template.name }
  if (!hazard)
    return (
      <Page title="Not here" back={back}>
        <EmptyState
          title="This hazard was taken away or joined with another"
          action={<LinkButton to={paths.run(here.ref)}>See the zones</LinkButton>}
        >
          <p>What was found again stands under its question, and first on the route.</p>
        </EmptyState>
      </Page>
    )
  return <Hazard here={here} walk={walk} again={again} hazard={hazard} />
}

/** A hazard in the order in which one meets it: a picture, what, where, how bad, made safe, who and by when. */
function Hazard({ here, walk, again, hazard }: HazardProps & { again: Again }) {
  const { ref, run, writes } = here
  const placed = run.template.sections
    .flatMap((section) => section.prompts.map((prompt) => ({ section, prompt })))
    .find(({ prompt }) => prompt.id === hazard.prompt)
  const zone = placed?.section
  const back = {
    to: zone ? paths.zone(ref, zone.id) : paths.run(ref),
    label: zone?.title ?? run.template.name,
  }
  return (
    <Page title={`Hazard: ${hazard.prompt}`} lead={placed?.prompt.text} back={back}>
      {run.template.noPhotos ? null : (
        <PhotosOf
          here={here}
          source={walk.holder(hazard) === here.before ? 'before' : 'now'}
          label="Photos of the hazard"
          place={hazard.place || (zone?.title ?? '')}
          of={hazard.id}
        />
      )}
      {writes ? (
        <HazardForm here={here} walk={walk} again={again} hazard={hazard} back={back} />
      ) : (
        <HazardRead here={here} hazard={hazard} />
      )}
    </Page>
  )
}
