import { type Band, BANDS } from '../../../domain/qla/classes.ts'
import type { Impact, MovementMatrix } from '../../../domain/qla/movement.ts'
import { join } from '../../../ui/join.ts'
import styles from '../analysis/table.module.css'

const BAND_WORDS: Readonly<Record<Band, string>> = {
  L: 'Low attainers',
  M: 'Middle attainers',
  H: 'High attainers',
}

const LOOKS: Readonly<Record<Impact, string | undefined>> = {
  'Double positive': styles.up,
  Positive: styles.up,
  'No gain': undefined,
  Negative: styles.down,
  'Double negative': styles.down,
}

/** Where attainers came from and where they are: the nine movements (C35). */
export function MovementTable({ matrix }: { matrix: MovementMatrix }) {
  return (
    <table className={styles.table}>
      <caption>
        {matrix.counted} pupils whose two bands are known
        {matrix.unknown > 0 ? `; ${matrix.unknown} more with one not known` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          {BANDS.map((to) => (
            <th key={to} scope="col">
              To {BAND_WORDS[to].toLowerCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {BANDS.map((from) => (
          <tr key={from}>
            <th scope="row">{BAND_WORDS[from]}</th>
            {matrix.cells
              .filter((cell) => cell.from === from)
              .map(({ to, impact, pupils }) => (
                <td key={to} className={join(pupils > 0 && LOOKS[impact])}>
                  <strong>{pupils}</strong> {impact}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
