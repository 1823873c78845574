import { settled } from '../../../domain/choice.ts'
import { cellOf } from '../../../domain/qla/grid.ts'
import {
  type Component,
  type SittingPupil,
  sittingPupilRecord,
  STATUSES,
} from '../../../domain/qla/sitting.ts'
import type { LiveMarks } from '../../../store/use-marks.ts'
import type { Fields } from '../../../crdt/records.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { useHandNames } from '../use-hand-names.ts'
import { sayPupil, statusWords } from '../words.ts'
import type { Marking } from './marking.ts'
import { useActiveRow, useRow, useWholeTotal } from './use-marking.ts'

const options = STATUSES.map((value) => ({ value, label: statusWords[value] }))
const MOST_ON_SCRIPT = 480

interface PupilBarProps {
  here: SittingHere
  live: LiveMarks
  marking: Marking
}

/** The pupil in use: whether they sat the paper, when, and the total that is written on the script. */
export function PupilBar({ here, live, marking }: PupilBarProps) {
  const at = useActiveRow(marking)
  const pupil = here.pupilOf(here.pupils[at]?.key ?? '')
  return pupil ? <OnePupil key={pupil.id} {...{ here, live, marking, pupil, at }} /> : null
}

interface OnePupilProps extends PupilBarProps {
  pupil: SittingPupil
  at: number
}

function OnePupil({ here, live, marking, pupil, at }: OnePupilProps) {
  const whole = useWholeTotal(marking, at)
  const { marked } = marking.row(at).total
  const status = here.pupils[at]?.status ?? null
  const change = (fields: Fields) => here.document.change(sittingPupilRecord, pupil.id, fields)
  const script = settled(pupil.onScript)
  const kept =
    status !== 'sat' && marked > 0
      ? `${marked} marks typed before stay, and do not count while this stands.`
      : undefined
  return (
    <Section title={sayPupil(pupil)}>
      <ChoiceChips
        label="Did they sit it?"
        hint={status === null ? 'Two devices say differently: choose the one that holds.' : kept}
        options={options}
        value={status}
        clearable={false}
        onChange={(value) => change({ status: value ?? 'sat' })}
      />
      <TextLine
        label="Total written on the script"
        hint="If there is one: it is held against the marks typed here."
        short
        inputMode="numeric"
        value={script === null ? '' : String(script)}
        error={
          script !== null && whole !== null && script !== whole
            ? `The marks typed come to ${whole}, the script says ${script}. Look at the paper again.`
            : undefined
        }
        onChange={(text) => change({ onScript: totalUpTo(text, MOST_ON_SCRIPT) })}
      />
      {here.components.map((paper) => (
        <OtherPaper
          key={paper.id}
          paper={paper}
          pupil={pupil.key}
          row={at}
          live={live}
          marking={marking}
        />
      ))}
      <DateLine
        label="Sat it on another day"
        hint="Only where it differs from the class, for example 18/11/2025"
        value={pupil.dates[0] ?? ''}
        onChange={(day) => writeDay(pupil, 0, day, change)}
      />
      {pupil.dates.length > 0 ? (
        <DateLine
          label="And finished it on"
          value={pupil.dates[1] ?? ''}
          onChange={(day) => writeDay(pupil, 1, day, change)}
        />
      ) : null}
    </Section>
  )
}

interface OtherPaperProps {
  paper: Component
  pupil: string
  /** Place of the pupil in the list. */
  row: number
  live: LiveMarks
  marking: Marking
}

/** The total of another paper of the same test: kept like a mark, so two that differ both stay. */
function OtherPaper({ paper, pupil, row, live, marking }: OtherPaperProps) {
  useRow(marking, row)
  const place = { pupil, item: paper.key }
  const { value, clash } = cellOf(live.marks.typed(pupil, paper.key), paper.max)
  const by = useHandNames(live)
  const differing = clash.map((mark) => `${mark.value} (${by(mark)})`).join(' and ')
  return (
    <TextLine
      label={`${paper.name}: total, out of ${paper.max}`}
      short
      inputMode="numeric"
      value={value === null ? '' : String(value)}
      error={
        clash.length > 0 ? `Typed differently: ${differing}. Type the one that holds.` : undefined
      }
      onChange={(text) => {
        const total = totalUpTo(text, paper.max)
        if (clash.length > 0 && total !== null) live.pick('marks', place, total)
        else if (total !== null) live.write('marks', place, total)
        else if (text.trim() === '') live.erase('marks', place)
      }}
    />
  )
}

/** A total that can be, or null. */
function totalUpTo(text: string, most: number): number | null {
  const total = Number(text.trim())
  const fits = Number.isInteger(total) && total >= 0 && total <= most
  return text.trim() === '' || !fits ? null : total
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/

/** HC05: the same paper sat over two days has both; a day half typed is not one yet. */
function writeDay(
  { dates }: SittingPupil,
  place: number,
  day: string,
  change: (fields: Fields) => void,
) {
  if (day !== '' && !WHOLE_DAY.test(day)) return
  const next = [dates[0] ?? '', dates[1] ?? '']
  next[place] = day
  change({ dates: next.filter((each) => each !== '') })
}
