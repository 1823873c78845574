import { z } from 'zod'
import { choiceOf, differs, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** Longest text of an action, in characters. */
export const ACTION_LENGTH = 200

export const ACTION_STATUSES = [
  ['open', 'Not begun'],
  ['in_progress', 'Begun'],
  ['done_hq_not_informed', 'Done, the trust not told'],
  ['partially_implemented', 'Partly done'],
  ['not_actioned', 'Not done'],
  ['closed', 'Closed'],
] as const
export type ActionStatus = (typeof ACTION_STATUSES)[number][0]
const STATUSES = ACTION_STATUSES.map(([status]) => status)

const statusNames = new Map<string, string>(ACTION_STATUSES)
export const actionStatusWords = (status: string): string => statusNames.get(status) ?? status

const PRIORITIES = ['red', 'amber', 'green'] as const

const words = z.string().default('')

const actionSchema = z.object({
  id: z.string(),
  /** What it comes from: the kind of thing, and its id. */
  source: z.object({ type: z.string().max(40), id: z.string().max(120) }),
  what: words,
  /** A person of the trust's list, or a role or group in words, or null while nobody is named. */
  owner: z
    .object({ kind: z.enum(['person', 'role']), value: z.string().max(120) })
    .nullable()
    .default(null),
  /** yyyy-mm-dd, or '' while none is set. */
  due: z.string().max(40).default(''),
  priority: z.enum(PRIORITIES).nullable().default(null),
  status: choiceOf(z.enum(STATUSES)),
  actionsTaken: words,
  outcome: words,
  /** yyyy-mm-dd on which it was closed. */
  closedOn: z.string().max(10).default(''),
  /** Why it was only partly done, or not. */
  reason: words,
  /** What one would see in pupils' work or hear in their talk. */
  lookFor: words,
  /** How people will know that it worked. */
  success: words,
  /** URN of a school that is asked for help, or ''. */
  helpFrom: z.string().max(6).default(''),
  /** Record ids of what it grew out of: ideas of the session. */
  links: z.array(z.string()).default([]),
  /** Room or spot, in words. */
  place: z.string().max(120).default(''),
  /** Which audit it comes from, one of `AUDIT_KINDS` or in words; '' where it comes from none. */
  audit: z.string().max(80).default(''),
  /** What the trust calls it on paper, e.g. AA-101. */
  ref: z.string().max(40).default(''),
  /** yyyy-mm-dd on which it was found; '' means the day that it was written here. */
  raisedOn: z.string().max(10).default(''),
  /** Person id of who says that they did it, or ''. */
  doneBy: z.string().max(40).default(''),
  /** Person id of somebody else, who saw that it is done, or ''. */
  verifiedBy: z.string().max(40).default(''),
  /** yyyy-mm-dd or ''. */
  verifiedOn: z.string().max(10).default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Action = z.infer<typeof actionSchema>
/** One thing that somebody will do by a day, whatever it comes from (domain notes B2). */
export const actionRecord = defineRecord({
  type: 'action',
  schema: actionSchema,
  texts: ['what', 'actionsTaken', 'outcome', 'reason', 'lookFor', 'success'],
  choices: ['status'],
})

/** Every text from the start: one made later by two people at once would lose one of them. */
export const EMPTY_ACTION = {
  what: '',
  actionsTaken: '',
  outcome: '',
  reason: '',
  lookFor: '',
  success: '',
} as const

const actionChangeSchema = z.object({
  id: z.string(),
  /** Record id of the action. */
  action: z.string(),
  by: z.string(),
  madeAt: z.number(),
  from: z.string().max(40),
  to: z.string().max(40),
})
export type ActionChange = z.infer<typeof actionChangeSchema>
/** That somebody moved an action on, and when. Added, never changed: the action's history. */
export const actionChangeRecord = defineRecord({
  type: 'action-change',
  schema: actionChangeSchema,
})

/** Where an action stands; null where two people said different things and nobody has picked. */
export const statusOf = ({ status }: Action): ActionStatus | null =>
  differs(status) ? null : (settled(status) ?? 'open')

const lacks = (text: string) => text.trim() === ''

/**
 * What an action still needs before it may have a status (C25): a close tells what was done, what came
 * of it and when; partly done or not done gives a reason.
 * @returns words for people, none when it may
 */
export function statusNeeds(action: Action, to: ActionStatus): string[] {
  if (to === 'closed')
    return [
      ...(lacks(action.actionsTaken) ? ['what was done'] : []),
      ...(lacks(action.outcome) ? ['what came of it'] : []),
      ...(lacks(action.closedOn) ? ['the day it was finished'] : []),
    ]
  if (to === 'partially_implemented' || to === 'not_actioned')
    return lacks(action.reason) ? ['the reason'] : []
  return []
}

const FINISHED: readonly ActionStatus[] = ['closed', 'not_actioned']

/** Whether the trust still waits for it: also where the school has done it and the trust was not told (C24). */
export const isOpen = (action: Action): boolean => {
  const status = statusOf(action)
  return status === null || !FINISHED.includes(status)
}

/** Past its day and still open. @param today yyyy-mm-dd */
export const isOverdue = (action: Action, today: string): boolean =>
  action.due !== '' && action.due < today && isOpen(action)

/** Actions that stand, the soonest due first, those without a day last. */
export const actionsInOrder = (actions: readonly Action[]): Action[] =>
  actions
    .filter(({ removedAt }) => removedAt === null)
    .sort(
      (a, b) =>
        Number(a.due === '') - Number(b.due === '') ||
        a.due.localeCompare(b.due) ||
        a.madeAt - b.madeAt ||
        (a.id < b.id ? -1 : 1),
    )

/** The changes of one action, the first made first. */
export const historyOf = (changes: readonly ActionChange[], action: string): ActionChange[] =>
  changes
    .filter((change) => change.action === action)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
