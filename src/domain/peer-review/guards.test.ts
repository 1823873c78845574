import { describe, expect, it } from 'vitest'
import { type GuardFacts, guardsOf } from './guards.ts'
import { assemblePack, keyQuestionRecord, type Pack, reviewRecord, slotRecord } from './pack.ts'
import { REVIEW_ENDS, REVIEW_STAGES } from './stage-order.ts'

type Raw = Readonly<Record<string, unknown>>

function packOf(
  head: Raw = {},
  questions: readonly Raw[] = [{}, {}, {}],
  slots: readonly Raw[] = [{}],
): Pack {
  const review = reviewRecord.read({
    type: 'review',
    id: 'r',
    urn: '900001',
    schoolName: 'S',
    date: '2026-11-17',
    focus: 'Reading',
    dslName: 'Named',
    ...head,
  })
  if (!review.ok) throw new Error('The head of the pack was not read')
  const asked = questions.map((more, i) =>
    keyQuestionRecord.read({
      type: 'key-question',
      id: `q${i + 1}`,
      n: i + 1,
      text: 'How?',
      proposedBy: 'p03',
      ...more,
    }),
  )
  const planned = slots.map((more, i) =>
    slotRecord.read({ type: 'slot', id: `s${i}`, start: '09:00', end: '10:00', ...more }),
  )
  return assemblePack({
    review: review.value,
    questions: asked.flatMap((r) => (r.ok ? [r.value] : [])),
    slots: planned.flatMap((r) => (r.ok ? [r.value] : [])),
    groups: [],
  })
}

const clear: GuardFacts = {
  pack: packOf(),
  today: '2026-11-12',
  twice: 0,
  ready: { n: 6, of: 6 },
  unanswered: [],
  openFlags: 0,
  unbriefed: { names: [], of: 6 },
  toCome: [],
  holding: 0,
  letter: { parts: 8, stops: 0, agreed: ['Ada', 'Ben'], before: [], missing: [], safe: true },
}
const found = (to: string, more: Partial<GuardFacts>) =>
  guardsOf(to, { ...clear, ...more }).map(({ kind, words }) => `${kind}: ${words}`)
const steps = [...REVIEW_STAGES, ...REVIEW_ENDS].map(([stage]) => stage)

describe('guards of the review machine', () => {
  it.each(steps)('nothing stands before %s when all is well', (to) => {
    expect(found(to, {})).toEqual([])
  })

  it.each(steps)('what this device does not know of does not stand before %s', (to) => {
    expect(
      found(to, { twice: null, ready: null, unanswered: null, openFlags: null, holding: null }),
    ).toEqual([])
  })

  it('focus_sent stops with no focus, and with no question', () => {
    expect(found('focus_sent', { pack: packOf({ focus: '' }) })[0]).toMatch(/^stop: .*no focus/)
    expect(found('focus_sent', { pack: packOf({}, []) })[0]).toMatch(/^stop: .*no key question/)
    const out = { withdrawnAt: 1, withdrawnBy: 'p03' }
    expect(found('focus_sent', { pack: packOf({}, [out]) })[0]).toMatch(/^stop/)
  })

  it('C6 focus_sent asks for a reason from the Monday of the review on', () => {
    expect(found('focus_sent', { today: '2026-11-15' })).toEqual([])
    expect(found('focus_sent', { today: '2026-11-16' })).toHaveLength(1)
    expect(found('focus_sent', { today: '2026-11-16' })[0]).toMatch(/^ask: .*say why/)
    const given = packOf({ lateReason: 'Staff absence' })
    expect(found('focus_sent', { today: '2026-11-16', pack: given })).toEqual([])
  })

  it('C6 a late focus is asked about once: not again when the questions are settled', () => {
    expect(found('expanded', { today: '2026-11-16' })).toEqual([])
  })

  it('C7 settling the questions shows how many are the CEO’s', () => {
    const pack = packOf({}, [{}, { addedByCeo: true }, { addedByCeo: true, withdrawnAt: 1 }])
    expect(found('expanded', { pack })).toEqual([
      'show: 1 key question marked as the CEO’s addition.',
    ])
  })

  it('a timetable cannot be agreed while a reviewer is twice in a slot', () => {
    expect(found('agreed', { twice: 1 })[0]).toMatch(/^stop: .*1 time:/)
    expect(found('timetable_drafted', { twice: 1 })).toEqual([])
  })

  it('a timetable without slots is shown', () => {
    const pack = packOf({}, [{}, {}], [])
    expect(found('timetable_drafted', { pack })[0]).toMatch(/^show/)
    expect(found('agreed', { pack, twice: 2 }).map((line) => line.slice(0, 4))).toEqual([
      'stop',
      'show',
    ])
  })

  it('the pack goes out with a reason while a device is not ready', () => {
    expect(found('circulated', { ready: { n: 4, of: 6 } })[0]).toMatch(
      /^ask: 4 of 6 reviewers have/,
    )
    expect(found('circulated', { ready: { n: 0, of: 1 } })[0]).toMatch(/^ask: 0 of 1 reviewer has/)
  })

  it('the day begins with the names of those who are not briefed', () => {
    const unbriefed = { names: ['Rufus Candlestick'], of: 6 }
    expect(found('on_the_day', { unbriefed })).toEqual([
      'show: 5 of 6 briefed. Not yet: Rufus Candlestick.',
    ])
  })

  it('no DSL named is shown before the pack goes out and before the day', () => {
    const pack = packOf({ dslName: ' ' })
    for (const to of ['circulated', 'on_the_day'])
      expect(found(to, { pack })[0]).toMatch(/^show: .*safeguarding lead/)
  })

  it('synthesised stops while a live question has no answer', () => {
    expect(found('synthesised', { unanswered: ['q2'] })[0]).toMatch(/^stop: Question 2 has/)
    expect(found('synthesised', { unanswered: ['q1', 'q3'] })[0]).toMatch(
      /^stop: Questions 1 and 3 have/,
    )
  })

  it('HC10 a withdrawn question needs no answer', () => {
    const pack = packOf({}, [{}, { withdrawnAt: 1, withdrawnBy: 'p03' }])
    expect(found('synthesised', { pack, unanswered: ['q2'] })).toEqual([])
  })

  it('C1 synthesised stops while a sentence still gives advice', () => {
    expect(found('synthesised', { openFlags: 1 })[0]).toMatch(/^stop: 1 sentence .* gives advice/)
    expect(found('synthesised', { openFlags: 2 })[0]).toMatch(/^stop: 2 sentences .* give advice/)
  })

  it('synthesised asks while notes are not here yet, with the number where it is known', () => {
    const toCome = [
      { name: 'Reviewer 5', notes: 14 },
      { name: 'Reviewer 6', notes: null },
      { name: 'Reviewer 4', notes: null },
    ]
    expect(found('synthesised', { toCome })).toEqual([
      'ask: Reviewer 5 has 14 notes not here yet: go on?',
      'ask: Reviewer 6 and Reviewer 4 may have notes that are not here yet: go on?',
    ])
  })

  it('C4 a review cannot be closed while a device still holds notes', () => {
    expect(found('closed', { holding: 1 })[0]).toMatch(/^stop: 1 device still holds notes/)
    expect(found('session_held', { holding: 1 })).toEqual([])
  })

  it('C3 what follows the day needs no pack: it is gone by then, and facilitators never had it', () => {
    for (const to of ['notes_handed_over', 'letter_agreed', 'session_booked', 'closed'])
      expect(found(to, { pack: null })).toEqual([])
    expect(found('closed', { pack: null, holding: 1 })[0]).toMatch(/^stop: 1 device still holds/)
    expect(found('synthesised', { pack: null })[0]).toMatch(/^stop: The pack is not on this device/)
  })

  it('C4 going on without somebody’s notes is the lead’s, by naming them', () => {
    const outstanding = ['Rufus Candlestick', 'Odette Puddlejump']
    expect(found('notes_handed_over', { outstanding, leads: true })).toEqual([
      'ask: No receipt yet for the notes of Rufus Candlestick and Odette Puddlejump. Go on without? Their names are kept with your reason.',
    ])
    const [guard] = guardsOf('notes_handed_over', { ...clear, outstanding, leads: true })
    expect(guard?.keep).toBe('Outstanding: Rufus Candlestick and Odette Puddlejump.')
    expect(found('notes_handed_over', { outstanding })[0]).toMatch(/^stop: No receipt yet/)
    expect(found('notes_handed_over', { outstanding: [], leads: true })).toEqual([])
  })

  it('stops come first, then questions, then lines to show', () => {
    const kinds = guardsOf('focus_sent', {
      ...clear,
      today: '2026-11-16',
      pack: packOf({ focus: '', dslName: '' }, [{}]),
    }).map(({ kind }) => kind)
    expect(kinds).toEqual(['stop', 'ask', 'show', 'show'])
  })

  it('without the pack nothing that depends on it goes on; leaving early still may', () => {
    expect(found('synthesised', { pack: null })[0]).toMatch(/^stop: The pack/)
    expect(found('withdrawn', { pack: null })).toEqual([])
    expect(found('toString', { pack: null })).toEqual([])
  })

  it('the letter: nothing while it stands agreed and whole', () => {
    for (const to of ['letter_drafted', 'letter_agreed', 'letter_issued'])
      expect(found(to, {})).toEqual([])
    // The pack may be gone from the device by then.
    expect(found('letter_issued', { pack: null })).toEqual([])
  })

  it('the letter: not without one, not with an open stop, not before anybody agreed', () => {
    const letter = clear.letter
    if (!letter) throw new Error('No letter')
    for (const to of ['letter_drafted', 'letter_agreed', 'letter_issued'])
      for (const none of [null, { ...letter, parts: 0 }])
        expect(found(to, { letter: none })).toEqual([
          'stop: The letter is not on this device yet: wait for signal, then look again.',
        ])
    for (const to of ['letter_agreed', 'letter_issued'])
      expect(found(to, { letter: { ...letter, stops: 2 } })).toEqual([
        'stop: 2 things in the letter are to be mended first.',
      ])
    expect(found('letter_agreed', { letter: { ...letter, agreed: [], missing: ['Ada'] } })).toEqual(
      ['stop: Nobody has agreed to the letter as it stands.'],
    )
  })

  it('the letter: agreed by everybody, or without those who are named, with a reason', () => {
    const letter = {
      parts: 8,
      stops: 0,
      agreed: ['Cy'],
      before: ['Ada'],
      missing: ['Ben'],
      safe: true,
    }
    const [guard] = guardsOf('letter_agreed', { ...clear, letter })
    expect(guard).toEqual({
      kind: 'ask',
      words: 'Not agreed yet: Ada and Ben. Go on without all of them?',
      at: 'letter',
      keep: 'Without Ada and Ben.',
    })
    expect(found('letter_issued', { letter })).toEqual([
      'stop: The letter changed after Ada agreed to it: open it again, so that they can look.',
      'show: Agreed without Ben.',
    ])
  })

  it('the letter: sent with signal only', () => {
    const letter = clear.letter && { ...clear.letter, safe: false }
    expect(found('letter_agreed', { letter })).toEqual([])
    expect(found('letter_issued', { letter })).toEqual([
      'stop: A letter is sent with signal only: wait until the top of the screen says “Safe at the trust”.',
    ])
  })
})
