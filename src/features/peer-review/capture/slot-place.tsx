import { useState } from 'react'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconMapPin } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import type { NoteState, NoteWriter } from './note-writer.ts'
import { slotFields } from './slot-fields.ts'
import styles from './capture.module.css'

interface SlotPlaceProps {
  writer: NoteWriter
  state: NoteState
  pack: Pack | null
}

/** When and where: filled in from the timetable, shown in one line, changed only if it is wrong. */
export function SlotPlace({ writer, state, pack }: SlotPlaceProps) {
  const { me } = useDesk()
  const [open, setOpen] = useState(false)
  const { note, picked } = state
  const slot = pack?.slots.find((s) => s.id === (note ? note.slot : picked.slot))
  const place = (note ? note.place : picked.place) ?? ''
  const words = [slot ? `${slot.start} ${slot.title}` : '', place].filter(Boolean).join(' · ')
  if (!open)
    return (
      <div className={styles.where}>
        <Glyph icon={IconMapPin} />
        <span>{words === '' ? 'No time or place yet' : words}</span>
        <Button tone="plain" onClick={() => setOpen(true)}>
          Change<VisuallyHidden> time or place</VisuallyHidden>
        </Button>
      </div>
    )
  return (
    <div className={styles.whereOpen}>
      <PickOne
        label="When"
        empty="Outside the timetable"
        options={(pack?.slots ?? []).map((s) => ({ value: s.id, label: `${s.start} ${s.title}` }))}
        value={slot?.id ?? null}
        onChange={(id) => {
          const chosen = pack?.slots.find((s) => s.id === id)
          writer.pick(pack && chosen ? slotFields(pack, chosen, me.person) : { slot: id })
        }}
      />
      <TextLine label="Where" value={place} onChange={(text) => writer.pick({ place: text })} />
      <Button onClick={() => setOpen(false)}>Done with time and place</Button>
    </div>
  )
}
