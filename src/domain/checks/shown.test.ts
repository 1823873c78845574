import { expect, it } from 'vitest'
import { check, checklist, section, text } from './ready-made/writing.ts'
import { scoreOf } from './scoring.ts'
import { shownPrompts } from './shown.ts'

const body = checklist(
  { key: 'k', name: 'Kiln room', job: 'other', about: '' },
  section(
    's',
    'Kiln',
    check('fan', 'The fan runs'),
    check('key', 'Somebody has the key', { after: { prompt: 'fan', answers: ['fail'] } }),
    text('who', 'Which job title', { after: { prompt: 'key', answers: ['pass', 'n/a'] } }),
    text('self', 'Waits for itself', { after: { prompt: 'self', answers: ['x'] } }),
    text('lost', 'Waits for nothing', { after: { prompt: 'gone', answers: ['x'] } }),
  ),
)
const shown = (answers: Record<string, string>) =>
  shownPrompts(body, new Map(Object.entries(answers))).map(({ id }) => id)

it('asks a follow-up only after its answer, and no longer when that changes', () => {
  expect(shown({})).toEqual(['fan'])
  expect(shown({ fan: 'fail' })).toEqual(['fan', 'key'])
  expect(shown({ fan: 'fail', key: 'pass' })).toEqual(['fan', 'key', 'who'])
  expect(shown({ fan: 'pass', key: 'pass' })).toEqual(['fan'])
})

it('does not ask what waits for itself or for a prompt that is gone', () => {
  expect(shown({ self: 'x', gone: 'x' })).toEqual(['fan'])
})

it('does not score what is not asked', () => {
  const given = new Map([
    ['fan', 'pass'],
    ['key', 'fail'],
  ])
  expect(scoreOf(body, given).total).toMatchObject({ counted: 1, percent: 100 })
})
