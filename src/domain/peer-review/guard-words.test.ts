import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FlagKind, flagsIn, sentenceAt } from './guard-words.ts'

const STAFF = ['Dorothea Lanyard', 'Primrose Inkwell', 'Beatrix Cogsworth-Plum', 'Fergus O’Malley']
const kindsIn = (text: string): FlagKind[] => flagsIn(text, STAFF).map(({ kind }) => kind)

const ADVICE = [
  'Teachers should model the sentence first.',
  'The steps should be on every door',
  'Year 4 could try the same chart as next door.',
  'The school could consider a shorter assembly.',
  'Try to keep the carpet free at changeover.',
  'Perhaps try a timer for tidying up.',
  'The class needs to sit closer to the board.',
  'Staff need to agree one signal.',
  'Adults must use the same words.',
  'Leaders ought to watch the corridor.',
  'Why not put the folders by the door?',
  'I suggest a second copy of the chart.',
  'We would recommend one routine for all.',
  'Suggest that the chart hangs lower.',
  'Recommend a shared list.',
  'Copy the chart that hangs in Nettle Copse.',
  'It would be better to line up inside.',
  'It would be useful if the folders had labels.',
  'Consider a quieter corner.',
  'Introduce a five-minute reading slot.',
  'Ensure that each table has a set.',
  'Make sure the bell is heard outside.',
  'The library would benefit from a second shelf.',
  'You might want to move the clock.',
  'The team may wish to look at the timings.',
  'It is worth trying the Year 3 song.',
  'I would move the reading corner.',
  'I’d use one colour for the steps.',
  'We would like to see one set of words.',
  'How about a song between lessons?',
  'What about a shared wall for words?',
  'My suggestion is a shared wall.',
  'Next step would be to share the list.',
  'Even better if pupils chose the book.',
  'Staff need more training in the steps.',
  'The routine needs improving.',
  'Encourage pupils to choose for themselves.',
  'Think about the noise at the gate.',
  'Remind adults of the signal.',
  'We felt that teachers should slow down.',
  'I think the door should stay shut.',
  'Pupils said little, so the adult should ask more.',
  'Pupils told us about the folders; these should go home.',
  'Please consider a bench by the gate.',
  '- Use a timer between lessons',
  'Talk is short. Ask staff to plan for it.',
  'The answer is a shared list.',
  'It is recommended that folders go home.',
  'Use more praise at the gate.',
  'What if the school moved break?',
  'The reading corner could do with a second shelf.',
  'A picture timetable would help at changeover.',
  'Use the Nettle Copse chart here.',
  'Let pupils choose the song.',
]

const NO_ADVICE = [
  'Pupils said they should read every night.',
  'A pupil told us you must walk on the left.',
  'Five of six could say which book comes next.',
  'Pupils could try again without being told.',
  'The class could hear the bell from the field.',
  'You could hear a page turn.',
  'They knew what they should do when they finish.',
  'Pupils explained how they need to line up.',
  'The poster says we must use kind hands.',
  'The rule is that shoes must be changed.',
  'A teaching assistant explained that folders should go home on Friday.',
  'The head told us that staff need to sign in twice.',
  'A sign reads “You should wash your hands”.',
  '“We should read more,” one boy said.',
  'Pupils try to beat the timer.',
  'They tried to find the page by themselves.',
  'Pupils copy the date from the board.',
  'Asked why, she could explain, and why not the other.',
  'He could not say why not.',
  'Books suggest that the steps began in September.',
  'A pupil recommended a book to her partner.',
  'The recommended reading list hangs by the door.',
  'There is a suggestion box in the hall.',
  'Pupils suggested three titles.',
  'Pupils know when they need to ask.',
  'Nobody needed to be told twice.',
  'A child who needs to move has a cushion.',
  'Everyone knew where they should sit.',
  'Adults use the same words in both rooms.',
  'Ask-me cards lie on each table.',
  'Use of the folders is the same in 3K and 3M.',
  'Improvement in presentation is shown in the September and November books.',
  'Reading must-haves are listed on the wall.',
  'The class must have finished before the bell.',
  'Pupil: we should have more time.',
  'Readers should be left in peace, a pupil said.',
  'According to the policy, adults should greet at the door.',
  'Three pupils asked if they should start.',
  'No adult needed to raise a voice.',
  'The teacher asked what a good reader should do.',
  'Pupils wanted to know who should go first.',
  'She said that he could try the next book.',
  'Pupils considered two answers before writing.',
  'The step that says “try to solve it yourself” is used most.',
  'Ensuring quiet took nine minutes.',
  'Thirteen of fifteen tables began without a prompt.',
  'The teacher reminded the class that they must listen.',
  'Parents told the team they must book a place.',
  'Pupils agreed they should take turns.',
  'Staff feel that they need to repeat the signal.',
  'We need to see Year 5 again this afternoon.',
]

const GRADES = [
  'Outstanding practice in Year 3.',
  'The teaching was outstanding.',
  'Provision is inadequate.',
  'Reading here requires improvement.',
  'Behaviour is good.',
  'Teaching was at least good throughout.',
  'A good lesson overall.',
  'The quality is good in both rooms.',
  'Good teaching in 4K.',
  'I judged good for Year 5.',
  'A solid good.',
  'Graded 2 on the day.',
  'A grade 3 lesson.',
  'This would be RI at best, it is RI.',
  'Most are working at level 4.',
  'Writing at level 3b.',
  'Two thirds are at the expected standard.',
  'Pupils are working towards the expected outcome.',
  'A few are at greater depth.',
  'Six are working below expected.',
  'All EXS, two GDS.',
  'Age-related expectations are met in Year 4.',
  'The best teacher we saw.',
  'The weakest class in Key Stage 2.',
  'I would score it high.',
  'A score of 7 for calm.',
  'Lesson rated amber.',
  'Leadership is weak.',
  'Poor behaviour at the gate.',
  'This school is top of the trust.',
  'Special measures would follow.',
  'Strong standard for inclusion.',
  'The head said that teaching is outstanding.',
  'Excellent teaching of phonics.',
  'Questioning was poor in two rooms.',
  'Attendance remains weak.',
  'Marking is excellent.',
  'Sub-levels are written in the books.',
  'Good or better in all rooms.',
  'Needs urgent improvement.',
  'Teaching here is Good.',
  'Behaviour in Year 5 was good.',
]

const NO_GRADES = [
  'Good morning was said to each pupil at the door.',
  'Adults say good afternoon at the gate.',
  'Pupils wished each other good luck.',
  'A pupil was a good friend at break.',
  'Two outstanding actions from the last walk are on the list.',
  'One repair is still outstanding.',
  'Year 5 read for twelve minutes.',
  'She holds Grade 5 piano.',
  'The house is Grade II listed.',
  'The flute exam was grade 3.',
  'The adult holds a Level 3 certificate.',
  'Voices stayed at level 1 all lesson.',
  'The book was discussed in greater depth with a partner.',
  'The bell went at the expected time.',
  'Pupils are expected to line up.',
  'As expected, the gate closed at 08:35.',
  'A pupil said reading is good because you can choose.',
  'Six pupils said that behaviour is good in assembly.',
  'Pupils said they feel good about the folders.',
  'The choice of books is wide: 140 titles in one room.',
  'The best part, said one, is the corner.',
  'A poor signal in the hall.',
  'Weak tea was served at the stall.',
  'It rained, so play was inside.',
  '26 of 28 folders had a date.',
  'Eight of ten pupils named the step.',
  'Pupils scored a goal at break.',
  'The class ranked the books by length.',
  'A good half of the table talked.',
  'Good to talk cards lie on the tables.',
  'The lift is out of order.',
  'Are all the folders in the room?',
  'Improvement is a word on the wall.',
  'The level of the shelf suits Year 3.',
  'Water stood two centimetres below the mark.',
  'The standard lamp was on.',
  'Pupils worked towards the end of the row.',
  'A red and amber card lay on each table.',
  'The amber light means talk to a partner.',
  'Two classes above the hall share a stair.',
]

const one = (kind: FlagKind) => [kind]

describe('C1 HC06 advice in a note', () => {
  it.each(ADVICE)('C1 flags: %s', (text) => {
    expect(new Set(kindsIn(text))).toEqual(new Set(one('advice')))
  })
  it.each(NO_ADVICE)('C1 leaves: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })
})

describe('C8 C14 grades in a note', () => {
  it.each(GRADES)('C8 flags: %s', (text) => {
    expect(new Set(kindsIn(text))).toEqual(new Set(one('grade')))
  })
  it.each(NO_GRADES)('C8 leaves: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })
})

describe('names in a note', () => {
  const wordsOf = (text: string) => flagsIn(text, STAFF).map(({ words }) => words)

  it.each([
    ['Dorothea Lanyard met us at the door.', 'Dorothea Lanyard'],
    ['dorothea lanyard met us', 'dorothea lanyard'],
    ['Seen with Mrs Lanyard in the hall', 'Mrs Lanyard'],
    ['seen with mrs. inkwell', 'mrs. inkwell'],
    ['The room of Inkwell was calm', 'Inkwell'],
    ['Inkwell’s room was calm', 'Inkwell'],
    ['In Miss Inkwell’s room', 'Miss Inkwell'],
    ['Ms Cogsworth-Plum joined', 'Ms Cogsworth-Plum'],
    ["Sat with O'Malley at lunch", "O'Malley"],
    ['DOROTHEA LANYARD', 'DOROTHEA LANYARD'],
  ])('finds %s', (text, words) => {
    expect(wordsOf(text)).toEqual([words])
  })

  it.each([
    'Each visitor wore a lanyard.',
    'An inkwell stood on the desk.',
    'The lanyards were blue.',
    'NO LANYARD, NO ENTRY is on the door.',
    'Pupils miss inkwell day.',
    'Mr Gum is the class book.',
    'Dorothea is the name of the doll in the home corner.',
    'Plum jam at lunch.',
  ])('leaves %s', (text) => {
    expect(wordsOf(text)).toEqual([])
  })

  it('finds nothing where no list has come', () => {
    expect(flagsIn('Dorothea Lanyard', [])).toEqual([])
    expect(flagsIn('Cher sang', ['Cher', ''])).toEqual([])
  })
})

describe('places of flags', () => {
  it('are those of the words, in order', () => {
    const text = 'Mrs Inkwell was calm. The door should stay shut.\nTeaching was outstanding.'
    const flags = flagsIn(text, STAFF)
    expect(flags.map(({ kind, words }) => [kind, words])).toEqual([
      ['name', 'Mrs Inkwell'],
      ['advice', 'should'],
      ['grade', 'outstanding'],
    ])
    for (const { start, end, words } of flags) expect(text.slice(start, end)).toBe(words)
  })

  it('hold for any text', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(...ADVICE, ...GRADES, ...STAFF, '\n', '“'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ')
        for (const { start, end, words } of flagsIn(text, STAFF)) {
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(words)
          const sentence = sentenceAt(text, start)
          expect(sentence.start).toBeLessThanOrEqual(start)
          expect(sentence.end).toBeGreaterThan(start)
        }
      }),
    )
  })

  it('lead to the sentence that is to be said again', () => {
    const text = 'Calm start. The door should stay shut.  Then quiet'
    const at = (place: number) => {
      const { start, end } = sentenceAt(text, place)
      return text.slice(start, end)
    }
    expect(at(3)).toBe('Calm start.')
    expect(at(text.indexOf('should'))).toBe('The door should stay shut.')
    expect(at(text.length - 1)).toBe('Then quiet')
    expect(at(text.length)).toBe('Then quiet')
  })
})
