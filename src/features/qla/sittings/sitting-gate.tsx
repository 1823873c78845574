import { type ReactNode, useEffect } from 'react'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { useKeepUp } from '../keep/use-keep-up.ts'
import { paths } from '../paths.ts'
import { TakenAway } from './taken-away.tsx'
import { type SittingHere, useSittingHere } from './use-sitting.ts'

const back = { to: paths.sittings, label: 'Question analysis' }
const toSittings = (
  <LinkButton tone="primary" to={paths.sittings}>
    See the papers sat
  </LinkButton>
)

/** Opens the sitting of the address, or says plainly why it cannot. Tells colleagues that I am in it. */
export function SittingGate({ children }: { children: (here: SittingHere) => ReactNode }) {
  const here = useSittingHere()
  const { present } = useDesk()
  const name = typeof here === 'object' ? here.name : null
  useEffect(() => {
    present(name)
    return () => present(null)
  }, [present, name])
  if (here === 'opening') return <LoadingState label="Opening the paper" />
  if (here === 'not-open')
    return (
      <Page title="Not open to you" back={back}>
        <EmptyState icon={IconLock} title="This paper is not open to you" action={toSittings}>
          <p>
            Marks stay with those who teach the class, those they asked to mark, and those who lead
            assessment at the school.
          </p>
        </EmptyState>
      </Page>
    )
  if (here === 'missing')
    return (
      <Page title="Not here yet" back={back}>
        <EmptyState title="This paper is not on this device" action={toSittings}>
          <p>If a colleague has begun it, it comes by itself as soon as both have had signal.</p>
        </EmptyState>
      </Page>
    )
  if (here.sitting.removedAt !== null)
    return (
      <Page title="Taken away" back={back}>
        <TakenAway here={here} />
      </Page>
    )
  return <Kept here={here}>{children(here)}</Kept>
}

function Kept({ here, children }: { here: SittingHere; children: ReactNode }) {
  useKeepUp(here)
  return <>{children}</>
}
