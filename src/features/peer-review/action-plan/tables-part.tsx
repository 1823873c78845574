import {
  type Area,
  areasToBring,
  ideasAt,
  tableRecord,
} from '../../../domain/action-plan/session.ts'
import { pointRecord } from '../../../domain/peer-review/answers.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconDownload, IconPlus } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths, useGo } from '../routing.ts'
import { subjectOf } from '../use-stage.ts'
import { sayCount } from '../words.ts'
import type { PlanHere } from './use-plan.ts'

/** The review's areas to explore as they were agreed: brought in, never typed again (C44). */
function useAreas(review: string): readonly Area[] {
  const points = useRecords(pointRecord, [subjectOf(review)]).rows
  return points
    .filter(({ kind, removedAt }) => kind === 'explore' && removedAt === null)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
    .map(({ id, text }) => ({ id, text }))
}

/** The tables of the day, each with its question. */
export function TablesPart({ plan }: { plan: PlanHere }) {
  const { tables, writes, review, ideas } = plan
  return (
    <Section
      title="Tables"
      lead="People sit together and think about one question. Several tablets can take ideas at once, with no signal too."
    >
      {tables.length === 0 ? (
        <p>No tables yet. Each area to explore is a question for one.</p>
      ) : null}
      {tables.length > 0 ? (
        <CardList label="Tables" columns="one">
          {tables.map((table) => (
            <IndexCard
              key={table.id}
              title={`Table ${table.n}`}
              to={paths.planTable(review, table.id)}
              meta={[
                sayCount(ideasAt(ideas, table).length, 'idea'),
                table.from === null ? null : 'From the review',
              ]}
            >
              {table.question || 'No question yet: open the table and write it.'}
            </IndexCard>
          ))}
        </CardList>
      ) : null}
      {writes ? <Add plan={plan} /> : null}
    </Section>
  )
}

function Add({ plan }: { plan: PlanHere }) {
  const { doc, review, letterOut, everyTable } = plan
  const { now } = useDesk()
  const go = useGo()
  const areas = areasToBring(useAreas(review), everyTable)
  const bring = () => {
    // A moment apart, so that they keep the order in which the review has them.
    for (const [i, { id, text }] of areas.entries())
      doc.create(tableRecord, { madeAt: now() + i, question: text, from: id })
  }
  const own = () => {
    const made = doc.create(tableRecord, { madeAt: now(), question: '', from: null })
    if (made !== null) go(paths.planTable(review, made))
  }
  return (
    <div>
      {letterOut && areas.length > 0 ? (
        <Button tone="primary" icon={IconDownload} onClick={bring}>
          Bring in {sayCount(areas.length, 'area to explore', 'areas to explore')}
        </Button>
      ) : null}{' '}
      <Button icon={IconPlus} onClick={own}>
        Add a table with its own question
      </Button>
    </div>
  )
}
