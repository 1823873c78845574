import { describe, expect, it } from 'vitest'
import { reviewMachine } from '../../src/domain/peer-review/stages.ts'
import type { Decision } from '../../src/domain/decisions.ts'
import { chained } from '../decisions/chain.ts'
import { auditDecisions, type DecisionsExport } from './audit.ts'

const STEPS = [
  ['focus_sent', 'p03', 'Head'],
  ['expanded', 'p01', 'CEO'],
  ['timetable_drafted', 'p01', 'CEO'],
  ['agreed', 'p03', 'Head'],
  ['circulated', 'p01', 'CEO'],
  ['on_the_day', 'p07', 'Review lead'],
] as const

function chain(): Decision[] {
  const decisions: Decision[] = []
  let from = reviewMachine.start
  for (const [i, [to, by, role]] of STEPS.entries()) {
    const id = String(i + 1).padStart(32, '0')
    const proposal = {
      id,
      machine: reviewMachine.name,
      subject: 'review/r1',
      from,
      to,
      reason: null,
    }
    const at = Date.UTC(2026, 10, 10 + i, 12)
    const made = { ...proposal, madeAt: at, by, role, device: 'd'.repeat(32), receivedAt: at }
    decisions.push(chained(made, decisions.at(-1) ?? null))
    from = to
  }
  return decisions
}

const whole = chain()
const held = (
  person: string,
  role: 'Head' | 'CEO',
  urn: string | null,
  to: string | null = null,
) => ({
  person,
  held: [{ role, urn, from: '2020-09-01', to }],
})
const file = (
  decisions: readonly unknown[],
  more: Partial<DecisionsExport> = {},
): DecisionsExport => ({
  kind: 'corridor-decisions',
  version: 1,
  count: whole.length,
  last: whole.at(-1)?.hash ?? '',
  decisions: [...decisions],
  roles: [held('p03', 'Head', '900001'), held('p01', 'CEO', null)],
  reviews: [
    {
      id: 'r1',
      urn: '900001',
      date: '2026-11-17',
      lead: 'p07',
      reviewers: ['p03'],
      blindFirst: false,
      revealed: false,
    },
  ],
  reps: [],
  ...more,
})
const LAST = whole.at(-1)?.hash ?? ''
const faults = (decisions: readonly unknown[], known: string | null = null) =>
  auditDecisions(file(decisions), known).faults

describe('D4 T31: checking an export of the decisions', () => {
  it('finds nothing where nothing was touched', () => {
    expect(auditDecisions(file(whole), LAST)).toEqual({
      count: 6,
      last: LAST,
      faults: [],
      roles: { confirmed: 6, notes: [] },
    })
    const none = auditDecisions(file([], { count: 0, last: '' }), null)
    expect(none).toMatchObject({ count: 0, faults: [] })
  })

  it('finds a changed row, whichever field it was', () => {
    for (const change of [
      { by: 'p99' },
      { role: 'Head' },
      { to: 'withdrawn' },
      { reason: 'Because' },
      { madeAt: 1 },
      { receivedAt: 1 },
      { device: 'e'.repeat(32) },
      { subject: 'review/r2' },
    ]) {
      const changed = whole.map((d, i) => (i === 2 ? { ...d, ...change } : d))
      expect(faults(changed)).toContain(
        'Decision 3 was changed: its content does not fit its fingerprint.',
      )
    }
  })

  it('finds a row that was changed and given a new fingerprint to fit', () => {
    const third = whole[2]
    if (!third) throw new Error('too few')
    const { hash: _, seq: __, previous: ___, ...content } = third
    const forged = chained({ ...content, by: 'p99' }, whole[1] ?? null)
    expect(faults(whole.map((d, i) => (i === 2 ? forged : d)))).toEqual([
      'Decision 4 does not follow the one before it: one of them was exchanged or put in.',
    ])
  })

  it('finds a missing row, two of them, and the first', () => {
    expect(faults(whole.filter((_, i) => i !== 2))[0]).toBe('3 is missing before 4.')
    expect(faults(whole.filter((_, i) => i !== 2 && i !== 3))[0]).toBe(
      '3 to 4 are missing before 5.',
    )
    expect(faults(whole.slice(1))[0]).toBe('1 is missing before 2.')
  })

  it('finds rows that changed places, and a row that was put in', () => {
    const [a, b, c, ...rest] = whole
    expect(faults([a, c, b, ...rest])).not.toEqual([])
    const extra = { ...whole[1], id: 'f'.repeat(32) }
    expect(faults([a, b, extra, c, ...rest])).toContain(
      'Decision 2 stands where 3 should: it was moved or put in afterwards.',
    )
    expect(faults([a, { nonsense: true }, b, c, ...rest])).toContain('Row 2 is not a decision.')
  })

  it('finds an end that was cut off, also where the file was made to fit, by the last known fingerprint', () => {
    const cut = whole.slice(0, 4)
    expect(faults(cut)).toHaveLength(2)
    const fitted = file(cut, { count: 4, last: cut.at(-1)?.hash ?? '' })
    expect(auditDecisions(fitted, null).faults).toEqual([])
    expect(auditDecisions(fitted, LAST).faults).toEqual([
      'The decision with the last known fingerprint is not among them: the end was cut off or written anew.',
    ])
    // More since then is no fault.
    expect(auditDecisions(file(whole), cut.at(-1)?.hash ?? '').faults).toEqual([])
  })

  it('B10: looks again whether the role was held on the day', () => {
    const ended = [held('p03', 'Head', '900001', '2026-11-11'), held('p01', 'CEO', null)]
    const { roles } = auditDecisions(file(whole, { roles: ended }), null)
    expect(roles.confirmed).toBe(5)
    expect(roles.notes).toEqual([
      'Decision 4 (agreed, by p03 as Head): not borne out by the roles and teams that the trust keeps now.',
    ])
    const blank = auditDecisions(file(whole, { reviews: [] }), null)
    expect(blank.roles.confirmed).toBe(0)
    expect(blank.faults).toEqual([])
  })

  it('B10 H1: bears out receipts, and who shared the letter', () => {
    const made = (
      machine: string,
      subject: string,
      from: string,
      to: string,
      by: string,
      role: string,
    ) => ({ machine, subject, from, to, by, role })
    const notes = 'review/r1/notes/p07'
    const later = [
      made('hand-over', notes, 'held', 'handed_over', 'p07', 'Reviewer'),
      made('hand-over', notes, 'held', 'received', 'p03', 'Head'),
      made('hand-over', notes, 'held', 'handed_over', 'p99', 'Reviewer'),
      made('letter-staff', 'review/r1', 'kept', 'shared', 'p03', 'Head'),
      made('letter-board', 'review/r1', 'kept', 'shared', 'p01', 'CEO'),
    ].reduce<Decision[]>((all, step, i) => {
      const id = String(i + 20).padStart(32, '0')
      const at = Date.UTC(2026, 10, 20, 12)
      const one = { ...step, id, reason: null, madeAt: at, device: 'd'.repeat(32), receivedAt: at }
      return [...all, chained(one, all.at(-1) ?? null)]
    }, whole)
    const [review] = file(whole).reviews
    if (!review) throw new Error('no review')
    const issued = { ...review, stage: 'letter_issued' }
    const { roles, faults: none } = auditDecisions(
      file(later, { count: later.length, last: later.at(-1)?.hash ?? '', reviews: [issued] }),
      null,
    )
    expect(none).toEqual([])
    expect(roles.notes).toEqual([
      'Decision 9 (handed_over, by p99 as Reviewer): not borne out by the roles and teams that the trust keeps now.',
      'Decision 11 (shared, by p01 as CEO): not borne out by the roles and teams that the trust keeps now.',
    ])
  })

  it('B9 C18: bears out what was decided about a plan, and not what its maker could not decide', () => {
    const made = (
      machine: string,
      to: string,
      by: string,
      role: string,
      reason: string | null,
    ) => ({
      machine,
      subject: 'rep/pond-1',
      from: machine === 'rep' ? 'drafted' : 'none',
      to,
      by,
      role,
      reason,
    })
    const all = [
      made('rep', 'issued', 'p01', 'CEO', null),
      made('rep-funding', 'approved', 'p03', 'CEO', '£2,400 from reserves'),
    ].reduce<Decision[]>((before, step, i) => {
      const at = Date.UTC(2026, 10, 20, 12)
      const id = String(i + 40).padStart(32, '0')
      const one = { ...step, id, madeAt: at, device: 'd'.repeat(32), receivedAt: at }
      return [...before, chained(one, before.at(-1) ?? null)]
    }, [])
    const rep = {
      id: 'pond-1',
      urn: '900001',
      kind: 'education' as const,
      mentors: ['p08'],
      writtenBy: 'p02',
      extensionOf: null,
      extensionNo: 0,
    }
    const notes = (reps: DecisionsExport['reps']) =>
      auditDecisions(file(all, { count: 2, last: all.at(-1)?.hash ?? '', reps }), null).roles.notes
    expect(notes([rep])).toEqual([
      'Decision 2 (approved, by p03 as CEO): not borne out by the roles and teams that the trust keeps now.',
    ])
    expect(notes([])).toEqual([
      'Decision 1 (issued, by p01 as CEO): the export does not tell who could.',
      'Decision 2 (approved, by p03 as CEO): the export does not tell who could.',
    ])
  })
})
