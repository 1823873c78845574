import { live, wordsOn } from '../../../domain/rep/work.ts'
import { type Milestone, milestoneWords, MILESTONE_NAMES } from '../../../domain/rep/milestones.ts'
import { itemsToReview } from '../../../domain/rep/review.ts'
import { type ItemStanding, standingWords } from '../../../domain/rep/statuses.ts'
import { useNames } from '../../../store/use-names.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Link } from '../../../ui/link.tsx'
import { Section } from '../../../ui/section.tsx'
import { writeUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import type { RepHere } from '../use-rep.ts'
import { ChangeOwner } from './change-owner.tsx'
import { SetStatus } from './set-status.tsx'
import styles from './review.module.css'
import { shortly, standingTone } from '../words.ts'

interface EveryItemProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  milestone: Milestone
  /** Record id of the review at which statuses are set, or ''. */
  review: string
}

/** Every item of the plan: those that this review speaks of first, and none left out (C16). */
export function EveryItem({ here, today, milestone, review }: EveryItemProps) {
  const spoken = itemsToReview(here.standings, milestone, review)
  const carried = spoken.filter(({ item }) => item.milestone !== milestone)
  const own = spoken.filter(({ item }) => item.milestone === milestone)
  const rest = here.standings.filter((one) => !spoken.includes(one))
  const shared = { here, today, review }
  return (
    <>
      <Items
        {...shared}
        title={`Items of “${milestoneWords(milestone)}”`}
        lead={`${own.length} of the plan’s ${here.standings.length} items. Each gets a status; none is hidden.`}
        standings={own}
      />
      {carried.length === 0 ? null : (
        <Items
          {...shared}
          title="Carried forward to this review"
          lead="Not met at a review before."
          standings={carried}
        />
      )}
      {MILESTONE_NAMES.map((name) => {
        const later = rest.filter(({ item }) => item.milestone === name)
        return later.length === 0 ? null : (
          <Others key={name} here={here} milestone={name} standings={later} />
        )
      })}
    </>
  )
}

/** Items that this review does not speak of: where each stands, and the way to it. */
function Others({
  here,
  milestone,
  standings,
}: Pick<EveryItemProps, 'here' | 'milestone'> & { standings: readonly ItemStanding[] }) {
  const words = `Other items: “${milestoneWords(milestone)}”`
  return (
    <Section title={words}>
      <ul className={styles.lines} aria-label={words}>
        {standings.map((one) => (
          <li key={one.item.id} className={styles.line}>
            <span className={styles.lineWords}>
              <Link to={paths.item(here.rep.id, one.item.id)}>{shortly(one.item.text, 300)}</Link>
            </span>
            <Badge tone={standingTone(one)}>{standingWords(one)}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface ItemsProps extends Omit<EveryItemProps, 'milestone'> {
  title: string
  lead: string
  standings: readonly ItemStanding[]
}

function Items({ here, today, review, title, lead, standings }: ItemsProps) {
  return (
    <Section title={title} lead={lead}>
      <CardList label={title} columns="one">
        {standings.map((standing, at) => (
          <IndexCard
            key={standing.item.id}
            title={`${at + 1}. ${shortly(standing.item.text, 300)}`}
          >
            <div className={styles.stack}>
              <Evidence here={here} standing={standing} />
              <SetStatus here={here} standing={standing} today={today} review={review} />
              <ChangeOwner here={here} standing={standing} />
            </div>
          </IndexCard>
        ))}
      </CardList>
    </Section>
  )
}

/** What shows it, in short: how much there is, and the last of it. */
function Evidence({ here, standing }: { here: RepHere; standing: ItemStanding }) {
  const nameOf = useNames()
  const seen = live(standing.seen)
  const last = seen.at(-1)
  const all = paths.item(here.rep.id, standing.item.id)
  if (!last)
    return (
      <p className={styles.soft}>
        No evidence yet. <Link to={all}>Open the item</Link>
      </p>
    )
  const { count, text, barrier } = last
  const said = wordsOn(here.words, last.id).at(-1)
  return (
    <div className={styles.evidence}>
      <p>
        {count === null ? '' : `${count.n} of ${count.of}. `}
        {shortly(text)}
      </p>
      {barrier.trim() === '' ? null : <p>In the way: {shortly(barrier)}</p>}
      {said ? (
        <p>
          {nameOf(said.by)}
          {said.agrees ? ' agrees' : ' says'}
          {said.text.trim() === '' ? '' : `: ${shortly(said.text)}`}
        </p>
      ) : null}
      <p className={styles.soft}>
        {nameOf(last.by)}, {writeUkDate(last.on)}.{' '}
        <Link to={all}>
          {seen.length === 1 ? 'Open the item' : `All ${seen.length} pieces of evidence`}
        </Link>
      </p>
    </div>
  )
}
