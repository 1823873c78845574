import { itemStatusWords, milestoneWords } from '../../../domain/rep/milestones.ts'
import { repStageWords } from '../../../domain/rep/stages.ts'
import { type ItemStanding, tallyOf } from '../../../domain/rep/statuses.ts'
import { daysLeftWords } from '../../../domain/rep/weeks.ts'
import { useNames } from '../../../store/use-names.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IndexCard } from '../../../ui/index-card.tsx'
import type { PlanListed } from '../board/use-plans.ts'
import { paths } from '../paths.ts'
import { extensionWords, kindWords, sayCount, sayDay } from '../words.ts'

const NOT_RUNNING: readonly string[] = ['drafted', 'ended']

/** One plan of a school: how far it is, what is next, and how its items stand. */
export function RepCard({ listed, today }: { listed: PlanListed; today: string }) {
  const nameOf = useNames()
  const { rep, plan, standings } = listed
  const { stage = 'drafted', mentors } = rep
  const next = NOT_RUNNING.includes(stage) ? null : listed.next
  return (
    <IndexCard
      title={plan?.code || 'No code yet'}
      to={paths.rep(rep.id)}
      meta={[
        kindWords(rep.kind),
        extensionWords(rep.extensionNo),
        mentors.length === 0
          ? 'No mentor'
          : `${mentors.length === 1 ? 'Mentor' : 'Mentors'}: ${mentors.map(nameOf).join(', ')}`,
      ]}
      chips={
        <>
          <Badge tone={stage === 'ended' ? 'neutral' : 'info'}>{repStageWords(stage)}</Badge>
          {next === null ? null : (
            <Badge tone={next.due < today ? 'warn' : 'neutral'}>
              {daysLeftWords(next.due, today)}
            </Badge>
          )}
        </>
      }
    >
      {next === null ? null : (
        <p>
          Next: {milestoneWords(next.milestone)}, {sayDay(next.due)}
        </p>
      )}
      <p>{tallyWords(standings)}</p>
    </IndexCard>
  )
}

/** "16 items: 4 met, 2 partly met, 10 not started." */
export function tallyWords(standings: readonly ItemStanding[]): string {
  if (standings.length === 0) return 'No items yet.'
  const tally = tallyOf(standings)
  const said = (['met', 'partly_met', 'not_met', 'not_started'] as const)
    .filter((status) => tally[status] > 0)
    .map((status) => `${tally[status]} ${itemStatusWords(status).toLowerCase()}`)
  const apart = tally.differs > 0 ? [`${tally.differs} set apart by two people`] : []
  return `${sayCount(standings.length, 'item')}: ${[...said, ...apart].join(', ')}.`
}
