import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { briefedOf } from '../../../domain/peer-review/briefing.ts'
import { memberRecord } from '../../../domain/peer-review/members.ts'
import { useRecords } from '../../../store/react.tsx'
import { teamOf, usePeople } from '../use-pack.ts'
import { subjectOf } from '../use-stage.ts'

export interface BriefedHere {
  readonly loading: boolean
  /** People who have been briefed. */
  readonly briefed: readonly string[]
  /** Names of those who have not, as far as this device knows. */
  readonly names: readonly string[]
  readonly of: number
}

/** Who of the team has been briefed, by what has reached this device. */
export function useBriefed(access: ReviewAccess): BriefedHere {
  const nameOf = usePeople()
  const team = teamOf(access)
  const { rows, loading } = useRecords(memberRecord, [subjectOf(access.id)])
  const { briefed, missing } = briefedOf(team, rows)
  return { loading, briefed, names: missing.map(nameOf), of: team.length }
}
