import type { VisitNow } from '../../domain/schedule/occurrences.ts'
import { ruleTitle } from '../../domain/schedule/rule.ts'
import { Badge } from '../../ui/badge.tsx'
import { IndexCard } from '../../ui/index-card.tsx'
import { periodWords, shiftWords, StateBadge, visitPath, whenWords } from './words.tsx'

/** One visit in a list. */
export function VisitCard({ visit, school }: { visit: VisitNow; school: string }) {
  const shift = shiftWords(visit)
  return (
    <IndexCard
      title={ruleTitle(visit.rule)}
      to={visitPath(visit.id)}
      meta={[school, periodWords(visit)]}
      chips={
        <>
          <StateBadge state={visit.state} />
          {visit.external ? <Badge>Led from outside</Badge> : null}
        </>
      }
    >
      {whenWords(visit)}
      {shift === null ? null : <p>{shift}</p>}
    </IndexCard>
  )
}
