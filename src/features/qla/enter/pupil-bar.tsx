import { settled } from '../../../domain/choice.ts'
import { type SittingPupil, sittingPupilRecord, STATUSES } from '../../../domain/qla/sitting.ts'
import type { Fields } from '../../../crdt/records.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { sayPupil, statusWords } from '../words.ts'
import type { Marking } from './marking.ts'
import { usePlace, useRow } from './use-marking.ts'

const options = STATUSES.map((value) => ({ value, label: statusWords[value] }))
const MOST_ON_SCRIPT = 480

interface PupilBarProps {
  here: SittingHere
  marking: Marking
}

/** The pupil in use: whether they sat the paper, when, and the total that is written on the script. */
export function PupilBar({ here, marking }: PupilBarProps) {
  const { pupil: at } = usePlace(marking)
  const pupil = here.pupilOf(here.pupils[at]?.key ?? '')
  return pupil ? <OnePupil key={pupil.id} {...{ here, marking, pupil, at }} /> : null
}

interface OnePupilProps extends PupilBarProps {
  pupil: SittingPupil
  at: number
}

function OnePupil({ here, marking, pupil, at }: OnePupilProps) {
  const { total } = useRow(marking, at)
  const status = here.pupils[at]?.status ?? null
  const change = (fields: Fields) => here.document.change(sittingPupilRecord, pupil.id, fields)
  const script = settled(pupil.onScript)
  const wholly = total.marked === here.items.length
  const kept =
    status !== 'sat' && total.marked > 0
      ? `${total.marked} marks typed before stay, and do not count while this stands.`
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
          script !== null && wholly && script !== total.sum
            ? `The marks typed come to ${total.sum}, the script says ${script}. Look at the paper again.`
            : undefined
        }
        onChange={(text) => change({ onScript: scriptTotal(text) })}
      />
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

function scriptTotal(text: string): number | null {
  const total = Number(text.trim())
  const fits = Number.isInteger(total) && total >= 0 && total <= MOST_ON_SCRIPT
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
