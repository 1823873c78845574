import type { Pack } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import type { Spot } from '../../../ui/timetable/timetable-types.ts'
import { wholeTeam } from '../pack/timetable-parts.ts'
import { EditorPanel } from './editor-panel.tsx'
import { GroupFields } from './group-fields.tsx'
import { SlotFields } from './slot-fields.tsx'
import type { DayWork } from './use-day.ts'
import styles from './timetable.module.css'

const FIRST_LABEL = 'A'

interface SpotEditorProps {
  spot: Spot
  pack: Pack
  team: readonly string[]
  nameOf: (person: string) => string
  work: DayWork
  onPick: (spot: Spot | null) => void
}

/** What is picked on the board, ready to change; every change is kept as it is made. */
export function SpotEditor({ spot, pack, team, nameOf, work, onPick }: SpotEditorProps) {
  const slot = pack.slots.find((s) => s.id === spot.slot)
  if (!slot) return null
  const close = () => onPick(null)
  const times = `${slot.start} to ${slot.end}`
  // In a slot of the whole team there are no groups to tell apart.
  const group =
    spot.kind === 'cell' && !slot.wholeTeam
      ? pack.groups.find((g) => g.id === spot.cell)
      : undefined
  if (spot.kind === 'free') {
    const label = spot.lane === wholeTeam.id ? FIRST_LABEL : spot.lane
    return (
      <EditorPanel title={`${times}: a free place`} onClose={close}>
        <p>Nothing is planned here for group {label}.</p>
        <Button
          tone="primary"
          icon={IconPlus}
          onClick={() => {
            const cell = work.fillPlace(slot.id, label)
            if (cell) onPick({ kind: 'cell', slot: slot.id, cell })
          }}
        >
          Put group {label} here
        </Button>
      </EditorPanel>
    )
  }
  const removeSlot = () => {
    work.removeSlot(slot.id)
    close()
  }
  return (
    <EditorPanel
      key={group?.id ?? slot.id}
      title={group ? `Group ${group.label}, ${times}` : `${times}: the slot`}
      onClose={close}
    >
      {group ? (
        <>
          <GroupFields {...{ group, slot, pack, team, nameOf, work }} />
          <h3 className={styles.shared}>For every group in this slot</h3>
        </>
      ) : null}
      <SlotFields slot={slot} pack={pack} work={work} />
      <div className={styles.ways}>
        {group ? (
          <Button
            tone="danger"
            icon={IconTrash}
            onClick={() => {
              work.removeGroup(group.id)
              onPick({ kind: 'free', slot: slot.id, lane: group.label })
            }}
          >
            Take group {group.label} out of this slot
          </Button>
        ) : null}
        <Button tone="danger" icon={IconTrash} onClick={removeSlot}>
          Take this slot out of the day
        </Button>
      </div>
    </EditorPanel>
  )
}
