import { check, checklist, choice, count, IN_PLACE, section, text } from './writing.ts'

/** A sample of the school's money and records, by the trust's finance people. */
export const INTERNAL_CONTROL = checklist(
  {
    key: 'internal-control',
    name: 'Internal control',
    job: 'internal_control',
    about:
      'A small sample at the school by the trust’s finance people. Apart from any peer review: nothing of it goes there.',
    noPhotos: true,
  },
  section(
    'cash',
    'Cash and income',
    check('tin', 'Cash counted now and receipts come to the float', { look: 'test' }),
    check('banked', 'Three amounts taken in were banked whole and soon', { look: 'record' }),
    check('lettings', 'Each letting in the diary has an invoice', { look: 'record' }),
  ),
  section(
    'spending',
    'Orders and payments',
    check('order-first', 'Of five invoices, the order is older than the invoice', {
      look: 'record',
    }),
    check('two', 'Each of five payments was approved by two people within their limits', {
      look: 'record',
    }),
    check('cards', 'Card statement: a receipt for each line, checked by another person', {
      look: 'record',
    }),
    check('changes', 'New bank details of a supplier were confirmed by a call', {
      look: 'record',
      help: 'To a number that was known before, not the one in the letter.',
    }),
  ),
  section(
    'people',
    'Pay',
    check('starters', 'Two starters: contract, checks and pay point before the first pay', {
      look: 'record',
    }),
    check('leavers', 'Two leavers: last pay right, access ended', { look: 'record' }),
    check('overtime', 'Extra hours were signed by somebody who knew of the work', {
      look: 'record',
    }),
  ),
  section(
    'things',
    'Things and interests',
    check('assets', 'Five things from the list are here, and five here are on the list', {
      look: 'look',
    }),
    check('interests', 'Register of interests signed this year', {
      look: 'record',
      frequency: 'yearly',
    }),
    text('agreed', 'What was agreed with the school, by whom and when'),
  ),
)

/** From the gate to the follow-up call: how absence is noticed and met. */
export const ATTENDANCE_VISIT = checklist(
  {
    key: 'attendance-visit',
    name: 'Attendance visit',
    job: 'attendance_visit',
    about:
      'A morning with the person who leads on attendance: the gate, the registers, the first calls, the plan. Numbers, never names of pupils.',
  },
  section(
    'morning',
    'The morning',
    choice('gate', 'Pupils and families are greeted, also those who come late', IN_PLACE, {
      look: 'look',
    }),
    choice('registers', 'Registers are taken at the set time, in every room', IN_PLACE, {
      look: 'look',
    }),
    choice('codes', 'Ten absences: the code fits the reason that is written', IN_PLACE, {
      look: 'record',
    }),
    choice('first-day', 'Every unexplained absence is followed up the same morning', IN_PLACE, {
      look: 'record',
      help: 'Who does it when that person is away?',
    }),
    count('followed', 'Unexplained absences today that were followed up, of all'),
  ),
  section(
    'plan',
    'Pupils who miss most',
    choice('known', 'Leaders know who misses a tenth or more, and why', IN_PLACE),
    choice('plans', 'Each of a sample has a plan made with the family', IN_PLACE, {
      look: 'record',
    }),
    choice(
      'reviewed',
      'Plans were looked at again, and changed where they did not help',
      IN_PLACE,
      {
        look: 'record',
      },
    ),
    choice(
      'groups',
      'Attendance of pupils with SEND and of PP pupils is looked at apart',
      IN_PLACE,
    ),
    choice('part-time', 'Reduced timetables are few, agreed, and have an end', IN_PLACE, {
      look: 'record',
    }),
  ),
  section(
    'whole',
    'The whole school',
    choice('wanted', 'Pupils can say why it matters that they come', IN_PLACE),
    choice('staff', 'All staff know their part', IN_PLACE),
    choice('families', 'Letters and calls are friendly first', IN_PLACE, { look: 'record' }),
    text('next', 'What the school will try next, and when we look again'),
  ),
)
