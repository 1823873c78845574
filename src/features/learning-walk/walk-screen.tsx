import { useState } from 'react'
import {
  nextStage,
  notShared,
  stepNeeds,
  WALK_STAGES,
  walkStepRecord,
  type WalkStage,
} from '../../domain/learning-walk/stages.ts'
import { partsOf } from '../../domain/learning-walk/walk.ts'
import { BigText } from '../../ui/big-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Steps } from '../../ui/steps.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import { paths } from './paths.ts'
import { agreedFacts } from './plan/agreed-facts.ts'
import { TellDsl } from './tell-dsl.tsx'
import { usePeople } from './use-people.ts'
import type { WalkHere } from './use-walk.ts'
import { NewerRecords, WalkGate } from './walk-gate.tsx'
import { kindWords, needWords, sayCount, sayList, stageWords, stepVerbs } from './words.ts'

export default function WalkScreen() {
  return <WalkGate>{(here) => <Walk here={here} />}</WalkGate>
}

/** A walk on one page: how far it is, its parts, and the step that comes next. */
function Walk({ here }: { here: WalkHere }) {
  const { walk, school, walkers } = here
  const nameOf = usePeople()
  const who = walkers.length === 0 ? 'Nobody is named yet' : sayList(walkers.map(nameOf))
  return (
    <Page
      title={walk.focus.trim() || kindWords(walk.kind)}
      lead={`${kindWords(walk.kind)} at ${school}, ${sayUkDate(walk.date) ?? 'no date yet'}. ${who}.`}
      back={{ to: paths.walks, label: 'Walks' }}
      actions={here.writes ? <TellDsl here={here} /> : undefined}
    >
      <NewerRecords here={here} />
      <Stages here={here} />
      {here.writes ? <NextStep key={here.stage} here={here} /> : null}
      <Parts here={here} />
    </Page>
  )
}

function Stages({ here }: { here: WalkHere }) {
  const nameOf = usePeople()
  const at = here.stage === null ? -1 : WALK_STAGES.indexOf(here.stage)
  return (
    <Steps
      label="How far this walk is"
      direction="across"
      steps={WALK_STAGES.map((stage, n) => {
        const step = here.steps
          .filter(({ to }) => to === stage)
          .sort((a, b) => a.madeAt - b.madeAt)[0]
        return {
          id: stage,
          label: stageWords[stage],
          state: n <= at ? 'done' : n === at + 1 ? 'current' : 'todo',
          detail: step
            ? `${nameOf(step.by)}, ${sayTime(step.madeAt, 'moment')}${step.reason === '' ? '' : `. Reason: ${step.reason}`}`
            : undefined,
        }
      })}
    />
  )
}

/** The step that comes next: taken here, with or without signal; what is missing is said first. */
function NextStep({ here }: { here: WalkHere }) {
  const to = nextStage(here.stage)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const themes = here.lines.filter(({ text }) => text.trim() !== '').length
  if (to === null) return null
  const needs = stepNeeds(to, { ...here, themes })
  const stops = needs.filter(({ kind }) => kind === 'stop')
  const asks = needs.length > stops.length
  const take = () => {
    setAsked(true)
    if (stops.length > 0 || (asks && reason.trim() === '')) return
    here.add(walkStepRecord, { to, reason: asks ? reason.trim() : '' })
  }
  return (
    <Section title={`Next: ${stageWords[to].toLowerCase()}`}>
      {needs.length > 0 ? (
        <Notice
          tone={stops.length > 0 ? 'warn' : 'info'}
          live={false}
          title={stops.length > 0 ? 'Before this step' : 'Not everything is done'}
        >
          {needs.map(({ what }) => (
            <p key={what}>{needWords[what]}</p>
          ))}
        </Notice>
      ) : null}
      {asks && stops.length === 0 ? (
        <BigText
          label="Why it goes on all the same"
          minRows={2}
          value={reason}
          onChange={setReason}
          error={
            asked && reason.trim() === '' ? 'Give a reason, or do what is missing.' : undefined
          }
        />
      ) : null}
      <StepHelp here={here} to={to} />
      <Button tone="primary" disabled={stops.length > 0} onClick={take}>
        {stepVerbs[to]}
      </Button>
    </Section>
  )
}

/** Where one does what the step is about. */
function StepHelp({ here, to }: { here: WalkHere; to: WalkStage }) {
  if (to === 'agreed') return <LinkButton to={paths.plan(here)}>Go to the plan</LinkButton>
  if (to === 'shared_with_staff')
    return <LinkButton to={paths.share(here)}>Share what was seen</LinkButton>
  if (to === 'summarised') return <LinkButton to={paths.summary(here)}>Sum up</LinkButton>
  return null
}

function Parts({ here }: { here: WalkHere }) {
  const parts = partsOf(here.walk.kind)
  const { told } = agreedFacts(here)
  const been = here.rooms.filter(({ arrivedAt }) => arrivedAt !== null)
  const books = here.seen.filter(({ strand }) => strand === 'books').length
  const quiet = notShared(here.rooms).length
  return (
    <Section title="Parts of this walk">
      <CardList label="Parts of this walk">
        <IndexCard title="Plan" to={paths.plan(here)} meta={[told]}>
          Focus, date, who walks, sample and prompts.
        </IndexCard>
        {parts.includes('rooms') ? (
          <IndexCard
            title="Rooms"
            to={paths.rooms(here)}
            meta={[`${been.length} of ${sayCount(here.rooms.length, 'room')} visited`]}
          >
            Five minutes each: look at, not look for.
          </IndexCard>
        ) : null}
        {parts.includes('books') ? (
          <IndexCard
            title="Books"
            to={paths.books(here)}
            meta={[books === 0 ? 'Not begun' : `${books} of ${here.prompts.length} prompts begun`]}
          >
            Patterns over the sample, never one book alone.
          </IndexCard>
        ) : null}
        {parts.includes('pupils') ? (
          <IndexCard
            title="Pupil voice"
            to={paths.pupils(here)}
            meta={[sayCount(here.groups.length, 'group')]}
          >
            Questions, a tally, and pupils’ own words without names.
          </IndexCard>
        ) : null}
        {parts.includes('study') ? (
          <IndexCard
            title="Pairs and books"
            to={paths.study(here)}
            meta={[sayCount(here.pairs.length, 'pair')]}
          >
            What pupils remember, which words are secure, what the books show.
          </IndexCard>
        ) : null}
        {parts.includes('study') ? null : (
          <IndexCard title="Seen together" to={paths.together(here)}>
            Lessons, books, pupils and data beside each other: where they agree, where nobody
            looked.
          </IndexCard>
        )}
        <IndexCard
          title="Share"
          to={paths.share(here)}
          meta={[quiet === 0 ? '' : `${sayCount(quiet, 'room')} not shared yet`]}
        >
          With each person visited: something kind, something specific, a question.
        </IndexCard>
        <IndexCard
          title="Sum up"
          to={paths.summary(here)}
          meta={[sayCount(here.lines.length, 'theme')]}
        >
          Themes for the whole school, and the next focus.
        </IndexCard>
      </CardList>
    </Section>
  )
}
