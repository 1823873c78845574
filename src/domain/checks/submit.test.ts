import { describe, expect, it } from 'vitest'
import {
  answer,
  by,
  DAY,
  defect,
  needs,
  owned,
  run,
  said,
  visit,
} from '../../../test/helpers/sample-walk.ts'
import { answeredAfter, joinAnswers } from './answers.ts'
import { countAnswers, sayCounts } from './counts.ts'
import { demandsOf } from './demands.ts'
import { promptsShown } from './prompts.ts'
import { ragOf } from './rating.ts'
import { READY_MADE } from './ready-made/index.ts'
import { checklist, choice, count, section } from './ready-made/writing.ts'
import type { Answer } from './run.ts'
import { type Need, type RunFacts, submitNeeds } from './submit.ts'
import type { Prompt } from './template.ts'

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
  const withC5 = (more: Readonly<Record<string, unknown>>, rag = 'red') => {
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

it('says which questions were answered after it was handed in, by a device without signal', () => {
  const late = answer('C5', 'fail', { value: [{ value: 'fail', device: 'd2', at: by.madeAt + 9 }] })
  const { answers } = visit({ answers: [late] })
  expect(answeredAfter(answers, by.madeAt + 1)).toEqual(['C5'])
  expect(answeredAfter(answers, null)).toEqual([])
})

describe('a run of any other checklist', () => {
  const answerTo = (prompt: Prompt): Answer | null => {
    const plain = prompt.options.find(({ value }) => demandsOf(prompt, value, null).length === 0)
    const values = { check: 'pass', number: '4.5', count: '2/3', date: DAY } as const
    const value = prompt.kind in values ? values[prompt.kind as keyof typeof values] : plain?.value
    return value === undefined ? null : answer(prompt.id, value)
  }
  const others = READY_MADE.filter(({ job }) => job !== 'scr')

  it.each(others.map((body) => [body.name, body] as const))(
    '%s is asked and answered',
    (_, body) => {
      const facts = (answers: Answer[]): RunFacts => ({
        run: run({ template: body }),
        defects: [],
        actions: [],
        photosOf: () => 0,
        answers: joinAnswers(answers, 'r1'),
      })
      const kinds = (list: Need[]) => [...new Set(list.map(({ kind }) => kind))]
      expect(kinds(submitNeeds(facts([])))).toEqual(['unanswered'])
      let answers: Answer[] = []
      // Each round may bring questions that follow from the answers of the one before.
      for (let round = 0; round < 4; round++) {
        const asked = promptsShown(body, joinAnswers(answers, 'r1'))
        answers = asked.flatMap(({ prompt }) => answerTo(prompt) ?? [])
      }
      expect(needs(facts(answers))).toEqual([])
      expect(countAnswers(body, joinAnswers(answers, 'r1')).open).toBe(0)
    },
  )
})
