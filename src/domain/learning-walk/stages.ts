import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { needsWalkersReason, TOLD_PARTS, toldOf } from './agreed.ts'
import type { Room, Walk } from './walk.ts'

/** How far a walk has come (domain notes B9). Each step may be made without signal. */
export const WALK_STAGES = ['agreed', 'walked', 'shared_with_staff', 'summarised'] as const
export type WalkStage = (typeof WALK_STAGES)[number]

const stepSchema = z.object({
  id: z.string(),
  walk: z.string(),
  to: z.enum(WALK_STAGES),
  /** Why it was taken although something was missing, or ''. */
  reason: z.string().max(400).default(''),
  by: z.string(),
  madeAt: z.number(),
})
export type WalkStep = z.infer<typeof stepSchema>
/** That somebody took a step, and when. Added, never changed. */
export const walkStepRecord = defineRecord({ type: 'walk-step', schema: stepSchema })

/** The furthest stage that anybody has reached, or null while it is being planned. */
export function stageOf(steps: readonly WalkStep[]): WalkStage | null {
  const reached = Math.max(-1, ...steps.map(({ to }) => WALK_STAGES.indexOf(to)))
  return WALK_STAGES[reached] ?? null
}

/** The stage that comes next, or null after the last. */
export const nextStage = (stage: WalkStage | null): WalkStage | null =>
  WALK_STAGES[stage === null ? 0 : WALK_STAGES.indexOf(stage) + 1] ?? null

/** What stands before a step. `stop` cannot be passed; `ask` goes with a reason. */
export interface StepNeed {
  readonly kind: 'stop' | 'ask'
  readonly what:
    | 'focus'
    | 'date'
    | 'walkers'
    | 'third_walker'
    | 'not_told'
    | 'nothing_seen'
    | 'not_shared'
    | 'no_theme'
}

export interface StepFacts {
  readonly walk: Walk
  readonly walkers: readonly string[]
  readonly rooms: readonly Room[]
  /** Whether anything was found, in any part. */
  readonly found: boolean
  /** With whom something was shared; a walk without rooms has nothing else to go by. */
  readonly sharedWith: readonly unknown[]
  /** How many patterns and questions have words. */
  readonly themes: number
}

/** Rooms that were walked into and of which nobody there has been told yet. */
export const notShared = (rooms: readonly Room[]): Room[] =>
  rooms.filter(
    ({ arrivedAt, sharedAt, removedAt }) =>
      removedAt === null && arrivedAt !== null && sharedAt === null,
  )

const need = (kind: StepNeed['kind'], what: StepNeed['what'], is: boolean): StepNeed[] =>
  is ? [{ kind, what }] : []

/** What a walk still needs before a step; nobody goes on past telling staff without a reason (C13). */
export function stepNeeds(to: WalkStage, facts: StepFacts): StepNeed[] {
  const { walk, walkers, rooms, found, sharedWith, themes } = facts
  switch (to) {
    case 'agreed': {
      const told = toldOf(walk, walkers)
      return [
        ...need('stop', 'focus', walk.focus.trim() === ''),
        ...need('stop', 'date', walk.date === ''),
        ...need('stop', 'walkers', walkers.length === 0),
        ...need('stop', 'third_walker', needsWalkersReason(walkers, walk.walkersReason)),
        ...need(
          'ask',
          'not_told',
          walk.agreedOn === '' || TOLD_PARTS.some((part) => told[part] !== 'told'),
        ),
      ]
    }
    case 'walked':
      return need('stop', 'nothing_seen', !found)
    case 'shared_with_staff':
      return need('ask', 'not_shared', notShared(rooms).length > 0 || sharedWith.length === 0)
    case 'summarised':
      return need('stop', 'no_theme', themes === 0)
  }
}
