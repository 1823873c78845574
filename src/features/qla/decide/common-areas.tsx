import { useState } from 'react'
import {
  domainFacilities,
  type DomainFacility,
  missedBy,
  weakAreas,
  weakestFirst,
} from '../../../domain/qla/domains.ts'
import { areaRecord, MOST_AREAS } from '../../../domain/qla/follow-up.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { keysOf } from '../analysis/places.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayQuestions } from '../analysis/words.ts'
import { ShareCell } from '../analysis/share-cell.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'

const FIRST = 8

/** Areas of the paper by how much of their marks was gained; the teacher chooses among them. */
export function CommonAreas({ here }: { here: AnalysisHere }) {
  const { now } = useDesk()
  const [all, setAll] = useState(false)
  const { grid, settings, areas } = here
  const domains = weakestFirst(domainFacilities(grid, settings))
  const weak = new Set(weakAreas(domains, settings).map(({ name }) => name))
  const chosen = new Set(areas.map(({ name }) => name))
  const shown = all ? domains : domains.slice(0, Math.max(FIRST, weak.size))
  const full = areas.length >= MOST_AREAS
  const toggle = ({ name, items }: DomainFacility) => {
    const known = areas.find((area) => area.name === name)
    if (known) return here.document.change(areaRecord, known.id, { removedAt: now() })
    const many = missedBy(grid, items).length > grid.pupils.length / 2
    return here.add(areaRecord, {
      name,
      items: keysOf(grid.items, items),
      way: many ? 'whole_class' : 'small_group',
    })
  }
  return (
    <>
      <WideTable label="Areas to choose among">
        <table className={styles.table}>
          <caption>
            Share of the marks that pupils gained. Under {settings.focusBelow}% is a weak area.
          </caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Marks gained</th>
              <th scope="col">Choose</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((domain) => (
              <tr key={domain.name} className={domain.few ? styles.few : undefined}>
                <th scope="row">
                  {domain.name}
                  <div className={styles.soft}>
                    {sayQuestions(grid.items, keysOf(grid.items, domain.items))}.{' '}
                    {missedBy(grid, domain.items).length} of {sayCount(domain.n, 'pupil')} lost some
                    of the {sayCount(domain.marks, 'mark')}.
                  </div>
                </th>
                <td>
                  <ShareCell of={domain} few={domain.few} weak={weak.has(domain.name)} />
                </td>
                <td>
                  <Button
                    aria-pressed={chosen.has(domain.name)}
                    disabled={!here.writes || (full && !chosen.has(domain.name))}
                    onClick={() => toggle(domain)}
                  >
                    {chosen.has(domain.name) ? 'Chosen' : 'Choose'}{' '}
                    <VisuallyHidden>{domain.name}</VisuallyHidden>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {domains.length > shown.length || all ? (
        <CheckLine
          label={`Show all ${sayCount(domains.length, 'area')}`}
          checked={all}
          onChange={setAll}
        />
      ) : null}
      {full ? (
        <p>{MOST_AREAS} areas are chosen, the most at once. Take one away to choose another.</p>
      ) : null}
    </>
  )
}
