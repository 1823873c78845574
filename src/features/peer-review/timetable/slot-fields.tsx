import type { Pack, Slot } from '../../../domain/peer-review/pack.ts'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ClockLine } from '../../../ui/clock-line.tsx'
import { MultiChips } from '../../../ui/multi-chips.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { kindOptions } from './kind-words.ts'
import type { DayWork } from './use-day.ts'
import styles from './timetable.module.css'

interface SlotFieldsProps {
  slot: Slot
  pack: Pack
  work: DayWork
}

const LABEL_LENGTH = 40

const brief = (text: string) =>
  text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH).trimEnd()}…` : text

/** When, what for, where and for which questions: what all groups of a slot share. */
export function SlotFields({ slot, pack, work }: SlotFieldsProps) {
  const change = (fields: Partial<Slot>) => work.changeSlot(slot.id, fields)
  const live = pack.questions.filter((q) => q.withdrawnAt === null)
  const endsFirst = slot.end <= slot.start
  return (
    <>
      <TextLine
        label="What happens"
        value={slot.title}
        onChange={(title) => change({ title: title.slice(0, 200) })}
      />
      <div className={styles.pair}>
        <ClockLine label="From" value={slot.start} onChange={(start) => change({ start })} />
        <ClockLine
          label="To"
          value={slot.end}
          onChange={(end) => change({ end })}
          error={endsFirst ? 'The end comes after the start.' : undefined}
        />
      </div>
      <PickOne
        label="What it is for"
        empty="Not said"
        options={kindOptions}
        value={slot.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextLine
        label="Where"
        value={slot.place}
        onChange={(place) => change({ place: place.slice(0, 120) })}
      />
      <CheckLine
        label="The whole team is together"
        checked={slot.wholeTeam}
        onChange={(wholeTeam) => change({ wholeTeam })}
      />
      {live.length > 0 ? (
        <MultiChips
          label="Key questions it serves"
          options={live.map((q) => ({ value: q.id, label: `${q.n}. ${brief(q.text)}` }))}
          values={slot.questions}
          onChange={(questions) => change({ questions })}
        />
      ) : null}
    </>
  )
}
