import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionNudges } from './questions.ts'

const kinds = (text: string) => questionNudges(text).map(({ kind }) => kind)

describe('nudges for a key question', () => {
  it.each([
    'How do pupils in Year 4 choose the book they read next?',
    'How consistently do pupils meet the same steps from class to class?',
    'What do pupils in Year 6 remember of the rivers they studied?',
    'To what extent do adults model new words in Reception?',
    'How is the quality of teaching in phonics sessions kept even?',
    'How do pupils know what to do and when to ask?',
    'How do adults use the steps, and how often?',
    'How do boys and girls in Year 5 take part in discussion?',
    'How does the curriculum for science build from year to year?',
    'How well does the school help new families settle in Nursery?',
  ])('says nothing of “%s”', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it.each([
    'Is behaviour calm at lunchtime?',
    'Do pupils read at home?',
    'Are new words modelled in Reception?',
    'Can pupils in Year 2 recall number bonds?',
    'Have the changes to spelling been noticed by pupils?',
    'Aren’t pupils reading more?',
    'do pupils know how to ask for help?',
  ])('“%s” is closed', (text) => {
    expect(kinds(text)).toEqual(['closed'])
  })

  it.each([
    'Do pupils in Year 4 know which book comes next, and why?',
    'Can pupils name the steps and why they are there?',
    'Are play leaders used; if so, how?',
  ])('“%s” is closed in form but asks on: no nudge', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it.each([
    'How is reading taught and what do pupils remember?',
    'How do pupils choose books? What do they do with them?',
    'How do adults use the steps and do pupils know them?',
    'What do pupils write, how is it marked in Year 5?',
    'How are new words chosen and why are pupils given lists?',
  ])('“%s” is two questions', (text) => {
    expect(kinds(text)).toEqual(['double'])
  })

  it.each([
    'How good is the quality of teaching?',
    'What is the quality of education in our school?',
    'How is everything going?',
    'How effective is teaching and learning across the school?',
    'What are standards in our school?',
    'How well are we doing?',
    'How can we improve the school?',
  ])('“%s” is too wide', (text) => {
    expect(kinds(text)).toEqual(['too-wide'])
  })

  it('can say more than one thing', () => {
    expect(kinds('Is the quality of teaching good? Are outcomes good?')).toEqual([
      'closed',
      'double',
      'too-wide',
    ])
  })

  it.each(['', '   ', 'I', 'Is', 'How', 'How do'])('waits while “%s” is being written', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('gives words and an example that itself needs no nudge', () => {
    for (const nudge of questionNudges('Is the quality of teaching good? Are outcomes good?')) {
      expect(nudge.words).not.toBe('')
      expect(kinds(nudge.example)).toEqual([])
    }
  })

  it('answers any text, with each kind at most once, blind to space and capitals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        const found = kinds(text)
        expect(new Set(found).size).toBe(found.length)
        expect(kinds(`  ${text.toUpperCase()} \n`)).toEqual(kinds(text.toUpperCase()))
      }),
    )
  })
})
