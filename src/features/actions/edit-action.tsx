import { useState } from 'react'
import { type Action, actionRecord } from '../../domain/actions/action.ts'
import { useDesk } from '../../store/react.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DayBox } from '../../ui/day-box.tsx'
import type { ActionHere } from './one-action.tsx'
import { OwnerBox } from './owner-box.tsx'
import styles from './actions.module.css'
import type { Names } from './use-names.ts'
import { LONGEST_PLACE, PRIORITY_OPTIONS } from './words.ts'

/** Who, by when, where, and in what words: for whoever may write where the action lies. */
export function EditAction({ here, names }: { here: ActionHere; names: Names }) {
  const { action, document, urn } = here
  const change = (fields: Partial<Action>) => document.change(actionRecord, action.id, fields)
  return (
    <Section title="Who, what and by when">
      <div className={styles.lines}>
        <OwnerBox
          owner={action.owner}
          urn={urn}
          names={names}
          onChange={(owner) => change({ owner })}
        />
        <DayBox label="Due" value={action.due} onChange={(due) => change({ due })} />
        <TextLine
          label="Place"
          value={action.place}
          onChange={(place) => change({ place: place.slice(0, LONGEST_PLACE) })}
        />
      </div>
      <ChoiceChips
        label="Priority"
        options={PRIORITY_OPTIONS}
        value={action.priority}
        onChange={(priority) => change({ priority })}
      />
      <BigText
        label="What is to be done"
        minRows={2}
        value={action.what}
        onChange={(what) => change({ what })}
      />
      <Remove here={here} />
    </Section>
  )
}

function Remove({ here: { action, document } }: { here: ActionHere }) {
  const { now } = useDesk()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button tone="plain" icon={IconTrash} onClick={() => setAsking(true)}>
        Remove this action
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Remove this action?"
        closeLabel="Keep it"
        confirm={{
          label: 'Remove it',
          tone: 'danger',
          onConfirm: () => void document.change(actionRecord, action.id, { removedAt: now() }),
        }}
      >
        <p>
          For one that was written down twice or by mistake. One that will not be done is not
          removed: say “Not done”, with the reason.
        </p>
      </Dialog>
    </>
  )
}
