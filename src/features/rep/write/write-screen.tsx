import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { kindWords } from '../words.ts'
import { HeadPart } from './head-part.tsx'
import { HeadRead } from './head-read.tsx'
import { IssuePart, Issued } from './issue-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { MentorsPart } from './mentors-part.tsx'
import { PassesPart } from './passes-part.tsx'
import { StartPart } from './start-part.tsx'
import { WhenPart } from './when-part.tsx'

export default function WriteScreen() {
  return <RepGate>{(here, today) => <Write here={here} today={today} />}</RepGate>
}

/** The plan as it is written; once it is issued, as it stands. */
function Write({ here, today }: { here: RepHere; today: string }) {
  const { plan, rep, drafted, writesPlan, decided } = here
  const open = drafted && writesPlan && decided.plan.waiting.length === 0
  return (
    <Page
      title={drafted ? 'Write the plan' : 'The plan as it was issued'}
      lead={`${here.school}. ${kindWords(rep.kind)}.${open ? ' Each word is kept as you write.' : ''}`}
      back={{ to: paths.rep(rep.id), label: plan?.code || here.school }}
    >
      <NewerRecords here={here} />
      {plan === null ? (
        open ? (
          <StartPart here={here} today={today} />
        ) : (
          <NotBegun />
        )
      ) : (
        <>
          {drafted ? null : <Issued here={here} />}
          {open ? <HeadPart here={here} plan={plan} /> : <HeadRead here={here} plan={plan} />}
          <WhenPart here={here} plan={plan} open={open} />
          <MentorsPart here={here} plan={plan} />
          <ItemsPart here={here} open={open} />
          {open ? <PassesPart here={here} /> : null}
          {drafted ? <IssuePart here={here} /> : null}
        </>
      )}
    </Page>
  )
}

function NotBegun() {
  return (
    <EmptyState
      title="Nothing is written yet"
      action={<LinkButton to={paths.all}>See all plans</LinkButton>}
    >
      <p>The CEO or the Executive Headteacher writes it. It comes here as they do.</p>
    </EmptyState>
  )
}
