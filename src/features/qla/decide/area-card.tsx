import { differs, settled } from '../../../domain/choice.ts'
import { type Area, areaRecord } from '../../../domain/qla/follow-up.ts'
import { missedBy } from '../../../domain/qla/domains.ts'
import type { Fields } from '../../../crdt/records.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { placesOf } from '../analysis/places.ts'
import { paths } from '../paths.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { ends, reasons, sayCount, sayQuestions, ways } from '../analysis/words.ts'
import styles from './decide.module.css'

const twice = (choice: Parameters<typeof differs>[0]) =>
  differs(choice) ? 'Two devices chose differently: choose the one that holds.' : undefined

/** One area that was chosen: what is done about it, and why marks were lost. */
export function AreaCard({ here, area }: { here: AnalysisHere; area: Area }) {
  const { now } = useDesk()
  const write = (fields: Fields) => here.document.change(areaRecord, area.id, fields)
  const missed = missedBy(here.grid, placesOf(here.items, area.items)).length
  const taught = here.reteaches.some((one) => one.area === area.id && one.on !== '')
  const tested = here.retests.some(({ doneAt }) => doneAt !== null)
  const way = settled(area.way)
  return (
    <article className={styles.card} aria-label={area.name}>
      <h3>{area.name}</h3>
      <p>
        {sayQuestions(here.items, area.items)}. {sayCount(missed, 'pupil')} lost marks here.{' '}
        {taught ? <Badge tone="ok">Taught again</Badge> : null}
      </p>
      {here.writes ? (
        <>
          <ChoiceChips
            label={`What we do: ${area.name}`}
            options={ways}
            value={way}
            hint={twice(area.way)}
            onChange={(value) => write({ way: value })}
            clearable={false}
          />
          <ChoiceChips
            label={`Why marks were lost: ${area.name}`}
            options={reasons}
            value={settled(area.why)}
            hint={twice(area.why)}
            onChange={(value) => write({ why: value })}
          />
          <BigText
            label={`Note: ${area.name}`}
            minRows={2}
            placeholder="What the scripts show. No names."
            value={area.note}
            onChange={(note) => write({ note })}
          />
        </>
      ) : null}
      {tested ? (
        <ChoiceChips
          label={`After the retest: ${area.name}`}
          options={ends}
          value={settled(area.end)}
          hint={twice(area.end)}
          onChange={(value) => write({ end: value })}
        />
      ) : null}
      {settled(area.end) === 'to_rep' ? (
        <p>
          Passed on with the school’s counts: leaders find it under Across schools, Passed to the
          REP, where it waits for a plan. Small groups are masked; no pupil is named.
        </p>
      ) : null}
      <div className={styles.row}>
        {way === 'leave' ? null : (
          <LinkButton to={paths.area(here.at, area.id)}>Reteach and group: {area.name}</LinkButton>
        )}
        {here.writes ? (
          <Button tone="plain" onClick={() => write({ removedAt: now() })}>
            Take away: {area.name}
          </Button>
        ) : null}
      </div>
    </article>
  )
}
