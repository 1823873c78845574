import { LinkButton, Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import type { SittingHere } from './use-sitting.ts'
import { useTakeAway } from './use-take-away.ts'

/** A paper that somebody took away: who, when and why, and the way back for who may. */
export function TakenAway({ here }: { here: SittingHere }) {
  const nameOf = useNames()
  const takeAway = useTakeAway(here)
  const { paperName, className, removedAt, removedBy, removedWhy } = here.sitting
  return (
    <EmptyState
      title={`${paperName}, ${className}, was taken away`}
      action={
        <>
          {takeAway ? (
            <Button onClick={() => void takeAway.bringBack()}>Bring it back</Button>
          ) : null}
          <LinkButton tone="primary" to={paths.sittings}>
            See the papers sat
          </LinkButton>
        </>
      }
    >
      <p>
        By {nameOf(removedBy)}
        {removedAt === null ? '' : `, ${sayTime(removedAt, 'moment')}`}: {removedWhy}
      </p>
      <p>Its marks are kept until a year after the end of the school year, then erased.</p>
    </EmptyState>
  )
}
