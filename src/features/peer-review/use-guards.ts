import type { ReviewAccess } from '../../domain/access/facts.ts'
import type { PlanFacts } from '../../domain/action-plan/plan-guards.ts'
import { sessionOf, sessionRecord } from '../../domain/action-plan/session.ts'
import { actionRecord } from '../../domain/actions/action.ts'
import { synthesisStops } from '../../domain/peer-review/answer-flags.ts'
import { answerRecord, pointRecord } from '../../domain/peer-review/answers.ts'
import {
  type Guard,
  type GuardFacts,
  guardsOf,
  type NotesToCome,
} from '../../domain/peer-review/guards.ts'
import { devicesHolding, outstanding } from '../../domain/hand-over/state.ts'
import { readyRecord } from '../../domain/peer-review/members.ts'
import { packPrint, readinessOf } from '../../domain/peer-review/ready.ts'
import { timetableWarnings } from '../../domain/peer-review/timetable.ts'
import { readAll, useDesk, useDeviceStates, useIndexOf, useRecords } from '../../store/react.tsx'
import { planDocument } from './action-plan/use-plan.ts'
import { useHandOver } from './hand-over/use-hand-over.ts'
import { useBriefed } from './home/use-briefed.ts'
import { useLetterStanding } from './letter/use-letter-standing.ts'
import { useNow } from './use-now.ts'
import { teamOf, usePack, usePeople } from './use-pack.ts'
import { subjectOf } from './use-stage.ts'
import type { Standing } from './who/standing.ts'
import { useTeamStanding } from './who/use-standing.ts'

/** Notes that are known of and not here; null where only that there may be some. */
function notHere({ is, said, here }: Standing): number | null {
  const missing = (said ?? 0) - (here ?? 0)
  return is === 'more' && here !== null && missing > 0 ? missing : null
}

function useToCome(access: ReviewAccess): readonly NotesToCome[] {
  const nameOf = usePeople()
  return useTeamStanding(access)
    .filter(({ is }) => is !== 'in')
    .map((one) => ({ name: nameOf(one.person), notes: notHere(one) }))
}

/** What stands in the way of "Answers are agreed": answers missing, advice left in. */
function useSynthesis(
  access: ReviewAccess,
): Pick<GuardFacts, 'unanswered' | 'openFlags'> & { loading: boolean } {
  const { pack } = usePack(access.id)
  const answers = useRecords(answerRecord, [subjectOf(access.id)])
  const points = useRecords(pointRecord, [subjectOf(access.id)])
  const stops = synthesisStops(pack?.questions ?? [], answers.rows, points.rows)
  return {
    loading: answers.loading || points.loading,
    unanswered: stops.flatMap((s) => (s.kind === 'unanswered' ? [s.question.id] : [])),
    openFlags: stops.filter(({ kind }) => kind === 'advice').length,
  }
}

/** Reviewers with a device that can do the day with no signal, by the pack as it is here. */
function useReady(access: ReviewAccess): GuardFacts['ready'] {
  const rows = useIndexOf(subjectOf(access.id)) ?? []
  const { n, of } = readinessOf(readAll(readyRecord, rows).rows, teamOf(access), packPrint(rows))
  return { n, of }
}

/** The action plan as the index has it; null while it is being read. */
function usePlanFacts(access: ReviewAccess): PlanFacts | null {
  const found = useIndexOf(planDocument(access.id))
  if (found === undefined) return null
  const session = sessionOf(readAll(sessionRecord, found).rows)
  return { review: access, session, actions: readAll(actionRecord, found).rows }
}

/** What stands before a step of this review, from all that this device knows; null while it is being read. */
export function useGuards(access: ReviewAccess, to: string): readonly Guard[] | null {
  const { pack, loading } = usePack(access.id)
  const { date } = useNow()
  const { loading: answering, ...synthesis } = useSynthesis(access)
  const { loading: briefing, ...unbriefed } = useBriefed(access)
  const ready = useReady(access)
  const toCome = useToCome(access)
  const { loading: reading, letter } = useLetterStanding(access)
  const devices = useDeviceStates()
  const plan = usePlanFacts(access)
  const { me } = useDesk()
  const nameOf = usePeople()
  const { people, receiver } = useHandOver(access)
  const warnings = pack ? timetableWarnings(pack, teamOf(access)) : []
  if (loading || answering || briefing || reading || plan === null) return null
  return guardsOf(to, {
    ...synthesis,
    pack,
    today: date,
    twice: warnings.filter(({ kind }) => kind === 'twice').length,
    ready,
    unbriefed,
    toCome,
    holding: devicesHolding(devices, access.id, receiver === null ? [] : [receiver]),
    outstanding: outstanding(people).map(({ person }) => nameOf(person)),
    leads: access.lead === me.person,
    letter,
    plan,
  })
}
