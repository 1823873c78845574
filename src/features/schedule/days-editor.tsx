import { useState } from 'react'
import { isDate, spanOfYear } from '../../domain/calendar/dates.ts'
import {
  type CalendarDayRecord,
  DAY_KINDS,
  type DayKind,
  dayKindWords,
} from '../../domain/calendar/records.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { IconPlus, IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { dayWords } from './words.tsx'
import styles from './schedule.module.css'

export interface DaysEditorProps {
  year: string
  days: readonly CalendarDayRecord[]
  own: boolean
  onAdd: (date: string, kind: DayKind, name: string) => void
  onRemove: (id: string, at: number) => void
}

/** INSET days, bank holidays, closures: one line each, and a form for one more. */
export function DaysEditor({ year, days, own, onAdd, onRemove }: DaysEditorProps) {
  const { now } = useDesk()
  const { start, end } = spanOfYear(year)
  const shown = days
    .filter(({ date, removedAt }) => removedAt === null && date >= start && date <= end)
    .sort((a, b) => a.date.localeCompare(b.date) || a.madeAt - b.madeAt)
  return (
    <Section title="INSET days, holidays and closures">
      {shown.length === 0 ? <p>None written here yet.</p> : null}
      {shown.map(({ id, date, kind, name }) => (
        <div key={id} className={styles.line}>
          <p className={styles.lineName}>
            <strong>{dayWords(date)}</strong>
            {name === '' || name === dayKindWords(kind)
              ? dayKindWords(kind)
              : `${dayKindWords(kind)}: ${name}`}
          </p>
          <Button
            icon={IconTrash}
            aria-label={`Take ${dayWords(date)} out`}
            onClick={() => onRemove(id, now())}
          >
            Take out
          </Button>
        </div>
      ))}
      <AddDay own={own} onAdd={onAdd} />
    </Section>
  )
}

function AddDay({ own, onAdd }: Pick<DaysEditorProps, 'own' | 'onAdd'>) {
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<DayKind | null>(null)
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const kinds = DAY_KINDS.filter(([value]) => own || value !== 'school')
  const add = () => {
    setAsked(true)
    if (!isDate(date) || kind === null) return
    onAdd(date, kind, name.trim())
    setDate('')
    setKind(null)
    setName('')
    setAsked(false)
  }
  return (
    <>
      <DateLine
        label="Day to add"
        value={date}
        error={asked && !isDate(date) ? 'Write the day as 18/11/2025.' : undefined}
        onChange={setDate}
      />
      <ChoiceChips
        label="What it is"
        options={kinds.map(([value, label]) => ({ value, label }))}
        value={kind}
        error={asked && kind === null ? 'Pick what the day is.' : undefined}
        onChange={setKind}
      />
      <TextLine label="Its name, if it has one" value={name} onChange={setName} />
      <div>
        <Button icon={IconPlus} onClick={add}>
          Add this day
        </Button>
      </div>
    </>
  )
}
