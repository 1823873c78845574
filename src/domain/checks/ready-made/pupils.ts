import { checklist, choice, count, section, SEEN, text } from './writing.ts'

/** A talk with a small group: counts and words, no names. */
export const PUPIL_VOICE = checklist(
  {
    key: 'pupil-voice',
    name: 'Pupil voice',
    job: 'pupil_voice',
    about:
      'A group of about six, mixed, twenty minutes, with an adult they know near by. Count hands, write words, never names. A worry about a child goes to the DSL at once and is not written here.',
    noPhotos: true,
  },
  section(
    'learning',
    'Learning',
    count('recent', 'Can tell something they learned this week, of the group'),
    count('stuck', 'Know what to do when they are stuck, of the group'),
    count('hard', 'Say that work makes them think, of the group'),
    text('learning-words', 'In their words: learning', {
      help: 'Ask: what did you do in that lesson? What was it for?',
    }),
  ),
  section(
    'reading',
    'Reading',
    count('book', 'Have a book on the go that they chose, of the group'),
    count('read-to', 'Are read to at school most days, of the group'),
    text('reading-words', 'In their words: reading'),
  ),
  section(
    'being-here',
    'Being at this school',
    count('rules', 'Can say what happens when somebody spoils a lesson, of the group'),
    count('fair', 'Find that fair, of the group'),
    count('adult', 'Have an adult here they would tell a worry, of the group'),
    count('join', 'Take part in a club or a job at school, of the group'),
    text('being-here-words', 'In their words: being here'),
  ),
  section(
    'us',
    'For us',
    text('surprise', 'What surprised us'),
    text('ask-next', 'What to ask next'),
  ),
)

/** Books and a talk about them, pair by pair, against what was planned. */
export const PUPIL_BOOK_STUDY = checklist(
  {
    key: 'pupil-book-study',
    name: 'Pupil book study',
    job: 'book_study',
    about:
      'Two or three pairs of pupils with their books of one subject, after a unit. The books tell half; the talk tells what stayed. It asks about the curriculum, not about a teacher.',
  },
  section(
    'plan',
    'Before: what was planned',
    text('unit', 'The unit, and the few things that pupils should keep'),
    text('words-chosen', 'Words that they should own'),
  ),
  section(
    'books',
    'In the books',
    choice('content', 'The planned content is there, in an order that builds', SEEN),
    choice('tasks', 'Tasks need the knowledge, not just neat copying', SEEN),
    choice('vocabulary', 'The chosen words come back', SEEN),
    choice('retrieval', 'Old learning comes back after a gap', SEEN),
    choice('feedback', 'Feedback led to better work', SEEN),
  ),
  section(
    'talk',
    'In the talk',
    text('kept', 'What they told without help', { help: 'Shut the books first.' }),
    count('words-known', 'Words they could explain, of those asked'),
    choice('links', 'They link it to what came before', SEEN),
    choice('order', 'They can put the main things in order', SEEN),
    text('mixed', 'What they mixed up'),
  ),
  section('after', 'After', text('question', 'A question for the subject lead to take away')),
)
