import { milestoneWords } from '../../../domain/rep/milestones.ts'
import { nextMilestone } from '../../../domain/rep/statuses.ts'
import { daysLeftWords } from '../../../domain/rep/weeks.ts'
import { promisedBefore, type RepVisit } from '../../../domain/rep/work.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import type { RepHere } from '../use-rep.ts'
import { useAboutSchool } from './use-pack.ts'
import { sayCount } from '../words.ts'

const SHOWN = 3

interface VisitPackProps {
  here: RepHere
  visit: RepVisit
  /** yyyy-mm-dd */
  today: string
}

/** What to know before going in: what is next, what was promised, what else stands open at the school. */
export function VisitPack({ here, visit, today }: VisitPackProps) {
  const { safety, areas } = useAboutSchool(here.rep.urn, today)
  return (
    <Section title="Before you go in">
      <KeyValue
        items={[
          { label: 'Next milestone', value: sayNext(here, today) },
          {
            label: 'Promised last time',
            value: promisedBefore(here.visits, visit.date) || 'Nothing is written down.',
          },
          {
            label: 'Health and safety',
            value:
              safety === null
                ? 'The school’s actions are not open to you. Ask the head what is open.'
                : sayList(
                    safety.map(({ what }) => what.trim()),
                    'open action',
                    'Nothing is open.',
                  ),
          },
          {
            label: 'Areas to explore',
            value:
              areas === null
                ? 'No letter of a review is open to you. Ask the head for it.'
                : sayList(areas, 'area', 'The last letter names none.'),
          },
        ]}
      />
    </Section>
  )
}

function sayNext({ reviews, due }: RepHere, today: string): string {
  const next = nextMilestone(reviews)
  if (next === null) return 'All three have been reviewed.'
  const day = due.find(({ milestone }) => milestone === next)?.due
  if (day === undefined) return `${milestoneWords(next)}, no day yet`
  return `${milestoneWords(next)}: ${sayUkDate(day) ?? day}, ${daysLeftWords(day, today).toLowerCase()}`
}

function sayList(lines: readonly string[], noun: string, none: string): string {
  if (lines.length === 0) return none
  const more = lines.length - SHOWN
  const shown = lines.slice(0, SHOWN).join('; ')
  return `${sayCount(lines.length, noun)}: ${shown}${more > 0 ? `; and ${more} more` : ''}`
}
