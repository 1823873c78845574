import { describe, expect, it } from 'vitest'
import { actionRecord } from '../actions/action.ts'
import { joinAnswers } from './answers.ts'
import { clockIsDoubtful, clocksOf, skewIsWrong } from './clock.ts'
import { countAnswers, sayCounts } from './counts.ts'
import { foundIn, isOpen, mayVerify } from './hazards.ts'
import { standingOf } from './month.ts'
import { ragOf, ragOfScore } from './rating.ts'
import { mayBeAgain, notAgain, openedAgain, openFromBefore } from './repeat.ts'
import { MONTHLY_WALKAROUND } from './ready-made/walkaround.ts'
import { type Answer, answerRecord, type Defect, defectRecord, type Run, runRecord } from './run.ts'
import { type RunFacts, submitNeeds } from './submit.ts'
import { checklist, choice, count, section } from './ready-made/writing.ts'

const DAY = '2026-11-11'
const by = { by: 'p09', madeAt: Date.parse(`${DAY}T09:20:00Z`) }
const said = (value: string, device = 'd1') => ({ value, device, at: by.madeAt })

function whole<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(`Not read: ${JSON.stringify(read.error)}`)
  return read.value
}
type More = Readonly<Record<string, unknown>>
const run = (more: More = {}): Run =>
  whole(
    runRecord.read({
      ...{ type: 'run', id: 'r1', template: MONTHLY_WALKAROUND, date: DAY, ...by },
      ...more,
    }),
  )
const answer = (prompt: string, value: string, more: More = {}): Answer =>
  whole(
    answerRecord.read({
      ...{ type: 'answer', id: `a-${prompt}`, run: 'r1', prompt, value: [said(value)], ...by },
      ...more,
    }),
  )
const defect = (prompt: string, rag: string, more: More = {}): Defect =>
  whole(
    defectRecord.read({
      ...{ type: 'defect', id: `d-${prompt}`, run: 'r1', prompt, rag: [said(rag)], ...by },
      what: 'Left leaf does not latch',
      ...more,
    }),
  )
const owned = (id: string) =>
  whole(
    actionRecord.read({
      ...{ type: 'action', id: `action-${id}`, source: { type: 'walkaround', id }, ...by },
      owner: { kind: 'person', value: 'p13' },
    }),
  )

const FAILED = { B5: 'amber', C3: 'amber', C5: 'red', E3: 'red' } as const
const SAFE: Readonly<Record<string, string>> = {
  C5: 'Somebody stands at the door, no assembly today',
  E3: 'Taken away, tagged, locked in the office',
}

/** The visit of fixture 05, with what is changed. */
function visit(
  changes: Partial<Omit<RunFacts, 'answers'>> & { answers?: Answer[] } = {},
): RunFacts {
  const prompts = MONTHLY_WALKAROUND.sections.flatMap((each) => each.prompts.map(({ id }) => id))
  const answers = prompts.map((id) => {
    if (id in FAILED) return answer(id, 'fail')
    if (id === 'D2') return answer(id, 'n/a', { note: 'One floor only' })
    if (id === 'F2')
      return answer(id, 'not_checked', {
        reason: 'No key to the tank room',
        followUp: '2026-11-13',
      })
    return answer(id, 'pass')
  })
  const changed = new Map(changes.answers?.map((each) => [each.prompt, each]))
  const defects = Object.entries(FAILED).map(([id, rag]) =>
    defect(id, rag, { madeSafe: SAFE[id] ?? '' }),
  )
  return {
    run: run(),
    defects,
    actions: defects.map(({ id }) => owned(id)),
    photosOf: () => 0,
    ...changes,
    answers: joinAnswers(
      answers.map((each) => changed.get(each.prompt) ?? each),
      'r1',
    ),
  }
}
const needs = (facts: RunFacts) => submitNeeds(facts).map(({ words }) => words)

describe('fixture 05: the monthly walkaround', () => {
  it('counts 24 pass, 4 fail, 1 n/a and 1 not checked of 30', () => {
    const { run: own, answers } = visit()
    const counts = countAnswers(own.template, answers)
    expect(counts).toMatchObject({ items: 30, pass: 24, fail: 4, 'n/a': 1, not_checked: 1 })
    expect(sayCounts(counts)).toBe('24 pass, 4 fail, 1 n/a, 1 not checked')
    expect(sayCounts(countAnswers(own.template, answers, 'F'))).toBe('2 pass, 1 not checked')
  })

  it('C41: may be handed in with the day on which F2 is checked, and not before', () => {
    expect(needs(visit())).toEqual([])
    const late = answer('F2', 'not_checked', { reason: 'No key to the tank room' })
    expect(needs(visit({ answers: [late] }))).toEqual([
      'F2: give the day on which somebody will check it.',
    ])
    const past = answer('F2', 'not_checked', { reason: 'No key', followUp: '2026-11-10' })
    expect(submitNeeds(visit({ answers: [past] }))).toMatchObject([
      { kind: 'follow-up', section: 'F', prompt: 'F2', defect: null },
    ])
  })

  it('C41: "not checked" needs its reason too', () => {
    const silent = answer('F2', 'not_checked', { followUp: '2026-11-13' })
    expect(needs(visit({ answers: [silent] }))).toEqual(['F2: say why it was not checked.'])
  })
})

describe('before it may be handed in', () => {
  const withC5 = (more: More, rag = 'red') => {
    const others = visit().defects.filter(({ prompt }) => prompt !== 'C5')
    return [...others, defect('C5', rag, more)]
  }

  it('HC24: a red fail without what was made safe is refused, and says where to go', () => {
    for (const madeSafe of ['', '  ']) {
      expect(submitNeeds(visit({ defects: withC5({ madeSafe }) }))).toEqual([
        {
          kind: 'make-safe',
          section: 'C',
          prompt: 'C5',
          defect: 'd-C5',
          words: 'C5: it is red: write what was made safe now.',
        },
      ])
    }
    expect(needs(visit({ defects: withC5({ madeSafe: '' }, 'amber') }))).toEqual([])
  })

  it('C41: a red hazard needs somebody who sees to it', () => {
    const actions = visit().actions.filter(({ source }) => source.id !== 'd-C5')
    expect(needs(visit({ actions }))).toEqual(['C5: it is red: say who sees to it.'])
    const nobody = [...actions, { ...owned('d-C5'), owner: null }]
    expect(needs(visit({ actions: nobody }))).toEqual(['C5: it is red: say who sees to it.'])
    const removed = [...actions, { ...owned('d-C5'), removedAt: 5 }]
    expect(needs(visit({ actions: removed }))).toEqual(['C5: it is red: say who sees to it.'])
  })

  it('what was put right on site says how', () => {
    const fixed = withC5({ corrected: true }, 'green')
    expect(needs(visit({ defects: fixed }))).toEqual(['C5: write how it was put right.'])
  })

  it('a fail has its hazard, with words and a colour', () => {
    const without = visit().defects.filter(({ prompt }) => prompt !== 'B5')
    expect(needs(visit({ defects: without }))).toEqual(['B5: write down what was found.'])
    const bare = [...without, defect('B5', 'amber', { what: '', rag: [] })]
    expect(needs(visit({ defects: bare }))).toEqual([
      'B5: write what is wrong.',
      'B5: choose red, amber or green.',
    ])
    expect(needs(visit({ answers: [answer('B5', 'pass')] }))).toEqual([
      'B5: a hazard is written down, but the answer does not say so.',
    ])
  })

  it('C55: two who answered or rated differently have to pick', () => {
    const both = answer('A1', 'pass', { value: [said('pass'), said('fail', 'd2')] })
    expect(needs(visit({ answers: [both] }))).toEqual([
      'A1: two of you answered differently: pick one.',
    ])
    const rag = [said('amber'), said('red', 'd2')]
    const rated = withC5({ rag, madeSafe: 'Shut' })
    expect(ragOf({ rag: rated.at(-1)?.rag ?? [] })).toBe('red')
    expect(needs(visit({ defects: rated }))).toEqual([
      'C5: two of you chose different colours: pick one.',
    ])
  })

  it('asks only what is shown, and what an answer demands', () => {
    const template = checklist(
      { key: 'k', name: 'Kitchen', job: 'premises', about: '' },
      section(
        's',
        'Kitchen',
        choice(
          'k1',
          'Gas shut-off',
          [
            ['ok', 'In order', 1],
            ['old', 'Label old', 0],
          ],
          { demands: [{ answer: 'old', needs: ['photo', 'note', 'follow_up_date'] }] },
        ),
        count('k2', 'Knives in the rack', { after: { prompt: 'k1', answers: ['old'] } }),
      ),
    )
    const of = (answers: Answer[], photos = 0) =>
      needs({
        ...visit(),
        run: run({ template }),
        defects: [],
        answers: joinAnswers(answers, 'r1'),
        photosOf: () => photos,
      })
    expect(of([])).toEqual(['k1: not answered yet.'])
    expect(of([answer('k1', 'ok')])).toEqual([])
    expect(of([answer('k1', 'old')])).toEqual([
      'k1: this answer needs a note.',
      'k1: this answer needs a photo.',
      'k1: give the day on which somebody looks again.',
      'k2: not answered yet.',
    ])
    const told = answer('k1', 'old', { note: 'From 2019', followUp: '2026-12-01' })
    expect(of([told, answer('k2', '3/2')], 1)).toEqual(['k2: not answered yet.'])
    expect(of([told, answer('k2', '2/3')], 1)).toEqual([])
  })
})

describe('found again', () => {
  const october = run({ id: 'r0', date: '2026-10-07' })
  const before = (more: More = {}) =>
    defect('C5', 'red', { id: 'old', run: 'r0', place: 'Hall, left door', ...more })
  const open = (...defects: Defect[]) => openFromBefore(defects, [october, run()], run())

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

  it('the worst comes first, then what was found longest ago', () => {
    const older = run({ id: 'r-1', date: '2026-09-09' })
    const list = [
      before({ id: 'green', rag: [said('green')] }),
      before({ id: 'red' }),
      before({ id: 'red-old', run: 'r-1' }),
    ]
    const ids = openFromBefore(list, [october, older], run()).map(({ defect: { id } }) => id)
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
