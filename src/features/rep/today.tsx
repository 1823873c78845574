import type { ReactNode } from 'react'
import { addDays } from '../../domain/calendar/dates.ts'
import { may } from '../../domain/access/table.ts'
import { schoolRoles, trustRoles } from '../../domain/access/held.ts'
import { repId } from '../../domain/ids.ts'
import { londonDate } from '../../domain/london.ts'
import { waitingForHead } from '../../domain/rep/heads-word.ts'
import { milestoneWords } from '../../domain/rep/milestones.ts'
import { movementsSince, timelineOf } from '../../domain/rep/timeline.ts'
import { daysLeftWords } from '../../domain/rep/weeks.ts'
import { visitsInOrder } from '../../domain/rep/work.ts'
import { type Desk, useDesk } from '../../store/react.tsx'
import { useToday } from '../../store/use-today.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { StartVisit } from './board/start-visit.tsx'
import { type PlanListed, usePlans } from './board/use-plans.ts'
import { paths } from './paths.ts'
import { sayCount } from './words.ts'

const WEEK = 7
const WEEK_MS = WEEK * 24 * 60 * 60 * 1000

/** For the home screen: the mentor's next visit, what waits for the head's word, reviews and plans that wait for the trust. */
export default function TodayReps() {
  const { me } = useDesk()
  // Most people have no part in a plan: nothing is looked up for them.
  return (me.reps ?? []).length === 0 ? null : <Parts />
}

function Parts() {
  const desk = useDesk()
  const today = useToday()
  const plans = usePlans(today)
  const cards = (plans ?? []).flatMap((plan) => [
    ...mentorCards(plan, desk, today),
    ...headCards(plan, desk),
    ...trustCards(plan, desk, today),
  ])
  if (cards.length === 0) return null
  return (
    <Section title="Rapid enhancement plans">
      <CardList label="Rapid enhancement plans">{cards}</CardList>
    </Section>
  )
}

interface CardOf {
  /** What it is about, once for each plan. */
  readonly what: string
  readonly title: string
  readonly to: string
  readonly text: string
  readonly actions?: ReactNode
}

const card = ({ rep, school }: PlanListed, { what, text, ...rest }: CardOf): ReactNode => (
  <IndexCard key={`${rep.id} ${what}`} meta={[school]} {...rest}>
    {text}
  </IndexCard>
)

function mentorCards(plan: PlanListed, { me }: Desk, today: string): ReactNode[] {
  const { rep, school, visits, next } = plan
  const mine =
    rep.mentors.includes(me.person) && may(me, 'write', { kind: 'rep-work', rep: repId(rep.id) })
  if (!mine) return []
  const own = visitsInOrder(visits).filter(({ by }) => by === me.person)
  const planned = own.at(-1)?.nextVisit ?? ''
  const text = next
    ? `${milestoneWords(next.milestone)}: ${daysLeftWords(next.due, today).toLowerCase()}.`
    : 'No milestone is to come.'
  return [
    card(plan, {
      what: 'visit',
      title: visitTitle(own.at(-1)?.date ?? '', planned, today),
      to: paths.all,
      text,
      actions: <StartVisit rep={rep.id} school={school} visits={visits} today={today} />,
    }),
  ]
}

/** @param last day of the last visit @param planned day of the next, yyyy-mm-dd or '' */
function visitTitle(last: string, planned: string, today: string): string {
  if (last === today) return 'Today’s visit'
  if (planned === today) return 'A visit is today'
  return planned > today ? `Next visit: ${sayUkDate(planned) ?? planned}` : 'No visit is planned'
}

function headCards(plan: PlanListed, { me, now }: Desk): ReactNode[] {
  const { rep, seen, words } = plan
  const held = schoolRoles(me, rep.urn)
  if (!held.includes('Head') && !held.includes('HoS')) return []
  const waits = waitingForHead(seen, words)
  const timeline = timelineOf({ ...plan, spends: [], decisions: [], dayOf: londonDate })
  const moved = movementsSince(timeline, now() - WEEK_MS).filter(({ by }) => by !== me.person)
  const [first] = waits
  return [
    ...(first
      ? [
          card(plan, {
            what: 'word',
            title: `${sayCount(waits.length, 'thing waits', 'things wait')} for your word`,
            to: paths.item(rep.id, first.item),
            text:
              waits.length === 1
                ? 'Agree, or say something.'
                : 'The first of them: agree, or say something.',
          }),
        ]
      : []),
    ...(moved.length > 0
      ? [
          card(plan, {
            what: 'moved',
            title: `${sayCount(moved.length, 'change')} in the last week`,
            to: paths.timeline(rep.id),
            text: 'What was proposed, set or decided, and by whom.',
          }),
        ]
      : []),
  ]
}

function trustCards(plan: PlanListed, { me }: Desk, today: string): ReactNode[] {
  const { rep, next } = plan
  if (!may(me, 'write', { kind: 'rep', rep: repId(rep.id) })) return []
  if (rep.stage === 'ended') return []
  if (rep.stage === 'drafted') {
    const ceo = trustRoles(me).includes('CEO')
    const text = ceo ? 'Read it, and issue it when it is ready.' : 'Only the CEO issues it.'
    return [card(plan, { what: 'draft', title: 'A plan is drafted', to: paths.rep(rep.id), text })]
  }
  if (!next || next.due > addDays(today, WEEK)) return []
  return [
    card(plan, {
      what: 'review',
      title: `Milestone review: ${daysLeftWords(next.due, today).toLowerCase()}`,
      to: paths.review(rep.id, next.milestone),
      text: `${milestoneWords(next.milestone)}: ${sayUkDate(next.due) ?? next.due}.`,
    }),
  ]
}
