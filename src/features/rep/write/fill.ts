import {
  EMPTY_ITEM,
  EMPTY_PLAN,
  type RepPlan,
  repItemRecord,
  repPlanRecord,
} from '../../../domain/rep/plan.ts'
import type { ItemStanding } from '../../../domain/rep/statuses.ts'
import { itemsFrom, type RepTemplate } from '../../../domain/rep/template.ts'
import type { RepHere } from '../use-rep.ts'

/** What a plan is begun with. */
export type Start =
  | { readonly kind: 'empty' }
  | { readonly kind: 'template'; readonly template: RepTemplate }
  /** The plan that it goes on from, with what is not met of it. */
  | { readonly kind: 'before'; readonly plan: RepPlan; readonly open: readonly ItemStanding[] }

function headFrom(start: Start) {
  if (start.kind !== 'before') return EMPTY_PLAN
  const { why, priority1, priority2, priority3, success, daysPerWeek, weeks } = start.plan
  return { why, priority1, priority2, priority3, success, daysPerWeek, weeks }
}

function itemsOfStart(start: Start) {
  if (start.kind === 'empty') return []
  if (start.kind === 'template') return itemsFrom(start.template)
  return start.open.map(({ item, owner }) => {
    const { milestone, order, text, evidenceExpected, shows } = item
    return { milestone, order, text, evidenceExpected, shows, owner }
  })
}

/** Makes the plan's head and its first items, all as drafts to write on. @param today yyyy-mm-dd */
export function fill({ addToPlan }: Pick<RepHere, 'addToPlan'>, start: Start, today: string): void {
  addToPlan(repPlanRecord, { ...EMPTY_PLAN, ...headFrom(start), writtenOn: today })
  for (const item of itemsOfStart(start)) addToPlan(repItemRecord, { ...EMPTY_ITEM, ...item })
}
