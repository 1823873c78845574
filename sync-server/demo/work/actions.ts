import {
  type Action,
  actionChangeRecord,
  actionRecord,
  type ActionStatus,
  EMPTY_ACTION,
} from '../../../src/domain/actions/action.ts'
import { daysBetween, dayAfter } from '../../../src/domain/actions/due.ts'
import { AUDIT_SOURCE } from '../../../src/domain/actions/source.ts'
import { HOST, SCHOOLS } from '../world.ts'
import { AUDIT_LINES, AUDITED_ON } from './audit-lines.ts'
import { type DemoDays, momentOf } from './days.ts'
import { type Entry, ofSchool, type Write, writeInto } from './entries.ts'

/** An action and how it came to stand where it stands. */
export interface DemoAction extends Partial<
  Omit<Action, 'id' | 'by' | 'madeAt' | 'status' | 'removedAt'>
> {
  readonly key: string
  readonly source: Action['source']
  readonly raisedOn: string
  readonly by?: string
  /** What was said of it since, in order, and on which days. */
  readonly moves?: readonly (readonly [to: ActionStatus, by: string, day: string])[]
}

export const person = (value: string) => ({ kind: 'person', value }) as const
const role = (value: string) => ({ kind: 'role', value }) as const

/** The action and its history. */
export function actionEntries(write: Write, line: DemoAction): Entry[] {
  const { key, by = 'p09', moves = [], ...fields } = line
  const status = moves.at(-1)?.[0] ?? 'open'
  const hand = { by, at: momentOf(line.raisedOn, '15:40') }
  const action = write(key, actionRecord, hand, { ...EMPTY_ACTION, ...fields, status })
  const changes = moves.map(([to, mover, day], at) =>
    write(
      `${key} ${to}`,
      actionChangeRecord,
      { by: mover, at: momentOf(day, '16:05') },
      { action: action.id, from: moves[at - 1]?.[0] ?? 'open', to },
    ),
  )
  return [action, ...changes]
}

/** What shows that an action was done by one and seen by another. */
export const seenDone = (doneBy: string, done: string, verifiedBy: string, seen: string) => ({
  doneBy,
  verifiedBy,
  verifiedOn: seen,
  closedOn: seen,
  moves: [
    ['done_hq_not_informed', doneBy, done],
    ['closed', verifiedBy, seen],
  ] as const,
})

const COMPLIANCE = 'p09'

/** The audit actions as they would stand today. */
function auditActions({ today }: DemoDays): DemoAction[] {
  const shift = daysBetween(AUDITED_ON, today)
  const on = (day: string) => dayAfter(day, shift)
  return AUDIT_LINES.map(({ raised, due, owner, status, taken = '', closed, ...line }) => {
    const known = {
      key: `audit ${line.ref}`,
      source: { type: AUDIT_SOURCE, id: '' },
      ...line,
      raisedOn: on(raised),
      due: on(due),
      owner: person(owner),
      actionsTaken: taken,
    }
    const day = on(closed ?? due)
    if (status === 'open') return known
    if (status === 'closed')
      return { ...known, ...seenDone(owner, dayAfter(day, -1), COMPLIANCE, day) }
    const moved = { ...known, moves: [[status, owner, day] as const] }
    if (status === 'done_hq_not_informed') return { ...moved, doneBy: owner }
    return closed === undefined ? moved : { ...moved, closedOn: day }
  })
}

const NETTLE_COPSE = SCHOOLS[1]

const atHost = (days: DemoDays): DemoAction[] => [
  {
    key: 'letter governors',
    source: { type: 'letter', id: '' },
    by: 'p03',
    raisedOn: days.ago(24),
    what: 'Show the Local School Board how each pupil finds the next book',
    owner: person('p03'),
    due: days.ahead(3),
    priority: 'green',
    lookFor: 'Pupils of Years 3 to 5 can say why the next book is the next one',
  },
  {
    key: 'walk recap',
    source: { type: 'learning-walk', id: '' },
    by: 'p23',
    raisedOn: days.ago(8),
    what: 'Staff meeting: agree what a recap is for, with examples from three rooms',
    owner: role('Phase leaders'),
    due: days.ahead(20),
    priority: 'green',
  },
]

const atNettleCopse = (days: DemoDays): DemoAction[] => [
  {
    key: 'copse steps',
    source: { type: AUDIT_SOURCE, id: '' },
    audit: 'Health and Safety',
    ref: 'AA-131',
    raisedOn: days.ago(40),
    what: 'Mark the edges of the steps to the playground',
    place: 'Playground steps',
    owner: person('p04'),
    due: days.ago(5),
    priority: 'amber',
    actionsTaken: 'Edges painted in yellow, both flights',
    outcome: 'Seen from the top in rain',
    doneBy: 'p04',
    moves: [
      ['in_progress', 'p04', days.ago(20)],
      ['done_hq_not_informed', 'p04', days.ago(6)],
    ],
  },
  {
    key: 'copse fluency',
    source: { type: 'rep', id: '' },
    by: 'p02',
    raisedOn: days.ago(30),
    what: 'Fluency practice in Year 2, three mornings a week',
    owner: person('p04'),
    due: days.ago(4),
    priority: 'red',
    success: 'All of the group read the week’s page aloud without a stop',
    moves: [['in_progress', 'p04', days.ago(22)]],
  },
  {
    key: 'copse letter',
    source: { type: 'letter', id: '' },
    by: 'p02',
    raisedOn: days.ago(33),
    what: 'Put the agreed behaviour steps on one page for supply staff',
    owner: person('p04'),
    due: days.ahead(4),
    priority: 'amber',
  },
  {
    key: 'copse exit',
    source: { type: AUDIT_SOURCE, id: '' },
    audit: 'Fire Safety',
    ref: 'AA-127',
    raisedOn: days.ago(60),
    what: 'Clear the store beside the kitchen exit',
    place: 'Kitchen corridor',
    owner: person('p04'),
    due: days.ago(53),
    priority: 'red',
    actionsTaken: 'Store emptied, sign on the door',
    outcome: 'Clear at two visits without notice',
    ...seenDone('p04', days.ago(55), COMPLIANCE, days.ago(41)),
  },
  {
    key: 'copse trees',
    source: { type: AUDIT_SOURCE, id: '' },
    audit: 'Tree Surveys',
    ref: 'AA-135',
    raisedOn: days.ago(16),
    what: 'Take down the dead birch behind the bicycle shed',
    owner: person('p04'),
    due: days.ahead(45),
    priority: 'green',
  },
]

/** Actions of several sources at two schools, in every state that there is. */
export function actionsOfSchools(days: DemoDays): Entry[] {
  const list = (urn: string) => writeInto(ofSchool('school', urn, days.year), days.year)
  const host = list(HOST.urn)
  const copse = list(NETTLE_COPSE.urn)
  return [
    ...[...auditActions(days), ...atHost(days)].flatMap((line) => actionEntries(host, line)),
    ...atNettleCopse(days).flatMap((line) => actionEntries(copse, line)),
  ]
}
