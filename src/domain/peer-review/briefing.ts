import { z } from 'zod'
import { defineRecord } from '../record.ts'
import type { Member } from './members.ts'

/** What a reviewer has done before the first slot of the day, in order. */
export const BRIEFING_PARTS = ['signed_in', 'remit', 'safeguarding'] as const
export type BriefingPart = (typeof BRIEFING_PARTS)[number]

const briefingSchema = z.object({
  id: z.string(),
  person: z.string(),
  part: z.enum(BRIEFING_PARTS),
  /** When it was ticked; null when the tick was taken away. */
  tickedAt: z.number().nullable(),
})
export type BriefingTick = z.infer<typeof briefingSchema>
/** One tick of one reviewer: each is kept by itself, since half an hour may lie between them. */
export const briefingRecord = defineRecord({ type: 'briefing', schema: briefingSchema })

/** Parts that a person has ticked, on whichever of their devices. */
export const partsTicked = (ticks: readonly BriefingTick[], person: string): BriefingPart[] =>
  BRIEFING_PARTS.filter((part) =>
    ticks.some((t) => t.person === person && t.part === part && t.tickedAt !== null),
  )

export const allTicked = (parts: readonly BriefingPart[]): boolean =>
  BRIEFING_PARTS.every((part) => parts.includes(part))

export interface Briefed {
  readonly briefed: readonly string[]
  readonly missing: readonly string[]
}

/** Who of the team has been briefed and who has not, in the order of the team. */
export function briefedOf(team: readonly string[], members: readonly Member[]): Briefed {
  const done = new Set(members.filter((m) => m.briefedAt !== null).map(({ person }) => person))
  return {
    briefed: team.filter((person) => done.has(person)),
    missing: team.filter((person) => !done.has(person)),
  }
}
