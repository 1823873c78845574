import { PickOne } from '../pick-one.tsx'
import styles from './import.module.css'

export interface ImportField {
  readonly key: string
  readonly label: string
  readonly needed: boolean
}

export interface ColumnMapProps {
  fields: readonly ImportField[]
  headings: readonly string[]
  mapping: Readonly<Record<string, number | null>>
  onChange: (field: string, place: number | null) => void
}

/** "C" for the third column, as the spreadsheet calls it. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last
}

/** Which column of the file is which, one picker a field. */
export function ColumnMap({ fields, headings, mapping, onChange }: ColumnMapProps) {
  const options = headings.map((heading, place) => ({
    value: String(place),
    label: heading.trim() === '' ? `Column ${letterOf(place)}` : heading.trim().slice(0, 60),
  }))
  return (
    <div className={styles.map}>
      {fields.map(({ key, label, needed }) => {
        const place = mapping[key] ?? null
        return (
          <PickOne
            key={key}
            label={label}
            options={options}
            value={place === null ? null : String(place)}
            empty={needed ? 'Pick the column' : 'Not in this file'}
            error={needed && place === null ? `Pick the column that holds “${label}”.` : undefined}
            onChange={(picked) => onChange(key, picked === null ? null : Number(picked))}
          />
        )
      })}
    </div>
  )
}
