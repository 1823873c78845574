import { describe, expect, it } from 'vitest'
import { anItem, aPlan, aStatus, standingsIn } from '../../../test/helpers/rep.ts'
import type { PaperSheet } from '../paper.ts'
import { readyRecords } from '../calendar/ready.ts'
import { schoolCalendar } from '../calendar/school-calendar.ts'
import { issueGuards } from './needs.ts'
import { repPage, type RepPageFacts } from './page.ts'
import { itemsFrom, REP_TEMPLATES } from './template.ts'
import { itemsOf } from './plan.ts'
import { milestonesDue } from './weeks.ts'

const calendar = schoolCalendar(readyRecords('2026-27'))
const plan = aPlan({ code: 'REP-RPS-1', priority2: 'Reading', daysPerWeek: 0.5 })

const itemsOfTemplate = (at: number) => {
  const template = REP_TEMPLATES[at]
  if (!template) throw new Error('there is no such plan')
  const fields = itemsFrom(template)
  return itemsOf(
    fields.map((one, n) => anItem(String(n).padStart(2, '0'), one)),
    true,
  )
}

const items = itemsOfTemplate(0)
const facts: RepPageFacts = {
  school: 'Rookery Pond Primary School',
  kind: 'education',
  plan,
  standings: standingsIn({
    items,
    statuses: [
      aStatus('1', { item: items[3]?.id ?? '', status: 'partly_met' }),
      aStatus('2', {
        item: items[9]?.id ?? '',
        status: 'not_met',
        late: true,
        lateReason: 'The provider’s day',
      }),
    ],
  }),
  due: milestonesDue(plan, calendar),
  mentors: ['Otto Thimble'],
  ask: 'Primrose Inkwell',
  approvedGbp: 2400,
  nameOf: (person) => (person === 'p03' ? 'Primrose Inkwell' : person),
  say: (day) => day.split('-').toReversed().join('/'),
  made: 'Made on 19/11/2026',
}

const textOf = (sheet: PaperSheet) => JSON.stringify(sheet)
const tables = (sheet: PaperSheet) => sheet.blocks.filter((block) => block.kind === 'table')

describe('the plan on a page', () => {
  it('C16: has every item under its milestone, with owner and status', () => {
    const sheet = repPage(facts, 'leaders')
    expect(sheet.about).toBe('Rookery Pond Primary School, REP-RPS-1')
    expect(tables(sheet).map(({ rows }) => rows.length)).toEqual([5, 5, 6])
    expect(tables(sheet)[0]?.rows[3]).toEqual([
      '4',
      items[3]?.text,
      'Primrose Inkwell',
      'Partly met',
    ])
    expect(tables(sheet)[1]?.rows[4]?.[3]).toBe('Not met: late, not failed')
    for (const said of ['half a day a week', '£2,400, approved by the CEO', 'Not reviewed yet'])
      expect(textOf(sheet)).toContain(said)
  })

  it('tells staff what and when, and no status, no money', () => {
    const sheet = repPage(facts, 'staff')
    expect(tables(sheet).map(({ rows }) => rows.length)).toEqual([5, 5, 6])
    expect(tables(sheet)[0]?.head).toEqual(['', 'What is in place', 'Owner'])
    for (const hidden of ['£', 'Partly met', 'Not met', 'Not started', 'Status', 'reserves'])
      expect(textOf(sheet)).not.toContain(hidden)
    expect(textOf(sheet)).toContain('Pupils know the next step')
    expect(sheet.foot).toMatch(/staff/)
  })

  it('HC14: shows the other count where it is another day', () => {
    const due = milestonesDue(aPlan({ startOn: '2026-12-14', weeks: 'school' }), calendar)
    const headings = repPage({ ...facts, due }, 'leaders').blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    )
    expect(headings).toContain('Within 1 week: 05/01/2027 (in calendar weeks 21/12/2026)')
    expect(textOf(repPage(facts, 'leaders'))).not.toContain('calendar weeks')
    expect(textOf(repPage({ ...facts, due: [] }, 'leaders'))).toContain('Within 1 week: No day yet')
  })

  it('does without what is not there', () => {
    const bare = repPage(
      { ...facts, plan: aPlan({ code: '' }), mentors: [], approvedGbp: 0, kind: 'finance' },
      'leaders',
    )
    expect(bare.title).toBe('Finance rapid enhancement plan')
    expect(bare.about).toBe('Rookery Pond Primary School')
    expect(textOf(bare)).toContain('Nothing approved')
  })
})

describe('ready-made plans', () => {
  it('are one for education with 16 items and one for finance, ready once people own the items', () => {
    expect(
      REP_TEMPLATES.map(({ kind, items: own }) => [
        kind,
        own.w1.length,
        own.w3.length,
        own.w6.length,
      ]),
    ).toEqual([
      ['education', 5, 5, 6],
      ['finance', 5, 5, 5],
    ])
    REP_TEMPLATES.forEach((_, at) => {
      const guards = issueGuards(plan, itemsOfTemplate(at), ['p08'])
      expect(guards.filter(({ kind }) => kind === 'stop')).toEqual([])
      expect(guards.map(({ words }) => words).join()).not.toMatch(/evidence/)
    })
  })

  it('keep their items in order', () => {
    for (const template of REP_TEMPLATES) {
      const fields = itemsFrom(template)
      for (const milestone of ['w1', 'w3', 'w6'] as const) {
        const orders = fields.filter((one) => one.milestone === milestone).map(({ order }) => order)
        expect(orders).toEqual(orders.toSorted())
        expect(new Set(orders).size).toBe(orders.length)
      }
    }
  })
})
