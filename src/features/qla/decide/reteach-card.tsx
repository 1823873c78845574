import type { Fields } from '../../../crdt/records.ts'
import { type Reteach, reteachRecord } from '../../../domain/qla/follow-up.ts'
import { useDesk } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useStaff } from '../analysis/use-staff.ts'
import { useNames } from '../../../store/use-names.ts'
import { sayCount } from '../analysis/words.ts'
import { sayPupil } from '../words.ts'
import styles from './decide.module.css'

interface ReteachCardProps {
  here: AnalysisHere
  reteach: Reteach
}

const minutesOf = (text: string): number | null => {
  const minutes = Number(text.trim())
  return Number.isInteger(minutes) && minutes > 0 && minutes <= 600 ? minutes : null
}

/** One time that an area is taught again. Without a day it is planned; with one it was done. */
export function ReteachCard({ here, reteach }: ReteachCardProps) {
  const { now } = useDesk()
  const staff = useStaff(here.at.urn)
  const nameOf = useNames()
  const write = (fields: Fields) => here.document.change(reteachRecord, reteach.id, fields)
  if (!here.writes)
    return (
      <KeyValue
        items={[
          { label: 'Day', value: sayUkDate(reteach.on) ?? 'Planned' },
          { label: 'Teacher', value: nameOf(reteach.teacher) },
          { label: 'Resource', value: reteach.resource },
          { label: 'Misconception', value: reteach.misconception },
          { label: 'Taught to', value: sayCount(reteach.group.length, 'pupil') },
        ]}
      />
    )
  return (
    <div className={styles.card}>
      <DateLine
        label="Day it was taught"
        hint="Leave it empty while it is planned"
        value={reteach.on}
        onChange={(on) => {
          // What is no whole day yet stays in the box and out of the record.
          if (on === '' || sayUkDate(on) !== null) write({ on })
        }}
      />
      <TextLine
        label="Minutes"
        short
        inputMode="numeric"
        value={reteach.minutes === null ? '' : String(reteach.minutes)}
        onChange={(text) => write({ minutes: minutesOf(text) })}
      />
      <PickOne
        label="Who teaches it"
        options={staff}
        value={reteach.teacher === '' ? null : reteach.teacher}
        onChange={(teacher) => write({ teacher: teacher ?? '' })}
      />
      <TextLine
        label="Resource"
        hint="Slides, a page of the scheme, counters"
        value={reteach.resource}
        onChange={(resource) => write({ resource })}
      />
      <BigText
        label="Misconception"
        minRows={2}
        placeholder="What pupils thought. No names."
        value={reteach.misconception}
        onChange={(misconception) => write({ misconception })}
      />
      <details className={styles.more}>
        <summary>Taught to {sayCount(reteach.group.length, 'pupil')}: change who</summary>
        <div className={styles.names}>
          {here.pupils.map((pupil) => (
            <CheckLine
              key={pupil.key}
              label={sayPupil(pupil)}
              checked={reteach.group.includes(pupil.key)}
              onChange={(inIt) =>
                write({
                  group: here.pupils
                    .map(({ key }) => key)
                    .filter((key) => (key === pupil.key ? inIt : reteach.group.includes(key))),
                })
              }
            />
          ))}
        </div>
      </details>
      <div className={styles.row}>
        <Button tone="plain" onClick={() => write({ removedAt: now() })}>
          Take this away
        </Button>
      </div>
    </div>
  )
}
