import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '../peer-review/note.ts'
import { type Change, changesSince, draftFrom, isUntouched, leftAsIs, takenIn } from './draft.ts'
import {
  answer,
  note,
  packOf,
  placed,
  placedAll,
  point,
  question,
  source,
} from '../../../test/helpers/letter.ts'
import { joinParts, keptParts, keyOf, letterWords, placeBeside } from './parts.ts'

const partsBy = (kind: string) => draftFrom(source()).filter((part) => part.kind === kind)
const allWords = (of = source()) =>
  draftFrom(of)
    .map(({ heading, text }) => `${heading}\n${text}`)
    .join('\n')

describe('drafting a letter', () => {
  it('has thanks, focus, an answer to each question, strengths, areas, the next date and an end, in this order', () => {
    expect(draftFrom(source()).map(({ kind }) => kind)).toEqual([
      'thanks',
      'focus',
      'answer',
      'answer',
      'strengths',
      'explore',
      'next',
      'signoff',
    ])
  })

  it('says what was agreed, each with the notes behind it', () => {
    const [first, second] = partsBy('answer')
    expect(first).toMatchObject({
      heading: 'Question 1. How do pupils find their next book in Year 1?',
      text: 'Pupils in Year 1 name the shelf and say why.',
      evidence: ['n1'],
    })
    expect(second?.text.split('\n')).toEqual([
      'Seen in two of three rooms.',
      'Not seen at lunch.',
      'The team saw two things here. One view: Calm in the room. The other view: Loud at the door.',
    ])
    expect(second?.evidence).toEqual(['n3'])
    expect(partsBy('strengths')[0]).toMatchObject({
      text: 'Year 1 pupils explain their next book.',
      evidence: ['n2'],
    })
  })

  it('calls areas to explore possible areas for future focus, with what the head added', () => {
    expect(partsBy('explore')[0]).toMatchObject({
      heading: 'Possible areas for future focus',
      text: 'Minutes between lessons. The headteacher added: A new bell.',
    })
  })

  it('says how a difference was settled instead of both views', () => {
    const settled = point('d2', 2, {
      kind: 'differ',
      text: 'Calm',
      otherView: 'Loud',
      settledBy: 'p07',
      settledAs: 'Calm in lessons, loud between them',
    })
    expect(allWords(source({ points: [settled] }))).toContain('Calm in lessons, loud between them.')
    expect(allWords(source({ points: [settled] }))).not.toContain('One view')
  })

  it('C2: a note outside the remit is no evidence, whoever put it there', () => {
    fc.assert(
      fc.property(fc.subarray(['n1', 'n2', 'n3', 'n9'], { minLength: 1 }), (outside) => {
        const notes = ['n1', 'n2', 'n3', 'n9'].map((id) =>
          note(id, id === 'n3' ? 2 : 1, outside.includes(id)),
        )
        const evidence = draftFrom(source({ notes })).flatMap((part) => part.evidence)
        for (const id of outside) expect(evidence).not.toContain(id)
      }),
    )
  })

  it('keeps the links once the notes themselves are at the school', () => {
    const evidence = (notes: Note[], allNotesHere: boolean) =>
      draftFrom(source({ notes, allNotesHere })).flatMap((part) => part.evidence)
    expect(evidence([], false)).toContain('n1')
    expect(evidence([], true)).toEqual([])
    // C2: what is known here to be outside stays out.
    expect(evidence([note('n1', 1, true)], false)).not.toContain('n1')
  })

  it('never says a word of a withdrawn question', () => {
    fc.assert(
      fc.property(fc.subarray([1, 2, 3]), fc.uuid(), (withdrawn, mark) => {
        const words = (n: number) => `${mark}-${n}`
        const of = source({
          pack: packOf(
            [1, 2, 3].map((n) =>
              question(n, { text: words(n), withdrawnAt: withdrawn.includes(n) ? 5 : null }),
            ),
          ),
          answers: [1, 2, 3].map((n) => answer(n, words(n))),
          points: [1, 2, 3].flatMap((n) =>
            (['strength', 'explore', 'differ'] as const).map((kind) =>
              point(`${kind}${n}`, n, {
                kind,
                text: words(n),
                otherView: words(n),
                context: words(n),
              }),
            ),
          ),
        })
        for (const n of [1, 2, 3])
          expect(allWords(of).includes(words(n))).toBe(!withdrawn.includes(n))
      }),
    )
  })

  it('is the same on every device, in whatever order its records lie', () => {
    const usual = draftFrom(source())
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (chance) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => [chance.next().value ?? 0, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one)
        const { answers, points, links, notes, ...rest } = source()
        const again = {
          ...rest,
          answers: shuffled(answers),
          points: shuffled(points),
          links: shuffled(links),
          notes: shuffled(notes),
        }
        expect(draftFrom(again)).toEqual(usual)
      }),
    )
  })
})

describe('drafting again', () => {
  it('offers nothing while the answers are the same', () => {
    expect(changesSince(placedAll(draftFrom(source())), draftFrom(source()))).toEqual([])
  })

  it('offers what changed, what is new and what was withdrawn', () => {
    const parts = placedAll(draftFrom(source()))
    const later = source({
      pack: packOf([question(1), question(3), question(4)]),
      answers: [answer(1, 'Other words.'), answer(3, 'x'), answer(4, 'y')],
      points: source().points.filter(({ kind }) => kind !== 'differ'),
    })
    const said = changesSince(parts, draftFrom(later)).map((change) => [
      change.kind,
      change.kind === 'new' ? change.drafted.question : change.part.kind,
    ])
    expect(said).toEqual([
      ['changed', 'answer'],
      ['new', 'q3'],
      ['new', 'q4'],
      ['changed', 'strengths'],
      ['changed', 'explore'],
      ['gone', 'answer'],
    ])
  })

  it('C55: keeps every line that people wrote, whatever comes from the answers', () => {
    const typed = fc.array(fc.stringMatching(/^[A-Za-z ]{1,30}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(typed, fc.array(fc.lorem(), { minLength: 1, maxLength: 4 }), (own, answers) => {
        const start = placedAll(draftFrom(source()))
        let part = start.find(({ question: of }) => of === 'q1')
        if (!part) throw new Error('No answer was drafted')
        part = { ...part, text: `${part.text}\n${own.join('\n')}` }
        for (const text of answers) {
          const fresh = draftFrom(source({ answers: [answer(1, text)] }))
          const changes: Change[] = changesSince([part], fresh)
          for (const change of changes)
            if (change.kind === 'changed') part = { ...part, ...takenIn(part, change.drafted) }
          for (const line of own.filter((l) => l.trim() !== ''))
            expect(part.text).toContain(line.trimEnd())
        }
      }),
    )
  })

  it('puts new words in place of those that nobody touched, and offers nothing twice', () => {
    const [first] = placedAll(draftFrom(source()).filter(({ question: of }) => of === 'q1'))
    const fresh = draftFrom(source({ answers: [answer(1, 'New words.')] }))
    const drafted = fresh.find(({ question: of }) => of === 'q1')
    if (!first || !drafted) throw new Error('No answer was drafted')
    expect(isUntouched(first)).toBe(true)
    const taken = { ...first, ...takenIn(first, drafted) }
    expect(taken.text).toBe('New words.')
    const left = { ...first, text: 'Ours.', ...leftAsIs(drafted) }
    expect(left.text).toBe('Ours.')
    for (const one of [taken, left]) expect(changesSince([one], [drafted])).toEqual([])
  })

  it('leaves a part that somebody took out where it is', () => {
    const parts = placedAll(draftFrom(source())).map((p) => ({ ...p, removedAt: 9 }))
    const fresh = draftFrom(source({ answers: [answer(1, 'Other')] }))
    expect(changesSince(parts, fresh)).toEqual([])
  })
})

describe('parts of a letter', () => {
  const [drafted] = draftFrom(source())
  if (!drafted) throw new Error('Nothing was drafted')

  it('C55: joins what two devices drafted apart without losing words', () => {
    const mine = placed(drafted, 'a', { text: 'Mine' })
    const theirs = placed(drafted, 'b', { text: 'Theirs' })
    const untouched = placed(drafted, 'c')
    for (const all of [
      [mine, theirs, untouched],
      [untouched, theirs, mine],
    ]) {
      const [joined] = joinParts(all)
      expect(joined?.part.text).toBe('Mine')
      expect(joined?.others.map(({ text }) => text)).toEqual(['Theirs'])
    }
    expect(joinParts([mine, { ...theirs, leftOut: 'Theirs' }])[0]?.others).toEqual([])
    expect(joinParts([mine, { ...theirs, leftOut: 'Their' }])[0]?.others).toHaveLength(1)
  })

  it('changes places with its neighbour, at both ends too', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom<-1 | 1>(-1, 1), (at, by) => {
        const parts = placedAll(draftFrom(source()))
        const moving = parts[at]
        if (!moving) return
        const before = keptParts(parts).map(({ part }) => part.id)
        const place = placeBeside(parts, moving.id, by)
        expect(place === null).toBe(before[at + by] === undefined)
        const after = keptParts(
          parts.map((part) =>
            part.id === moving.id ? { ...part, place: place ?? part.place } : part,
          ),
        ).map(({ part }) => part.id)
        expect(after.indexOf(moving.id)).toBe(place === null ? at : at + by)
        expect(after.filter((id) => id !== moving.id)).toEqual(
          before.filter((id) => id !== moving.id),
        )
      }),
    )
  })

  it('has words that change with the text, the heading and the order, and with nothing else', () => {
    const parts = placedAll(draftFrom(source()))
    const usual = letterWords(parts)
    const change = (more: Partial<(typeof parts)[number]>) =>
      letterWords(parts.map((part, i) => (i === 2 ? { ...part, ...more } : part)))
    expect(change({ evidence: ['n7'], madeAt: 7 })).toBe(usual)
    for (const more of [{ text: 'x' }, { heading: 'x' }, { place: 99 }, { removedAt: 1 }])
      expect(change(more)).not.toBe(usual)
    expect(new Set(parts.map(keyOf)).size).toBe(parts.length)
  })
})
