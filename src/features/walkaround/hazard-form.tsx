import { defectRecord } from '../../domain/checks/run.ts'
import { mayBeAgain, notAgain } from '../../domain/checks/repeat.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import { lacksOfHazard } from '../../domain/checks/submit.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { IconCheck, IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DangerNow } from './danger-now.tsx'
import { HazardAction } from './hazard-action.tsx'
import { HazardRating } from './hazard-rating.tsx'
import { paths, useGo } from './routing.ts'
import { SameBefore } from './same-before.tsx'
import type { Again } from './use-again.ts'
import type { HazardProps } from './use-walk.ts'
import styles from './walk.module.css'

const PLACE_LENGTH = 120

interface FormProps extends HazardProps {
  again: Again
  /** The zone's page. */
  back: { to: string; label: string }
}

/** What, where, how bad, made safe, who and by when. */
export function HazardForm(props: FormProps) {
  const { here, walk, again, hazard, back } = props
  const go = useGo()
  const { ref, run } = here
  const earlier = again.earlier.filter(({ defect }) => defect.id !== hazard.id)
  const rag = ragOf(hazard)
  const lacks = lacksOfHazard(hazard, here.actions)
  return (
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
      <TakeBack {...props} />
      <ActionBar note={lacks.length === 0 ? undefined : `To fill in: ${lacks[0]?.words ?? ''}`}>
        <LinkButton tone="primary" icon={IconCheck} to={back.to}>
          Back to {back.label}
        </LinkButton>
      </ActionBar>
    </div>
  )
}

/** One that was found before is not removed: only that it was found again is taken back. */
function TakeBack({ here, walk, hazard, back }: FormProps) {
  const go = useGo()
  const own = hazard.run === here.run.id
  const takeBack = () => {
    if (own) walk.removeHazard(hazard)
    else walk.holder(hazard).change(defectRecord, hazard.id, notAgain(hazard, here.run.date))
    go(back.to, 'replace')
  }
  return (
    <Button tone="plain" icon={IconTrash} onClick={takeBack}>
      {own ? 'Remove this hazard' : 'It was not found again today'}
    </Button>
  )
}
