import type { Prompt } from '../template.ts'
import { check, checklist, choice, count, section, text } from './writing.ts'

const ON_THE_RECORD = [
  ['yes', 'Yes', 1],
  ['no', 'No', 0],
  ['n/a', 'Does not apply', null],
] as const

/** One check of a row: recorded or not; the day of it is written beside it. */
const recorded = (id: string, words: string, help: string): Prompt =>
  choice(id, words, ON_THE_RECORD, {
    look: 'record',
    frequency: 'termly',
    help,
    demands: [{ answer: 'no', needs: ['action'] }],
  })

/** The single central record, row by row: references and dates only, no camera and no names (C42, C43). */
export const SCR_SPOT_CHECK = checklist(
  {
    key: 'scr-spot-check',
    name: 'Single central record spot check',
    job: 'scr',
    about:
      'Ten rows or so, with the safeguarding lead. At least one row of each group of staff. Write row numbers, never names or certificate numbers.',
    noPhotos: true,
  },
  section(
    'rows',
    'Each row of the sample',
    recorded('identity', 'Identity', 'Seen, and on which day.'),
    recorded('barred_list', 'Barred list', 'Before the first day of work with children.'),
    recorded('enhanced_dbs', 'Enhanced DBS', 'The day is given. The number is not needed here.'),
    recorded(
      'prohibition_from_teaching',
      'Prohibition from teaching',
      'For all who teach. Others: does not apply.',
    ),
    recorded(
      'overseas',
      'Checks abroad',
      'For people who lived or worked abroad. Others: does not apply.',
    ),
    recorded(
      'qualifications',
      'Qualifications',
      'Where the post needs them. Others: does not apply.',
    ),
    recorded('right_to_work', 'Right to work', 'Seen before the first day.'),
    recorded(
      'section_128',
      'Section 128',
      'For leaders, governors and trustees. Others: does not apply.',
    ),
  ),
  section(
    'whole',
    'The record as a whole',
    count('rows-looked-at', 'Rows looked at, of all rows'),
    check('newest', 'The newest starters are on it, complete before their first day', {
      look: 'record',
      frequency: 'termly',
    }),
    check('agency', 'Agency staff: written confirmation is there, with its day', {
      look: 'record',
      frequency: 'termly',
    }),
    check('kept-by-two', 'Two people can keep it up, and one other looks over it each term', {
      look: 'record',
      frequency: 'termly',
    }),
    check('locked', 'Only those who need it can open it', { look: 'test', frequency: 'termly' }),
    text('follow-up', 'What the safeguarding lead will put right, row by row'),
  ),
)
