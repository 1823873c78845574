import { boundarySetOf, toUse } from '../../../domain/qla/boundaries.ts'
import { boundaryQaRecord, boundaryRecord, boundarySetRecord } from '../../../domain/qla/paper.ts'
import { SCALES } from '../../../domain/qla/scales.ts'
import { boundariesUsedRecord } from '../../../domain/qla/sitting.ts'
import { useRecords } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { usePeople } from '../analysis/use-people.ts'

const LIBRARY = ['papers']

interface BoundariesPartProps {
  here: AnalysisHere
  /** Marks of the whole test. */
  outOf: number
}

/** Boundaries that this sitting is graded by: copied in once they are checked, never before (C30). */
export function BoundariesPart({ here, outOf }: BoundariesPartProps) {
  const nameOf = usePeople()
  const { boundaries: used, sitting } = here
  const heads = useRecords(boundarySetRecord, LIBRARY).rows
  const lines = useRecords(boundaryRecord, LIBRARY).rows
  const checks = useRecords(boundaryQaRecord, LIBRARY).rows
  const sets = heads
    .filter(({ removedAt, papers }) => removedAt === null && papers.includes(sitting.paper))
    .map((head) =>
      boundarySetOf(
        head,
        lines,
        checks.toSorted((a, b) => a.madeAt - b.madeAt),
      ),
    )
  const apart = used !== null && used.outOf !== outOf
  return (
    <>
      {used ? (
        <p>
          {used.name}: {SCALES[used.scale].name}, of {used.outOf} marks. Checked by{' '}
          {nameOf(used.qaBy)}, {sayUkDate(used.qaOn) ?? used.qaOn}.{' '}
          {used.thresholds.map(({ label, min }) => `${label} from ${min}`).join(', ')}.
        </p>
      ) : null}
      {apart ? (
        <Notice tone="warn" live={false} title={`The boundaries are of ${used.outOf} marks`}>
          This sitting has papers of {outOf} marks together. Add the missing paper’s totals, or pick
          boundaries of {outOf} marks.
        </Notice>
      ) : null}
      {sets.length === 0 && !used ? (
        <Notice
          tone="info"
          live={false}
          title="The library has no boundaries for this paper"
          action={<LinkButton to="/qla/papers">Go to the papers</LinkButton>}
        >
          A subject lead adds them there, and an Assistant Principal for achievement checks them.
        </Notice>
      ) : null}
      <CardList label="Boundaries in the library">
        {sets
          .filter(({ id }) => id !== used?.set)
          .map((set) => {
            const found = toUse(set)
            return (
              <IndexCard
                key={set.id}
                title={set.name}
                meta={[SCALES[set.scale].name, set.year, `of ${set.outOf} marks`]}
                chips={
                  found.ok ? (
                    <Badge tone="ok">Checked</Badge>
                  ) : (
                    <Badge tone="warn">
                      {found.error === 'faulty' ? 'To put right first' : 'Not checked yet'}
                    </Badge>
                  )
                }
                actions={
                  found.ok && here.writes ? (
                    <Button onClick={() => here.add(boundariesUsedRecord, found.value)}>
                      Use these: {set.name}
                    </Button>
                  ) : undefined
                }
              >
                {set.thresholds.map(({ label, min }) => `${label} from ${min}`).join(', ')}
              </IndexCard>
            )
          })}
      </CardList>
    </>
  )
}
