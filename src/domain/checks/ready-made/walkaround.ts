import { check, checklist, section } from './writing.ts'

const MONTHLY_LOOK = { look: 'look', frequency: 'monthly' } as const
const MONTHLY_TEST = { look: 'test', frequency: 'monthly' } as const

/** The monthly walkaround of a school: thirty things in seven zones, in walking order. */
export const MONTHLY_WALKAROUND = checklist(
  {
    key: 'monthly-walkaround',
    name: 'Monthly walkaround',
    job: 'walkaround',
    about:
      'Once a month with the site manager: outside first, then in. About an hour and a half. What was found last month comes first.',
  },
  section(
    'A',
    'Gates, reception and visitors',
    check('A1', 'Fence and gates: whole, shut, and they lock', {
      ...MONTHLY_LOOK,
      help: 'Walk the line where you can. A gate that should swing shut does so from half open.',
    }),
    check('A2', 'Visitors are signed in, wear a badge and know whom to tell of a worry', {
      ...MONTHLY_LOOK,
      help: 'Come in as a visitor would. Was anything about safeguarding put into your hand?',
    }),
    check('A3', 'Lobby door and entry phone work', {
      ...MONTHLY_TEST,
      help: 'The inner door stays shut until somebody lets you through.',
    }),
    check('A4', 'Contractors signed to say they have seen the asbestos register', {
      look: 'record',
      frequency: 'monthly',
      help: 'Take the last three visits by contractors.',
    }),
  ),
  section(
    'B',
    'Outside',
    check('B1', 'Paths, ramps and steps: even underfoot, nothing slippery', {
      ...MONTHLY_LOOK,
      help: 'Moss, wet leaves, ice, lifted slabs.',
    }),
    check('B2', 'Handrails outside do not move when pulled', MONTHLY_TEST),
    check('B3', 'Car park and drop-off: surface whole, lines can be seen', {
      ...MONTHLY_LOOK,
      help: 'Where do children cross, and can a driver see them there?',
    }),
    check('B4', 'Drain and manhole covers sit flat and do not rock', MONTHLY_LOOK),
    check('B5', 'Climbing and play equipment: nothing worn, loose or missing; soft ground sound', {
      ...MONTHLY_LOOK,
      help: 'Look at ropes, chains, bolts and posts at ground level. In doubt, close it and put a sign up.',
    }),
    check('B6', 'Trees and hedges: no dead or hanging branches, views kept clear', MONTHLY_LOOK),
  ),
  section(
    'C',
    'Fire',
    check('C1', 'Alarm test each week in the log, from a different call point', {
      look: 'record',
      frequency: 'weekly',
    }),
    check('C2', 'Panel looked at each day; no fault showing now', {
      look: 'record',
      frequency: 'daily',
    }),
    check('C3', 'Emergency lights: this month’s short test is in the log', {
      look: 'record',
      frequency: 'monthly',
      help: 'Read back to your last visit: a month that was left out is a fail too.',
    }),
    check('C4', 'Last doors out open with one movement; clear inside and outside', MONTHLY_TEST),
    check('C5', 'Fire doors on corridors and stairs shut and latch by themselves', {
      ...MONTHLY_TEST,
      help: 'Let go from half open. Seals and glass whole, nothing holding it open.',
    }),
    check('C6', 'Extinguishers: on their hook, pin in, in reach, service date good', MONTHLY_LOOK),
    check('C7', 'What to do in a fire is on the wall of each room; a drill was held this term', {
      look: 'record',
      frequency: 'termly',
    }),
  ),
  section(
    'D',
    'Corridors, stairs and stores',
    check('D1', 'Floors whole and dry, mats lie flat', MONTHLY_LOOK),
    check('D2', 'Stairs: edges, rails and lights sound', {
      ...MONTHLY_LOOK,
      help: 'Not applicable where the school has one floor: say so once in the note.',
    }),
    check('D3', 'Nothing stored high on cupboards, nor in any plant room', MONTHLY_LOOK),
    check('D4', 'Finger guards on doors where the youngest children are', MONTHLY_LOOK),
  ),
  section(
    'E',
    'Three classrooms',
    check('E1', 'The classroom checklist has been done for these rooms', {
      look: 'record',
      frequency: 'termly',
      help: 'Choose three rooms that were not looked at last time, and name them in the note.',
    }),
    check('E2', 'Upstairs windows open no further than their stop', MONTHLY_TEST),
    check('E3', 'Plugs, leads and sockets whole; test labels in date', {
      ...MONTHLY_LOOK,
      help: 'Run the whole lead through your hand, switched off. Do not forget laminators and kettles.',
    }),
    check('E4', 'Hot pipes and radiators covered where a child could be burned', MONTHLY_LOOK),
  ),
  section(
    'F',
    'Water and cleaning',
    check('F1', 'Taps and showers that are hardly used are run weekly, and it is logged', {
      look: 'record',
      frequency: 'weekly',
    }),
    check('F2', 'This month’s hot and cold water temperatures are in the log', {
      look: 'record',
      frequency: 'monthly',
    }),
    check('F3', 'Cleaning products under lock, labelled, safety sheets at hand', MONTHLY_LOOK),
  ),
  section(
    'G',
    'Plant and ladders',
    check('G1', 'Boiler room: dry, tidy, empty of stores, shut-off points marked', MONTHLY_LOOK),
    check('G2', 'Each ladder has a tag, is on the list, and its check is in date', {
      look: 'record',
      frequency: 'termly',
    }),
  ),
)
