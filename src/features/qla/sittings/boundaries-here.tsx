import { toUse, usedLast } from '../../../domain/qla/boundaries.ts'
import { boundariesUsedRecord } from '../../../domain/qla/sitting.ts'
import { SCALES } from '../../../domain/qla/scales.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { setsOfPaper } from '../papers/boundary-sets.ts'
import { useBoundaries } from '../papers/use-library.ts'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import type { SittingHere } from './use-sitting.ts'

/** By which boundaries this paper is graded: a copy of checked ones, or none (C30). */
export function BoundariesHere({ here }: { here: SittingHere }) {
  const { me, now } = useDesk()
  const nameOf = useNames()
  const { sitting, document, writes } = here
  const used = usedLast(document.all(boundariesUsedRecord).rows)
  const sets = setsOfPaper(useBoundaries(), sitting.paper)
  const ready = sets.flatMap((set) => {
    const copy = toUse(set)
    const same = copy.ok && used?.set === set.id && used.qaOn === copy.value.qaOn
    return copy.ok && !same ? [copy.value] : []
  })
  return (
    <Section title="Boundaries">
      {used ? (
        <p>
          {SCALES[used.scale].name}, {used.year}, out of {used.outOf}.{' '}
          <Badge tone="ok">
            Checked by {nameOf(used.qaBy)}, {sayUkDate(used.qaOn) ?? used.qaOn}
          </Badge>
        </p>
      ) : (
        <p>
          None yet.{' '}
          {sets.length > 0 && ready.length === 0
            ? 'Those of this paper wait for the Assistant Principal in charge of achievement to check them.'
            : 'Marks and areas can be worked on without; grades cannot.'}
        </p>
      )}
      {writes
        ? ready.map((copy) => (
            <Button
              key={copy.set}
              onClick={() =>
                document.create(boundariesUsedRecord, { ...copy, by: me.person, madeAt: now() })
              }
            >
              Use the checked boundaries: {SCALES[copy.scale].name}, {copy.year}
            </Button>
          ))
        : null}
      {sets.length === 0 && sitting.paper !== '' ? (
        <LinkButton to={paths.paper(sitting.paper)}>See the paper in the library</LinkButton>
      ) : null}
    </Section>
  )
}
