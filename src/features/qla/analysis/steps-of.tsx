import { totalsOf } from '../../../domain/qla/totals.ts'
import { Steps } from '../../../ui/steps.tsx'
import { paths } from '../paths.ts'
import type { AnalysisHere } from './use-analysis.ts'

const ORDER = ['enter', 'picture', 'decide', 'retest', 'grades'] as const
type At = (typeof ORDER)[number]

const LABELS: Readonly<Record<At, string>> = {
  enter: 'Marks',
  picture: 'Picture',
  decide: 'Decide',
  retest: 'Retest',
  grades: 'Grades',
}

/** The way of a paper from its marks to the mark book, and where one is on it. */
export function StepsOf({ here, current }: { here: AnalysisHere; current: At }) {
  const done: Readonly<Record<At, boolean>> = {
    enter: [...totalsOf(here.grid).values()].every((total) => total !== null),
    picture: here.areas.length > 0,
    decide: here.reteaches.some(({ on }) => on !== ''),
    retest: here.retests.some(({ doneAt }) => doneAt !== null),
    grades: here.entered.length > 0,
  }
  return (
    <Steps
      label="From marks to grades"
      direction="across"
      steps={ORDER.map((id) => ({
        id,
        label: LABELS[id],
        state: id === current ? 'current' : done[id] ? 'done' : 'todo',
        to: id === current ? undefined : paths[id](here.at),
      }))}
    />
  )
}
