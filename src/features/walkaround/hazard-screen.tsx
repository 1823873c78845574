import { mayBeAgain } from '../../domain/checks/repeat.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import type { Defect } from '../../domain/checks/run.ts'
import { lacksOfHazard } from '../../domain/checks/submit.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { IconCheck, IconTrash } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DangerNow } from './danger-now.tsx'
import { HazardAction } from './hazard-action.tsx'
import { HazardRating } from './hazard-rating.tsx'
import { HazardRead } from './hazard-read.tsx'
import { PhotosOf } from './photos-of.tsx'
import { paths, useDefectParam, useGo } from './routing.ts'
import { RunGate } from './run-gate.tsx'
import { SameBefore } from './same-before.tsx'
import { type Again, useAgain } from './use-again.ts'
import type { RunHere } from './use-run.ts'
import { useWalk, type Walk } from './use-walk.ts'
import styles from './walk.module.css'

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

export interface HazardProps {
  here: RunHere
  walk: Walk
  hazard: Defect
}

const PLACE_LENGTH = 120

/** A hazard in the order in which one meets it: a picture, what, where, how bad, made safe, who and by when. */
function Hazard({ here, walk, again, hazard }: HazardProps & { again: Again }) {
  const go = useGo()
  const { ref, run, writes } = here
  const placed = run.template.sections
    .flatMap((section) => section.prompts.map((prompt) => ({ section, prompt })))
    .find(({ prompt }) => prompt.id === hazard.prompt)
  const zone = placed?.section
  const backTo = zone ? paths.zone(ref, zone.id) : paths.run(ref)
  const earlier = again.earlier.filter(({ defect }) => defect.id !== hazard.id)
  const rag = ragOf(hazard)
  const lacks = lacksOfHazard(hazard, here.actions)
  return (
    <Page
      title={`Hazard: ${hazard.prompt}`}
      lead={placed?.prompt.text}
      back={{ to: backTo, label: zone?.title ?? run.template.name }}
    >
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
        <div className={styles.form}>
          {hazard.run === run.id ? (
            <SameBefore
              found={mayBeAgain(earlier, hazard)}
              onAgain={(defect) => {
                again.joinInto(defect, hazard)
                go(paths.hazard(ref, defect.id), 'replace')
              }}
            />
          ) : null}
          <BigText
            label="What is wrong"
            minRows={2}
            placeholder="What you see. No names."
            value={hazard.what}
            onChange={(what) => walk.changeHazard(hazard, { what })}
          />
          <TextLine
            label="Where"
            hint="The room or the spot, as people here call it"
            value={hazard.place}
            onChange={(place) => walk.changeHazard(hazard, { place: place.slice(0, PLACE_LENGTH) })}
          />
          <HazardRating hazard={hazard} walk={walk} />
          {rag === 'red' ? <DangerNow urn={ref.urn} /> : null}
          <BigText
            label="Made safe now"
            hint={
              rag === 'red'
                ? 'It is red: write what was done at once. It cannot be handed in without.'
                : 'What was done at once, if anything was.'
            }
            minRows={2}
            value={hazard.madeSafe}
            onChange={(madeSafe) => walk.changeHazard(hazard, { madeSafe })}
          />
          <CheckLine
            label="Put right before we left"
            hint={rag === 'red' ? 'A red one keeps its owner all the same.' : undefined}
            checked={hazard.corrected}
            onChange={(corrected) => walk.correct(hazard, corrected)}
          />
          {hazard.corrected && rag !== 'red' ? null : (
            <Section title="Who sees to it, and by when">
              <HazardAction here={here} hazard={hazard} walk={walk} />
            </Section>
          )}
          <Button
            tone="plain"
            icon={IconTrash}
            onClick={() => {
              walk.removeHazard(hazard)
              go(backTo, 'replace')
            }}
          >
            Remove this hazard
          </Button>
          <ActionBar note={lacks.length === 0 ? undefined : `To fill in: ${lacks[0]?.words ?? ''}`}>
            <LinkButton tone="primary" icon={IconCheck} to={backTo}>
              Back to {zone?.title ?? 'the zones'}
            </LinkButton>
          </ActionBar>
        </div>
      ) : (
        <HazardRead here={here} hazard={hazard} />
      )}
    </Page>
  )
}
