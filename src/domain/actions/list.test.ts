import { describe, expect, it } from 'vitest'
import { actionOf, AS_OF, AUDIT_ACTIONS } from '../../../test/helpers/audit-actions.ts'
import type { Action } from './action.ts'
import { AUDIT_KINDS } from './audit-kinds.ts'
import {
  type ActionFilter,
  byMonth,
  countsOf,
  daysOpen,
  filtered,
  inOrder,
  listedOf,
  NO_FILTER,
} from './list.ts'
import { assuranceOf } from './assurance.ts'
import { actionDays, actionTable } from './leaving.ts'
import { csvOf } from '../export/table.ts'

const DOC = 'school/900001/2026-27'
const ownerOf = ({ owner }: Action) => owner?.value ?? 'Nobody yet'
const list = (actions: readonly Action[], urn = '900001') =>
  actions.map((action) => listedOf({ action, doc: DOC, urn }, AS_OF, ownerOf))
const refs = (some: readonly { action: Action }[]) => some.map(({ action }) => action.ref)
const only = (filter: Partial<ActionFilter>) => ({ ...NO_FILTER, status: null, ...filter })

describe('fixture 03b, 364 days on', () => {
  const all = list(AUDIT_ACTIONS)

  it('six audit actions are open and go into the letter', () => {
    expect(refs(filtered(all, NO_FILTER, 'p09'))).toEqual([
      'AA-101',
      'AA-102',
      'AA-105',
      'AA-106',
      'AA-107',
      'AA-109',
    ])
  })

  it('C24: four are overdue, the one among them that is done and the trust not told', () => {
    expect(refs(filtered(all, only({ when: 'overdue' }), 'p09'))).toEqual([
      'AA-101',
      'AA-102',
      'AA-105',
      'AA-107',
    ])
    expect(countsOf(all)).toEqual({
      all: 9,
      open: 6,
      overdue: 4,
      soon: 1,
      doneNotTold: 1,
      differing: 0,
    })
  })

  it('every one of them is of one of the 17 kinds of audit', () => {
    expect(AUDIT_KINDS).toHaveLength(17)
    expect(new Set<string>(AUDIT_KINDS).size).toBe(17)
    for (const { audit } of AUDIT_ACTIONS) expect(AUDIT_KINDS).toContain(audit)
  })

  it('days open run from the audit to the close, or to today', () => {
    const [first, , third] = AUDIT_ACTIONS
    expect(first && daysOpen(first, AS_OF)).toBe(168)
    expect(third && daysOpen(third, AS_OF)).toBe(112)
  })

  it('Compliance sees overdue red ones and the average days to close with how many it is of', () => {
    const found = { again: ['2026-10-01'], earlier: '', removedAt: null }
    expect(assuranceOf(all, [{ urn: '900001', defect: found }], AS_OF)).toEqual([
      {
        urn: '900001',
        open: 6,
        overdue: 4,
        overdueHigh: 2,
        doneNotTold: 1,
        closed: 2,
        averageDays: 57,
        repeats: 1,
      },
    ])
    expect(assuranceOf(list(AUDIT_ACTIONS.slice(0, 1)), [], AS_OF)[0]).toMatchObject({
      closed: 0,
      averageDays: null,
    })
  })

  it('leaves as a table with one line each, and as days for a calendar of what is open', () => {
    const names = { schoolOf: () => 'Rookery Pond', personOf: (person: string) => person }
    const table = actionTable(all, names, AS_OF)
    expect(table).toHaveLength(10)
    expect(new Set(table.map((row) => row.length)).size).toBe(1)
    expect(csvOf(table)).toContain('AA-102,Rookery Pond,Audit,Health and Safety')
    expect(actionDays(all, names)).toHaveLength(6)
  })

  it('T23: an action that is worded like a formula leaves as words', () => {
    const names = { schoolOf: () => '=1+1', personOf: (person: string) => person }
    const bad = list([actionOf({ what: '=HYPERLINK("http://x")', place: '@SUM(1)', ref: '-1' })])
    const line = csvOf(actionTable(bad, names, AS_OF)).split('\r\n')[1] ?? ''
    expect(line.startsWith(`'-1,'=1+1,Audit,,"'=HYPERLINK(""http://x"")",'@SUM(1),`)).toBe(true)
  })
})

describe('what a filter leaves', () => {
  const said = (value: string, device: string) => ({ value, device, at: 1 })
  const all = [
    ...list([
      actionOf({ id: '1', ref: '1', what: 'Hall doors', owner: { kind: 'person', value: 'p13' } }),
      actionOf({ id: '2', ref: '2', place: 'Trim trail', priority: 'amber', due: '2026-11-30' }),
      actionOf({ id: '3', ref: '3', status: [said('closed', 'a'), said('in_progress', 'b')] }),
    ]),
    ...list([actionOf({ id: '4', ref: '4', source: { type: 'walkaround', id: 'd1' } })], '900002'),
  ]

  it.each([
    [{ school: '900002' }, ['4']],
    [{ mine: true }, ['1']],
    [{ source: 'walkaround' }, ['4']],
    [{ priority: 'amber' as const }, ['2']],
    [{ when: 'soon' as const }, ['2']],
    [{ text: 'DOORS  hall' }, ['1']],
    [{ text: 'trim' }, ['2']],
    [{ text: 'walkaround' }, ['4']],
    [{ status: 'differs' as const }, ['3']],
    [{ status: 'still-open' as const }, ['1', '2', '3', '4']],
    [{ status: 'closed' as const }, []],
  ])('%j leaves %j', (filter, left) => {
    expect(refs(filtered(all, only(filter), 'p13'))).toEqual(left)
  })

  it('C55: one that two people said different things of stays open and is counted', () => {
    expect(countsOf(all).differing).toBe(1)
    expect(all[2]).toMatchObject({ status: null, open: true })
  })
})

it('goes by month and day for the calendar; without a day it stands only in the list', () => {
  const all = list([
    actionOf({ id: 'x' }),
    actionOf({ id: 'b', due: '2026-12-01' }),
    actionOf({ id: 'a', due: '2026-11-30' }),
    actionOf({ id: 'gone', due: '2026-11-30', removedAt: 1 }),
  ])
  expect(inOrder(all).map(({ action }) => action.id)).toEqual(['a', 'b', 'x'])
  expect([...byMonth(all)].map(([month, days]) => [month, [...days.keys()]])).toEqual([
    ['2026-11', ['2026-11-30']],
    ['2026-12', ['2026-12-01']],
  ])
})
