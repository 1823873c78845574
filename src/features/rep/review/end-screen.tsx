import { useState } from 'react'
import { stepsFrom } from '../../../domain/decisions.ts'
import {
  countReps,
  endingGuards,
  endingReason,
  extensionGuards,
  extensionReason,
  letterIn,
} from '../../../domain/rep/extending.ts'
import { repMachine } from '../../../domain/rep/machine.ts'
import { REASON_LENGTH, reviewsHeld } from '../../../domain/rep/progress.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { paths } from '../paths.ts'
import { RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { Guards } from './guards.tsx'
import { saidBy } from '../words.ts'

/** A plan goes on as an extension, or ends: the two ways out of it. */
export default function EndScreen() {
  return (
    <RepGate>
      {(here) => (
        <Page
          title="Extend or end the plan"
          lead={here.school}
          back={{ to: paths.rep(here.rep.id), label: here.plan?.code || 'The plan' }}
        >
          <WaysOut here={here} />
        </Page>
      )}
    </RepGate>
  )
}

function WaysOut({ here }: { here: RepHere }) {
  const { me } = useDesk()
  const { plan } = here.decided
  const steps = stepsFrom(repMachine, plan.stage, me, here.rep).map(({ to }) => to)
  const waiting = plan.waiting.find(({ to }) => to === 'extended' || to === 'ended')
  if (waiting)
    return (
      <Notice tone="info" title="This waits for the trust’s word">
        {waiting.to === 'ended' ? 'The end' : 'The extension'} is kept on this device. It counts
        once the trust has confirmed it, when the device has signal.
      </Notice>
    )
  return (
    <>
      <Declined here={here} />
      <Decided here={here} />
      {here.drafted ? (
        <Notice tone="info" live={false} title="The plan is a draft">
          It is extended or ended once it has been issued.
        </Notice>
      ) : null}
      {steps.includes('extended') ? <Extend here={here} /> : null}
      {steps.includes('ended') ? <End here={here} /> : null}
      {here.drafted || plan.stage === 'ended' || steps.includes('ended') ? null : (
        <Notice tone="info" live={false} title="Only the Chief Executive ends a plan">
          A CEO letter names it. A milestone review can recommend it.
        </Notice>
      )}
    </>
  )
}

/** What was decided before, with its reason. */
function Decided({ here }: { here: RepHere }) {
  const nameOf = useNames()
  const ends = here.decided.plan.decisions.filter(({ to }) => to === 'extended' || to === 'ended')
  return ends.map((one) => (
    <Notice
      key={one.id}
      tone="ok"
      live={false}
      title={one.to === 'ended' ? 'The plan has ended' : 'The plan is extended'}
      action={
        one.to === 'extended' && here.writesPlan ? (
          <LinkButton to={paths.begin}>Begin the plan that goes on</LinkButton>
        ) : undefined
      }
    >
      <p>{one.to === 'ended' ? `The letter: ${letterIn(one.reason) ?? one.reason}` : one.reason}</p>
      <p>{saidBy(one, nameOf)}</p>
    </Notice>
  ))
}

function Declined({ here }: { here: RepHere }) {
  const last = here.decided.plan.declined.findLast(({ to }) => to === 'extended' || to === 'ended')
  if (!last || ['extended', 'ended'].includes(here.decided.plan.stage)) return null
  return (
    <Notice tone="warn" live={false} title="The trust did not take it">
      The plan, or the number of plans, had changed since. Read what is shown now and say it again.
    </Notice>
  )
}

function Extend({ here }: { here: RepHere }) {
  const { me } = useDesk()
  const [why, setWhy] = useState('')
  const [asked, setAsked] = useState(false)
  const count = countReps(me.reps ?? [], here.rep.urn)
  const extend = async () => {
    if (why.trim() === '') return setAsked(true)
    await here.decided.propose('plan', 'extended', extensionReason(count, why))
  }
  return (
    <Section
      title="Extend"
      lead="The number of plans and extensions before goes into the decision, with your reason."
    >
      <Guards guards={extensionGuards(count)} />
      <BigText
        label="Why another extension is needed"
        minRows={2}
        value={why}
        onChange={(text) => setWhy(text.slice(0, REASON_LENGTH))}
        error={asked && why.trim() === '' ? 'Say why, in a sentence.' : undefined}
      />
      <div>
        <Button tone="primary" onClick={() => void extend()}>
          Extend the plan
        </Button>
      </div>
    </Section>
  )
}

function End({ here }: { here: RepHere }) {
  const [letter, setLetter] = useState('')
  const [asked, setAsked] = useState(false)
  const recommended = reviewsHeld(here.reviews).some(({ decision }) => decision === 'recommend_end')
  const guards = endingGuards(letter, here.standings, recommended)
  const stopped = guards.find(({ kind }) => kind === 'stop')
  const end = async () => {
    if (stopped) return setAsked(true)
    await here.decided.propose('plan', 'ended', endingReason(letter))
  }
  return (
    <Section
      title="End"
      lead="You end it as Chief Executive, and a CEO letter says so. What is not met stays in the record."
    >
      <TextLine
        label="CEO letter that names the end"
        hint="By its half-term or its day, e.g. Autumn 2, 2026-27"
        value={letter}
        onChange={(text) => setLetter(text.slice(0, REASON_LENGTH))}
        error={asked && stopped ? stopped.words : undefined}
      />
      <Guards guards={guards} />
      <div>
        <Button tone="danger" onClick={() => void end()}>
          End the plan
        </Button>
      </div>
    </Section>
  )
}
