import { type Action, type ActionStatus, isOpen, isOverdue, statusOf } from './action.ts'
import { dayAfter, daysBetween } from './due.ts'
import { sourceOf } from './source.ts'

/** Days ahead that count as due soon: four weeks. */
export const SOON_DAYS = 28

/** An action with what the list shows and filters by, worked out once. */
export interface Listed {
  readonly action: Action
  /** The document that it lies in. */
  readonly doc: string
  /** URN of its school, or '' where that is not known. */
  readonly urn: string
  readonly owner: string
  /** Null where two people said different things and nobody has picked. */
  readonly status: ActionStatus | null
  readonly open: boolean
  readonly overdue: boolean
  /** Open and due today or within four weeks. */
  readonly soon: boolean
  /** Everything that is searched, in small letters. */
  readonly words: string
}

export interface Placed {
  readonly action: Action
  readonly doc: string
  readonly urn: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** @param today yyyy-mm-dd @param ownerOf who owns it, in words */
export function listedOf(
  { action, doc, urn }: Placed,
  today: string,
  ownerOf: (action: Action) => string,
): Listed {
  const owner = ownerOf(action)
  const open = isOpen(action)
  const { what, place, ref, due } = action
  return {
    action,
    doc,
    urn,
    owner,
    status: statusOf(action),
    open,
    overdue: isOverdue(action, today),
    soon: open && DAY.test(due) && due >= today && due <= dayAfter(today, SOON_DAYS),
    words: [what, place, ref, sourceOf(action), owner].join('\n').toLowerCase(),
  }
}

/** The soonest due first, those without a day last; removed ones nowhere. */
export const inOrder = (list: readonly Listed[]): Listed[] =>
  list
    .filter(({ action }) => action.removedAt === null)
    .sort(
      ({ action: a }, { action: b }) =>
        Number(a.due === '') - Number(b.due === '') ||
        (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
        a.madeAt - b.madeAt ||
        (a.id < b.id ? -1 : 1),
    )

/** What is shown of the list; null, false and '' leave everything in. */
export interface ActionFilter {
  /** URN */
  readonly school: string | null
  readonly mine: boolean
  /** `source.type` */
  readonly source: string | null
  readonly status: ActionStatus | 'still-open' | 'differs' | null
  readonly priority: 'red' | 'amber' | 'green' | null
  readonly when: 'overdue' | 'soon' | null
  readonly text: string
}

export const NO_FILTER: ActionFilter = {
  school: null,
  mine: false,
  source: null,
  status: 'still-open',
  priority: null,
  when: null,
  text: '',
}

const hasStatus = ({ status, open }: Listed, wanted: NonNullable<ActionFilter['status']>) => {
  if (wanted === 'still-open') return open
  return wanted === 'differs' ? status === null : status === wanted
}

export const isOwnedBy = ({ owner }: Action, person: string): boolean =>
  owner?.kind === 'person' && owner.value === person

/** Those of the list that a filter leaves, in the order of the list. */
export function filtered(
  list: readonly Listed[],
  { school, mine, source, status, priority, when, text }: ActionFilter,
  me: string,
): Listed[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return list.filter(
    (one) =>
      (school === null || one.urn === school) &&
      (!mine || isOwnedBy(one.action, me)) &&
      (source === null || one.action.source.type === source) &&
      (status === null || hasStatus(one, status)) &&
      (priority === null || one.action.priority === priority) &&
      (when === null || (when === 'overdue' ? one.overdue : one.soon)) &&
      words.every((word) => one.words.includes(word)),
  )
}

export interface ActionCounts {
  readonly all: number
  readonly open: number
  readonly overdue: number
  readonly soon: number
  readonly doneNotTold: number
  readonly differing: number
}

export function countsOf(list: readonly Listed[]): ActionCounts {
  const count = (is: (one: Listed) => boolean) => list.filter(is).length
  return {
    all: list.length,
    open: count(({ open }) => open),
    overdue: count(({ overdue }) => overdue),
    soon: count(({ soon }) => soon),
    doneNotTold: count(({ status }) => status === 'done_hq_not_informed'),
    differing: count(({ status }) => status === null),
  }
}

/** yyyy-mm-dd on which it was raised: as the audit says, or when it was written here. */
export const raisedOn = ({ raisedOn: said, madeAt }: Action): string =>
  DAY.test(said) ? said : new Date(madeAt).toISOString().slice(0, 10)

/** Days from its raising until it was closed, or until today while it is open. */
export const daysOpen = (action: Action, today: string): number =>
  Math.max(0, daysBetween(raisedOn(action), DAY.test(action.closedOn) ? action.closedOn : today))

/** Months in which something is due, with its days, the soonest first. Those without a day are left out. */
export function byMonth(
  list: readonly Listed[],
): ReadonlyMap<string, ReadonlyMap<string, Listed[]>> {
  const months = new Map<string, Map<string, Listed[]>>()
  for (const one of inOrder(list)) {
    const { due } = one.action
    if (!DAY.test(due)) continue
    const month = due.slice(0, 7)
    const days = months.get(month) ?? new Map<string, Listed[]>()
    months.set(month, days.set(due, [...(days.get(due) ?? []), one]))
  }
  return months
}
