import type { Retest } from '../../../domain/qla/follow-up.ts'
import type { GridPupil } from '../../../domain/qla/grid.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import { isOpen } from '../../../domain/qla/retest.ts'
import { placesOf } from '../analysis/places.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useHandNames } from '../use-hand-names.ts'
import { sayPupil } from '../words.ts'
import { RetestMark } from './retest-mark.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'

/** The marks of a retest. Only cells of pupils who lost marks on a question take one. */
export function RetestGrid({ here, retest }: { here: AnalysisHere; retest: Retest }) {
  const places = placesOf(here.items, retest.items)
  const rows = here.pupils.flatMap((pupil, row) =>
    places.some((at) => isOpen(retest, pupil.key, here.items[at]?.key ?? ''))
      ? [{ pupil, row }]
      : [],
  )
  return (
    <WideTable label="Marks of the retest" long>
      <table className={styles.table}>
        <caption>
          Type the new mark, or a dot if it was left blank. Enter goes on to the next box.
        </caption>
        <thead>
          <tr>
            <th scope="col">Pupil</th>
            {places.map((at) => {
              const item = here.items[at]
              return item ? (
                <th key={item.key} scope="col">
                  Question {sayItem(item)}
                  <div className={styles.soft}>of {item.max}</div>
                </th>
              ) : null
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pupil, row }) => (
            <Row
              key={pupil.key}
              here={here}
              retest={retest}
              pupil={pupil}
              row={row}
              places={places}
            />
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

interface RowProps {
  here: AnalysisHere
  retest: Retest
  pupil: GridPupil
  row: number
  places: readonly number[]
}

function Row({ here, retest, pupil, row, places }: RowProps) {
  const by = useHandNames(here.marks)
  return (
    <tr>
      <th scope="row">{sayPupil(pupil)}</th>
      {places.map((at) => {
        const item = here.items[at]
        if (!item) return null
        return (
          <td key={item.key}>
            {isOpen(retest, pupil.key, item.key) ? (
              <RetestMark
                item={item}
                label={`${sayPupil(pupil)}, question ${sayItem(item)}`}
                first={here.grid.cell(row, at).value}
                cell={here.again.cell(row, at)}
                readOnly={!here.writes}
                by={by}
                onMark={(value) => {
                  const place = { pupil: pupil.key, item: item.key }
                  if (value === null) here.marks.erase('retest', place)
                  else here.marks.write('retest', place, value)
                }}
                onPick={(value) =>
                  here.marks.pick('retest', { pupil: pupil.key, item: item.key }, value)
                }
              />
            ) : (
              <span className={styles.soft}>Not asked again</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
