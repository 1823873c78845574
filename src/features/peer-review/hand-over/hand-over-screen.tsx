import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { ForwardStep } from '../pack/stage-steps.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { Leave } from './leave.tsx'
import { ReceiveAll } from './receive-all.tsx'
import { Receive } from './receive.tsx'
import { SchoolPack } from './school-pack.tsx'
import { useHandOver } from './use-hand-over.ts'
import { WhoHas } from './who-has.tsx'

export default function HandOverScreen() {
  return <ReviewGate>{(here) => <HandOver {...here} />}</ReviewGate>
}

/** Notes are left at the school: what I hold, who has handed over, and what the head receives. */
function HandOver({ access, pack, mine, school }: ReviewHere) {
  const here = useHandOver(access)
  if (here.loading) return <LoadingState label="Opening the hand-over" />
  return (
    <Page title="Hand over" lead={school} back={{ to: paths.pack(access.id), label: school }}>
      {mine && !here.host ? <Leave access={access} school={school} here={here} /> : null}
      <Section
        title="Who has handed over"
        lead={here.over ? 'The review has gone on from here.' : undefined}
      >
        <WhoHas people={here.people} />
        {here.host ? <ReceiveAll review={access.id} people={here.people} /> : null}
        {here.open && !here.over ? <ForwardStep access={access} here="hand-over" /> : null}
      </Section>
      {here.host ? <Receive access={access} taken={here.taken} /> : null}
      {here.host && pack ? <SchoolPack access={access} pack={pack} /> : null}
    </Page>
  )
}
