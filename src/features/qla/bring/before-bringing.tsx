import type { ItemMark } from '../../../domain/qla/marks-table.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { count, sayPupil } from '../words.ts'
import type { Arrival } from './arrivals.ts'
import type { Into } from './into.ts'

const SHOWN = 12

export const countOf = (arrivals: readonly Arrival[], meeting: Arrival['meets']): number =>
  arrivals.filter((one) => one.meets === meeting).length

/** A mark of the table whose cell the retest did not open. */
export interface NotAsked extends ItemMark {
  readonly pupil: string
}

/** "Tilly Spoon, question 12b" */
function sayPlace({ pupil, item }: Pick<Arrival, 'pupil' | 'item'>, here: SittingHere): string {
  const who = here.pupils.find(({ key }) => key === pupil)
  const question = here.items.find(({ key }) => key === item)
  const paper = here.components.find(({ key }) => key === item)
  const what = question ? `question ${sayItem(question)}` : (paper?.name ?? 'another paper')
  return `${who ? sayPupil(who) : 'A pupil'}, ${what}`
}

/** "Tilly Spoon, question 12b: 1 here, 2 in the table" */
function sayArrival(arrival: Arrival, here: SittingHere): string {
  const there = arrival.typed.map((mark) => mark.value).join(' and ')
  return `${sayPlace(arrival, here)}: ${there} here, ${arrival.value} in the table`
}

interface ListProps<T> {
  all: readonly T[]
  say: (one: T) => string
}

function First<T>({ all, say }: ListProps<T>) {
  return (
    <>
      <ul>
        {all.slice(0, SHOWN).map((one) => (
          <li key={say(one)}>{say(one)}</li>
        ))}
      </ul>
      {all.length > SHOWN ? `And ${all.length - SHOWN} more.` : null}
    </>
  )
}

interface BeforeProps {
  here: SittingHere
  into: Into
  arrivals: readonly Arrival[]
  notAsked: readonly NotAsked[]
}

/** What would happen, before anything does. */
export function BeforeBringing({ here, into, arrivals, notAsked }: BeforeProps) {
  const differing = arrivals.filter((one) => one.meets === 'another')
  const added = new Set(arrivals.flatMap(({ newPaper }) => (newPaper ? [newPaper.name] : [])))
  return (
    <>
      {arrivals.length > 0 ? (
        <p>
          {count(countOf(arrivals, 'nothing'), 'mark is new', 'marks are new')},{' '}
          {count(countOf(arrivals, 'the same'), 'is here already', 'are here already')}.
        </p>
      ) : null}
      {added.size > 0 ? <p>Added to this test, by their totals: {[...added].join(', ')}.</p> : null}
      {differing.length > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title={`${count(differing.length, 'mark differs', 'marks differ')} from what is here`}
        >
          Both are kept, and neither counts until you pick under {into.picksUnder}.
          <First all={differing} say={(one) => sayArrival(one, here)} />
        </Notice>
      ) : null}
      {notAsked.length > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title={
            notAsked.length === 1
              ? '1 mark of the table stays out'
              : `${notAsked.length} marks of the table stay out`
          }
        >
          A retest takes marks only of questions that are asked again, and of pupils who lost marks
          on them. To ask more again, choose it under Retest first.
          <First
            all={notAsked}
            say={(one) => `${sayPlace(one, here)}: ${one.value} in the table`}
          />
        </Notice>
      ) : null}
    </>
  )
}
