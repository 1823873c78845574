import { checklist, choice, count, section, SEEN, text } from './writing.ts'

/** Rooms, a few minutes each, on one focus that staff know of. No grade, no appraisal (C13, C14). */
export const LEARNING_WALK = checklist(
  {
    key: 'learning-walk',
    name: 'Learning walk',
    job: 'learning_walk',
    about:
      'One focus, agreed with staff beforehand, at most two walkers. Write what pupils do and say. No grade, nobody’s appraisal.',
  },
  section(
    'room',
    'In the room',
    choice('clear', 'Pupils can say what they are learning and why', SEEN, {
      help: 'Ask two or three pupils quietly, when it does not disturb.',
    }),
    choice('recall', 'Pupils bring back what they learned before', SEEN, {
      help: 'How many answer: a few hands, or everybody?',
    }),
    choice('explain', 'New things come in small steps, with an example pupils can follow', SEEN),
    choice('thinking', 'Every pupil has something to think about, all the time', SEEN, {
      help: 'Look at those who sit furthest from the teacher.',
    }),
    choice('talk', 'Pupils use the words of the subject when they talk', SEEN),
    choice('checking', 'The teacher finds out who has not got it, and does something', SEEN),
    choice('support', 'Pupils with SEND work on the same thing, with help that fits', SEEN),
    choice('routines', 'Time goes to learning: pupils know what to do next', SEEN),
    text('saw', 'What I saw and heard', {
      help: 'Facts: who did what, how many, which words. No names.',
    }),
    text('question', 'A question to think about together'),
  ),
)

export const BOOK_LOOK = checklist(
  {
    key: 'book-look',
    name: 'Book look',
    job: 'book_look',
    about:
      'Six books or so of one subject and year, chosen beforehand: PP, SEND, high, middle and low prior attainment. Look for patterns, never at one book alone.',
  },
  section(
    'content',
    'What is taught',
    choice('plan', 'The work follows the scheme of work, in its order', SEEN, {
      help: 'Have the scheme of work beside you.',
    }),
    choice('depth', 'Tasks make pupils think about the thing to be learned', SEEN),
    choice('same', 'All pupils meet the same content', SEEN, {
      help: 'Compare the books of pupils with SEND with the others.',
    }),
  ),
  section(
    'progress',
    'What pupils make of it',
    choice('more', 'Later work shows more than earlier work', SEEN),
    choice('words', 'New words come back, rightly used', SEEN),
    choice('back', 'Earlier learning is met again after some weeks', SEEN),
    choice('care', 'Work is finished and looked after', SEEN),
  ),
  section(
    'feedback',
    'What feedback did',
    choice('heard', 'Feedback was followed by better work', SEEN, {
      help: 'Look at the next piece, not at the marking.',
    }),
    choice('errors', 'Slips that keep coming back are taken up', SEEN),
    count('gaps', 'Books with work missing, of the books looked at'),
    text('pattern', 'What is true of most of these books'),
    text('ask', 'What to ask pupils or the teacher next'),
  ),
)
