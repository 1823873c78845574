import { useState } from 'react'
import { domainFacilities, weakestFirst } from '../../../domain/qla/domains.ts'
import type { Cell, GridItem } from '../../../domain/qla/grid.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import { paperMarks, rowTotal } from '../../../domain/qla/totals.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayShare, sayShort } from '../analysis/words.ts'
import {
  type HeatCell,
  type HeatGroup,
  HeatKey,
  type HeatKind,
  type HeatRow,
  HeatTable,
} from './heat-table.tsx'
import styles from '../analysis/table.module.css'

/** Rows drawn at once: a year group of 240 is read in parts. */
const AT_ONCE = 40

const orders = [
  { value: 'list', label: 'In the order of the list' },
  { value: 'total', label: 'By total, lowest first' },
] as const
type Order = (typeof orders)[number]['value']

const kindOf = ({ value, omitted, clash }: Cell, max: number): HeatKind => {
  if (clash.length > 0) return 'clash'
  if (value === null) return 'blank'
  if (omitted) return 'omitted'
  return value === max ? 'full' : value === 0 ? 'none' : 'part'
}

function cellOf(cell: Cell, { max }: GridItem): HeatCell {
  const kind = kindOf(cell, max)
  const signs: Partial<Record<HeatKind, string>> = {
    omitted: '·',
    blank: '–',
    clash: [...new Set(cell.clash.map(({ value }) => value))].join('/'),
  }
  return { kind, sign: signs[kind] ?? String(cell.value) }
}

/** Rows of those who sat the paper, their questions by area. */
function rowsOf(
  here: AnalysisHere,
  groups: readonly { readonly items: readonly number[] }[],
  order: Order,
) {
  const { grid } = here
  const places = groups.flatMap(({ items }) => items)
  const of = paperMarks(grid.items)
  const sat = grid.pupils.flatMap((pupil, place) =>
    pupil.status === 'sat' ? [{ pupil, place }] : [],
  )
  const marks = new Map(sat.map(({ place }) => [place, rowTotal(grid, place)]))
  if (order === 'total')
    sat.sort((a, b) => (marks.get(a.place)?.marks ?? 0) - (marks.get(b.place)?.marks ?? 0))
  return sat.map(({ pupil, place }): HeatRow => {
    const total = marks.get(place)
    const more = total && total.open > 0 ? ' so far' : ''
    return {
      id: pupil.key,
      label: sayShort(pupil),
      total: `${total?.marks ?? 0} of ${of}${more}`,
      cells: places.flatMap((at) => {
        const item = grid.items[at]
        return item ? [cellOf(grid.cell(place, at), item)] : []
      }),
    }
  })
}

/** The heat map of a class: who gained what, question by question, the questions sorted by area. */
export function HeatPart({ here }: { here: AnalysisHere }) {
  const [order, setOrder] = useState<Order>('list')
  const [from, setFrom] = useState(0)
  const { grid } = here
  const domains = weakestFirst(domainFacilities(grid, here.settings))
  const rows = rowsOf(here, domains, order)
  const groups = domains.map(({ name, facility, items }): HeatGroup => ({
    code: name,
    said: facility === null ? '' : sayShare(facility),
    columns: items.flatMap((at) => {
      const item = grid.items[at]
      return item ? [{ id: item.key, label: sayItem(item), max: item.max }] : []
    }),
  }))
  const shown = rows.slice(from, from + AT_ONCE)
  return (
    <>
      <ChoiceChips
        label="Pupils"
        options={orders}
        value={order}
        clearable={false}
        onChange={(value) => setOrder(value ?? 'list')}
      />
      <HeatKey />
      <HeatTable
        caption={`Marks of ${sayCount(rows.length, 'pupil')} who sat it, questions by area`}
        groups={groups}
        rows={shown}
      />
      {rows.length > AT_ONCE ? (
        <div className={styles.row}>
          <p>
            Pupils {from + 1} to {from + shown.length} of {rows.length}
          </p>
          <Button disabled={from === 0} onClick={() => setFrom(from - AT_ONCE)}>
            The {AT_ONCE} before
          </Button>
          <Button disabled={from + AT_ONCE >= rows.length} onClick={() => setFrom(from + AT_ONCE)}>
            The next {AT_ONCE}
          </Button>
        </div>
      ) : null}
    </>
  )
}
