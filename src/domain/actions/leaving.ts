import type { Cell } from '../export/table.ts'
import type { DayEvent } from '../export/calendar-file.ts'
import { type Action, actionStatusWords } from './action.ts'
import { daysOpen, type Listed, raisedOn } from './list.ts'
import { sourceWords } from './source.ts'

export const PRIORITY_WORDS: Readonly<Record<NonNullable<Action['priority']>, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
}

export const priorityWords = (priority: Action['priority']): string =>
  priority === null ? '' : PRIORITY_WORDS[priority]

const HEAD = [
  'Reference',
  'School',
  'Source',
  'Audit',
  'Action',
  'Place',
  'Priority',
  'Owner',
  'Raised',
  'Due',
  'Status',
  'Overdue',
  'Days open',
  'What was done',
  'What came of it',
  'Closed on',
  'Reason',
  'Done by',
  'Verified by',
] as const

interface Names {
  readonly schoolOf: (urn: string) => string
  readonly personOf: (person: string) => string
}

const named = (person: string, { personOf }: Names) => (person === '' ? '' : personOf(person))

const statusWords = ({ status, action }: Listed): string =>
  status === null
    ? [...new Set(action.status.map(({ value }) => actionStatusWords(value)))].join(' or ')
    : actionStatusWords(status)

/** The list as a table, head first; dates as yyyy-mm-dd, which every spreadsheet sorts rightly. */
export const actionTable = (list: readonly Listed[], names: Names, today: string): Cell[][] => [
  [...HEAD],
  ...list.map((one): Cell[] => {
    const { action, urn, owner, overdue } = one
    return [
      action.ref,
      names.schoolOf(urn),
      sourceWords(action.source.type),
      action.audit,
      action.what,
      action.place,
      priorityWords(action.priority),
      owner,
      raisedOn(action),
      action.due,
      statusWords(one),
      overdue ? 'Overdue' : '',
      daysOpen(action, today),
      action.actionsTaken,
      action.outcome,
      action.closedOn,
      action.reason,
      named(action.doneBy, names),
      named(action.verifiedBy, names),
    ]
  }),
]

/** Days on which something open is due. */
export const actionDays = (list: readonly Listed[], { schoolOf }: Names): DayEvent[] =>
  list
    .filter(({ open, action }) => open && action.due !== '')
    .map(({ action, urn, owner }) => ({
      uid: `${action.id}@corridor`,
      date: action.due,
      title: `${schoolOf(urn)}: ${action.what}`,
      details: [sourceWords(action.source.type), action.audit, action.place, owner]
        .filter((part) => part !== '')
        .join('\n'),
    }))
