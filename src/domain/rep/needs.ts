import { MILESTONE_NAMES, milestoneWords } from './milestones.ts'
import {
  ITEM_LENGTH,
  itemsAt,
  PLAN_TEXT_LENGTH,
  prioritiesOf,
  PRIORITY_LENGTH,
  type RepItem,
  type RepPlan,
} from './plan.ts'
import type { RepGuard } from './review.ts'

const empty = (text: string): boolean => text.trim() === ''
const stop = (words: string): RepGuard => ({ kind: 'stop', words })
const show = (words: string): RepGuard => ({ kind: 'show', words })

function headNeeds(plan: RepPlan): RepGuard[] {
  const priorities = prioritiesOf(plan)
  return [
    ...(empty(plan.code) ? [stop('The plan has no code: give it one, e.g. REP-1.')] : []),
    ...(plan.writtenOn === '' ? [stop('Say on which day the plan was written.')] : []),
    ...(empty(plan.why) ? [stop('Say why the school has this plan.')] : []),
    ...(plan.why.length > PLAN_TEXT_LENGTH ? [stop('Say why in fewer words.')] : []),
    ...(priorities.length === 0 ? [stop('Name at least one priority, and at most three.')] : []),
    ...(priorities.some((text) => text.length > PRIORITY_LENGTH)
      ? [stop('A priority is one line: say it in fewer words.')]
      : []),
    ...(empty(plan.success) ? [stop('Say what success by week 6 looks like for pupils.')] : []),
    ...(plan.success.length > PLAN_TEXT_LENGTH ? [stop('Say success in fewer words.')] : []),
    ...(plan.startOn === '' ? [stop('Say from which day the weeks count.')] : []),
    ...(plan.startOn !== '' && plan.writtenOn !== '' && plan.startOn < plan.writtenOn
      ? [stop('The plan starts before it was written: put one of the days right.')]
      : []),
  ]
}

function itemNeeds(item: RepItem, place: string): RepGuard[] {
  const where = `${milestoneWords(item.milestone)}, item ${place}`
  return [
    ...(empty(item.text) ? [stop(`${where}: say what is to be in place, or take it out.`)] : []),
    ...(item.text.length > ITEM_LENGTH ? [stop(`${where}: say it in fewer words.`)] : []),
    ...(empty(item.owner) ? [stop(`${where} has no owner: name one.`)] : []),
    ...(empty(item.evidenceExpected)
      ? [show(`${where} does not say what evidence is expected.`)]
      : []),
  ]
}

/**
 * What a plan still needs before it is issued, in words for people; nothing of kind stop when it may be.
 * @param items as `itemsOf` gives them for a draft
 * @param mentors person ids named for the plan
 */
export function issueGuards(
  plan: RepPlan | null,
  items: readonly RepItem[],
  mentors: readonly string[],
): RepGuard[] {
  if (!plan) return [stop('The plan has not been begun: say why the school has it.')]
  return [
    ...headNeeds(plan),
    ...MILESTONE_NAMES.flatMap((milestone) => {
      const own = itemsAt(items, milestone)
      return own.length === 0
        ? [stop(`“${milestoneWords(milestone)}” has no item: add at least one.`)]
        : own.flatMap((item, at) => itemNeeds(item, String(at + 1)))
    }),
    ...(mentors.length > 0 && plan.daysPerWeek === 0
      ? [stop('A mentor is named, without days in a week: say how many.')]
      : []),
    ...(mentors.length === 0 ? [show('No mentor is named. A plan may do without one.')] : []),
    ...(plan.fundingGbp > 0
      ? [show('Money is asked for. Nothing is spent until the CEO approves a sum.')]
      : []),
    ...(plan.sdpReviewedOn === ''
      ? [show('The school development plan has not been reviewed yet. That is expected.')]
      : []),
  ]
}
