import { describe, expect, it } from 'vitest'
import { check, checklist, choice, section, text } from './ready-made/writing.ts'
import { templateChanges } from './template-changes.ts'
import type { TemplateBody, TemplateVersion } from './template.ts'
import { checklistsToUse, inUse, nextVersion, publishedTwice, versionsOf } from './versions.ts'

const head = { key: 'k', name: 'Boat house', job: 'other', about: '' } as const
const doors = check('doors', 'Doors lock')
const jackets = check('jackets', 'Jackets counted')
const clean = choice('clean', 'How clean', [
  ['a', 'Clean', 1],
  ['b', 'Not clean', 0],
])
const old = checklist(
  head,
  section('s', 'Store', doors, jackets),
  section('t', 'Jetty', clean, text('say', 'Anything else')),
)

describe('what changed, in words', () => {
  it('is nothing between two that are the same', () => {
    expect(templateChanges(old, structuredClone(old))).toEqual([])
  })

  it('tells one prompt with new words from one taken out and one added', () => {
    const now = checklist(
      head,
      section(
        's',
        'Store room',
        { ...doors, text: 'Doors lock and hold' },
        check('rope', 'Rope dry'),
      ),
      section('t', 'Jetty', clean, text('say', 'Anything else')),
    )
    expect(templateChanges(old, now)).toEqual([
      'Section “Store” is now “Store room”',
      'New words: “Doors lock” is now “Doors lock and hold”',
      'Added: “Rope dry”',
      'Taken out: “Jackets counted”',
    ])
  })

  it('says what else is different', () => {
    const now: TemplateBody = {
      ...checklist(
        { ...head, name: 'Boats', job: 'premises', about: 'Weekly', noPhotos: true },
        section(
          't',
          'Jetty',
          text('say', 'Anything else', { help: 'Briefly' }),
          choice(
            'clean',
            'How clean',
            [
              ['a', 'Clean', 1],
              ['b', 'Dirty', 0],
            ],
            {
              weight: 2,
              demands: [{ answer: 'b', needs: ['note'] }],
              after: { prompt: 'doors', answers: ['fail'] },
              frequency: 'weekly',
            },
          ),
          jackets,
        ),
        section('s', 'Store', doors),
      ),
    }
    expect(templateChanges(old, now)).toEqual([
      'New name: Boats',
      'The words about the checklist changed',
      'What it is for changed',
      'No photos from now on',
      'The sections come in another order',
      'Help changed: “Anything else”',
      'Answers changed: “How clean”',
      'Counts 2 instead of 1: “How clean”',
      'What an answer asks for changed: “How clean”',
      'When it is asked changed: “How clean”',
      'How or how often changed: “How clean”',
      'Moved to Jetty: “Jackets counted”',
      'Some prompts come in another order',
    ])
  })
})

describe('versions', () => {
  const version = (n: number, madeAt: number, key = 'k'): TemplateVersion => ({
    id: `${key}${n}-${madeAt}`,
    body: { ...old, key, version: n },
    by: 'p09',
    madeAt,
  })
  const all = [version(2, 30), version(1, 10), version(2, 20), version(1, 5, 'other')]

  it('the latest is in use, also of two that were published at once; all are kept', () => {
    expect(versionsOf(all, 'k').map(({ madeAt }) => madeAt)).toEqual([10, 20, 30])
    expect(inUse(all).map(({ id }) => id)).toEqual(['other1-5', 'k2-30'])
    expect(publishedTwice(versionsOf(all, 'k'))).toEqual([2])
    expect(nextVersion(all, 'k', 1)).toBe(3)
    expect(nextVersion([], 'new', 0)).toBe(1)
  })

  it('the trust’s own takes the place of the ready-made one that it changed', () => {
    const ready = [
      { ...old, key: 'k', name: 'Ready' },
      { ...old, key: 'r', name: 'Other ready' },
    ]
    expect(checklistsToUse(all, ready).map(({ key, name }) => `${key} ${name}`)).toEqual([
      'other Boat house',
      'k Boat house',
      'r Other ready',
    ])
  })
})
