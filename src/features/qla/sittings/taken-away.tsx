import { LinkButton, Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useDoing } from '../../../ui/use-doing.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import type { SittingHere } from './use-sitting.ts'
import { useTakeAway } from './use-take-away.ts'

/** A paper that somebody took away: who, when and why, and the way back for who may. */
export function TakenAway({ here }: { here: SittingHere }) {
  const nameOf = useNames()
  const takeAway = useTakeAway(here)
  const { doing, run } = useDoing()
  const { paperName, className, removedAt, removedBy, removedWhy } = here.sitting
  return (
    <EmptyState
      title={`${paperName}, ${className}, was taken away`}
      action={
        <>
          {takeAway ? (
            <Button busy={doing === 'under way'} onClick={() => void run(takeAway.bringBack)}>
              Bring it back
            </Button>
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
      {doing === 'failed' ? (
        <p role="alert">
          The storage of this device does not answer, so it may not be back in every list. Press the
          button again.
        </p>
      ) : null}
      <p>Its marks are kept until a year after the end of the school year, then erased.</p>
    </EmptyState>
  )
}
