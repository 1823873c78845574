import { describe, expect, it } from 'vitest'
import { DAY, defect, needs, owned, run, said, visit } from '../../../test/helpers/sample-walk.ts'
import { clockIsDoubtful, clocksOf, skewIsWrong } from './clock.ts'
import { foundIn, isOpen, mayVerify } from './hazards.ts'
import { standingOf } from './month.ts'
import { ragOfScore } from './rating.ts'
import { mayBeAgain, notAgain, openedAgain, openFromBefore } from './repeat.ts'
import type { Action } from '../actions/action.ts'
import type { Defect } from './run.ts'

describe('found again', () => {
  const october = run({ id: 'r0', date: '2026-10-07' })
  const before = (more: Readonly<Record<string, unknown>> = {}) =>
    defect('C5', 'red', { id: 'old', run: 'r0', place: 'Hall, left door', ...more })
  const open = (...defects: Defect[]) => openFromBefore(defects, [october, run()], run(), [])

  it('the same question or the same place is offered to be opened again', () => {
    const found = open(before())
    expect(found).toMatchObject([{ first: '2026-10-07', last: '2026-10-07', times: 1 }])
    expect(mayBeAgain(found, { prompt: 'C5', place: '' })).toHaveLength(1)
    expect(mayBeAgain(found, { prompt: 'D1', place: 'hall  left door' })).toHaveLength(1)
    expect(mayBeAgain(found, { prompt: 'D1', place: 'Hall' })).toEqual([])
    expect(mayBeAgain(open(before({ place: '' })), { prompt: 'D1', place: '' })).toEqual([])
  })

  it('what is put right and verified, corrected on site or removed is not open', () => {
    expect(open(before({ verifiedBy: 'p09' }))).toEqual([])
    expect(open(before({ corrected: true }))).toEqual([])
    expect(open(before({ removedAt: 1 }))).toEqual([])
    expect(open(defect('C5', 'red'))).toEqual([])
    expect(open(before({ fixedBy: 'p13' }))).toHaveLength(1)
  })

  it('C25 what was closed in the list of actions, all of it, is not open', () => {
    const openWith = (...actions: Action[]) =>
      openFromBefore([before()], [october, run()], run(), actions)
    const closed = { ...owned('old'), status: [said('closed')] }
    expect(openWith(closed)).toEqual([])
    expect(openWith(closed, { ...owned('old'), id: 'second' })).toHaveLength(1)
    expect(openWith({ ...closed, removedAt: 1 })).toHaveLength(1)
    expect(openWith(owned('old'))).toHaveLength(1)
  })

  it('the worst comes first, then what was found longest ago', () => {
    const older = run({ id: 'r-1', date: '2026-09-09' })
    const list = [
      before({ id: 'green', rag: [said('green')] }),
      before({ id: 'red' }),
      before({ id: 'red-old', run: 'r-1' }),
    ]
    const ids = openFromBefore(list, [october, older], run(), []).map(({ defect: { id } }) => id)
    expect(ids).toEqual(['red-old', 'red', 'green'])
  })

  it('opened again it counts in this walk, once a day, and must be put right anew', () => {
    const fields = openedAgain(before({ fixedBy: 'p13' }), DAY)
    expect(fields).toEqual({ again: [DAY], fixedBy: '', verifiedBy: '', corrected: false })
    const again = { ...before(), ...fields }
    expect(openedAgain(again, DAY).again).toEqual([DAY])
    expect(foundIn([again], run())).toEqual([again])
    expect(open(again)).toMatchObject([{ last: DAY, times: 2 }])
    expect(notAgain(again, DAY).again).toEqual([])
    const facts = visit()
    const defects = facts.defects.map((each) =>
      each.prompt === 'C5' ? { ...again, madeSafe: 'Shut' } : each,
    )
    expect(needs({ ...facts, defects, actions: [...facts.actions, owned('old')] })).toEqual([])
  })

  it('is verified by somebody else than whoever put it right', () => {
    expect(mayVerify(before({ fixedBy: 'p13' }), 'p13')).toBe(false)
    expect(mayVerify(before({ fixedBy: 'p13' }), 'p09')).toBe(true)
    expect(mayVerify(before(), 'p09')).toBe(false)
    expect(isOpen(before({ fixedBy: 'p13' }))).toBe(true)
  })
})

describe('HC23: a clock that is wrong', () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00Z`)
  const trust = at('2026-11-11')

  it('is told from the time at which the trust received it; both are kept', () => {
    const line = (record: string, madeAt: number) => ({ record, madeAt, receivedAt: trust })
    const lines = [
      line('a', trust - 60_000),
      line('r', at('2024-11-11')),
      line('x', at('2020-01-01')),
    ]
    const clocks = clocksOf(lines, new Set(['a', 'r']))
    expect(clocks).toEqual({ device: at('2024-11-11'), trust })
    expect(clocks && clockIsDoubtful(clocks)).toBe(true)
    expect(clocksOf(lines, new Set(['other']))).toBeNull()
  })

  it('is doubted when it is ahead, and not for a day with no signal', () => {
    expect(clockIsDoubtful({ device: trust + 6 * 60_000, trust })).toBe(true)
    expect(clockIsDoubtful({ device: trust + 60_000, trust })).toBe(false)
    expect(clockIsDoubtful({ device: at('2026-11-09'), trust })).toBe(false)
    expect(skewIsWrong(null)).toBe(false)
    expect(skewIsWrong(-2 * 365 * 86_400_000)).toBe(true)
    expect(skewIsWrong(30_000)).toBe(false)
  })
})

describe('C40: each school is walked once a month', () => {
  const walk = (date: string, state: string) => run({ date, state: [said(state)] })
  const both = [walk('2026-11-04', 'submitted'), walk('2026-11-11', 'started')]

  it.each([
    ['none this month is due', '2026-11', [], 'due'],
    ['one begun is started', '2026-11', [walk('2026-11-04', 'started')], 'started'],
    ['one of two handed in is done', '2026-11', both, 'done'],
    ['none last month was missed', '2026-10', both, 'missed'],
    ['one never handed in stays so', '2026-10', [walk('2026-10-07', 'started')], 'unfinished'],
    ['August owes none', '2026-08', [], 'none'],
  ] as const)('%s', (_, month, runs, standing) => {
    expect(standingOf(runs, month, DAY)).toBe(standing)
  })

  it('a walk that was removed does not count', () => {
    const gone = { ...walk('2026-11-04', 'submitted'), removedAt: 1 }
    expect(standingOf([gone], '2026-11', DAY)).toBe('due')
  })
})

it('rates likelihood x severity', () => {
  expect([ragOfScore(5, 3), ragOfScore(2, 3), ragOfScore(1, 5)]).toEqual(['red', 'amber', 'green'])
})
