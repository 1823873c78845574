import { z } from 'zod'
import { choiceOf } from './choice.ts'
import { defineRecord } from './record.ts'

/** What the CFO or the COO looks at in the school office. */
export const CONTROL_CHECKS = [
  'petty-cash',
  'banking',
  'two-signatures',
  'orders-first',
  'cards',
  'starters',
  'leavers',
  'gifts',
  'interests',
  'assets',
  'keys',
] as const
export type ControlCheck = (typeof CONTROL_CHECKS)[number]

export const CONTROL_FINDINGS = ['in_order', 'to_put_right', 'not_looked_at'] as const

const controlLineSchema = z.object({
  id: z.string(),
  /** One of `CONTROL_CHECKS`, or one that a newer app knows. */
  check: z.string().max(60),
  by: z.string(),
  madeAt: z.number(),
  found: choiceOf(z.enum(CONTROL_FINDINGS).nullable()),
  /** What had to be put right has been, by the end of the visit. */
  done: z.boolean().default(false),
  note: z.string().default(''),
})
export type ControlLine = z.infer<typeof controlLineSchema>
/**
 * One check of an internal control visit. It lies in `control/{urn}/{date}` and nowhere else: what is
 * found here is no part of the peer review of that day (C10).
 */
export const controlLineRecord = defineRecord({
  type: 'control-line',
  schema: controlLineSchema,
  texts: ['note'],
  choices: ['found'],
})

/** Lines of one check, the first made first: two devices that were apart may have begun one each, and both are kept. */
export const linesOf = (lines: readonly ControlLine[], check: string): ControlLine[] =>
  lines.filter((line) => line.check === check).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Checks with a finding, of all; a check that was not looked at has one too. */
export const checksDone = (lines: readonly ControlLine[]): number =>
  CONTROL_CHECKS.filter((check) =>
    linesOf(lines, check).some(({ found }) => found.some(({ value }) => value !== null)),
  ).length
