import { describe, expect, it } from 'vitest'
import { concernedBy, type Names, sayDocument, suggestName } from './devices.ts'

const AGENTS: readonly (readonly [agent: string, touch: number, name: string])[] = [
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/26.0 Safari/605.1', 5, 'iPad, Safari'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X) Version/26.0 Safari/605.1', 0, 'Mac, Safari'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 26) CriOS/142 Safari/604.1', 5, 'iPhone, Chrome'],
  ['Mozilla/5.0 (Linux; Android 16; Mobile) Chrome/142 Safari/537', 5, 'Android phone, Chrome'],
  [
    'Mozilla/5.0 (Linux; Android 16) SamsungBrowser/29 Safari/537',
    5,
    'Android tablet, Samsung Internet',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142 Safari/537 Edg/142', 0, 'Windows computer, Edge'],
  ['Mozilla/5.0 (X11; CrOS x86_64) Chrome/142 Safari/537', 0, 'Chromebook, Chrome'],
  ['curl', 0, 'Device'],
]

const names: Names = {
  school: () => 'Rookery Pond',
  person: () => 'Rufus Candlestick',
  review: (id) => (id === 'r1' ? { urn: '900001', date: '2026-11-24' } : undefined),
  rep: (id) => (id === 'k1' ? { urn: '900001' } : undefined),
  date: (iso) => iso.split('-').reverse().join('/'),
}

describe('what a device is called', () => {
  it.each(AGENTS)('%s', (agent, touch, name) => {
    expect(suggestName(agent, touch)).toBe(name)
  })
})

describe('T26 documents in words', () => {
  it.each([
    ['review/r1/notes/p04', 'Notes of Rufus Candlestick: review of Rookery Pond, 24/11/2026'],
    ['review/r1', 'Pack, timetable and answers: review of Rookery Pond, 24/11/2026'],
    ['review/gone', 'Pack, timetable and answers: a review'],
    ['trust', 'The trust’s list of schools, people and their jobs'],
    ['school/900001/2026-27', 'Rookery Pond: actions and visits, 2026-27'],
    ['standing/900001', 'Rookery Pond: plans and registers'],
    ['papers', 'The trust’s library of test papers'],
    ['achievement', 'Settings of question analysis'],
    ['boundary-checks', 'Which grade boundaries are checked'],
    ['class/900001/2026-27/p12-1', 'Rookery Pond: list of a class, 2026-27'],
    ['qla/900001/2026-27/a1', 'Rookery Pond: question analysis of a paper, 2026-27'],
    ['qla-counts/900001/2026-27', 'Rookery Pond: counts of question analyses, 2026-27'],
    ['control/900001/2026-11-24', 'Internal control visit: Rookery Pond, 24/11/2026'],
    ['rep/k1', 'Rapid enhancement plan: Rookery Pond'],
    ['rep-work/k1', 'Visits for the rapid enhancement plan: Rookery Pond'],
    ['rep-work/k2', 'Visits for the rapid enhancement plan: a school'],
    ['letter/of/tomorrow', 'letter/of/tomorrow'],
  ])('T26 %s', (name, said) => {
    expect(sayDocument(name, names)).toBe(said)
  })

  it('T26 tells which reviews and whose notes they belong to', () => {
    expect(
      concernedBy([
        'trust',
        'rep/k1',
        'rep-work/k1',
        'review/r1',
        'review/r1/notes/p04',
        'review/r2/notes/p04',
      ]),
    ).toEqual({ reviews: ['r1', 'r2'], reps: ['k1'], people: ['p04'] })
  })
})
