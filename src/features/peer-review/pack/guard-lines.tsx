import type { Guard, GuardPlace } from '../../../domain/peer-review/guards.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { paths } from '../routing.ts'

/** Where each kind of thing is put right. */
const places: Record<GuardPlace, { to: (review: string) => string; label: string }> = {
  prepare: { to: paths.prepare, label: 'Open Prepare' },
  timetable: { to: paths.timetable, label: 'Open the timetable' },
  ready: { to: paths.ready, label: 'Who is ready' },
  answers: { to: paths.answers, label: 'Open the answers' },
  who: { to: paths.who, label: 'Who is in' },
  letter: { to: paths.letter, label: 'Open the letter' },
  session: { to: paths.actionPlan, label: 'Open the action plan' },
  'hand-over': { to: paths.handOver, label: 'Open the hand-over' },
}

const tones = { stop: 'stuck', ask: 'warn', show: 'info' } as const

interface GuardLinesProps {
  review: string
  guards: readonly Guard[]
  /** The screen that it is asked on: no way leads to where one is. */
  here?: GuardPlace | undefined
}

/** What stands before a step: each line with the way to put it right. */
export function GuardLines({ review, guards, here }: GuardLinesProps) {
  const last = new Map(guards.map((guard) => [guard.at, guard]))
  return guards.map((guard) => {
    const place = guard.at === null || guard.at === here ? null : places[guard.at]
    // One way to each place is enough: it stands at the last line that leads there.
    const leads = place && last.get(guard.at) === guard
    return (
      <Notice
        key={guard.words}
        tone={tones[guard.kind]}
        live={false}
        title={guard.words}
        action={leads ? <LinkButton to={place.to(review)}>{place.label}</LinkButton> : undefined}
      />
    )
  })
}
