import { milestoneWords } from '../../../domain/rep/milestones.ts'
import { type ItemStanding, nextMilestone, standingWords } from '../../../domain/rep/statuses.ts'
import { itemsForVisit } from '../../../domain/rep/visit-pack.ts'
import { live, type RepVisit } from '../../../domain/rep/work.ts'
import { Badge } from '../../../ui/badge.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../paths.ts'
import type { RepHere } from '../use-rep.ts'
import { sayCount, standingTone } from '../words.ts'

interface VisitItemsProps {
  here: RepHere
  visit: RepVisit
}

/** Every item of the plan as a visitor goes through them: carried forward first, by name (C16). */
export function VisitItems({ here, visit }: VisitItemsProps) {
  const next = nextMilestone(here.reviews)
  const { carried, due, others } = itemsForVisit(here.standings, next)
  const parts = [
    ['Carried forward', carried],
    [next === null ? 'Still to do' : `Due next: ${milestoneWords(next).toLowerCase()}`, due],
    ['The other items', others],
  ] as const
  return parts.map(([title, items]) =>
    items.length === 0 ? null : (
      <Section key={title} title={`${title} (${items.length})`}>
        <CardList label={title} columns="one">
          {items.map((one) => (
            <ItemCard key={one.item.id} here={here} visit={visit} standing={one} />
          ))}
        </CardList>
      </Section>
    ),
  )
}

function ItemCard({ here, visit, standing }: VisitItemsProps & { standing: ItemStanding }) {
  const { item, carriedFrom } = standing
  const written = live(here.seen).filter(
    (one) => one.item === item.id && one.visit === visit.id,
  ).length
  const [from] = carriedFrom
  return (
    <IndexCard
      title={item.text.trim()}
      to={paths.visitItem(here.rep.id, visit.id, item.id)}
      meta={[from ? `Carried from “${milestoneWords(from)}”` : '']}
      chips={
        <>
          <Badge tone={standingTone(standing)}>{standingWords(standing)}</Badge>
          {written > 0 ? (
            <Badge tone="ok">{sayCount(written, 'entry', 'entries')} today</Badge>
          ) : null}
        </>
      }
    />
  )
}
