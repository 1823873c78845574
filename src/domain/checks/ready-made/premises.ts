import { check, checklist, count, date, section, text } from './writing.ts'

/** An ordinary classroom, about ten minutes, once a term. */
export const CLASSROOM = checklist(
  {
    key: 'classroom',
    name: 'Classroom',
    job: 'premises',
    about:
      'For ordinary classrooms, once a term, by whoever teaches there or the site manager. Laboratories, workshops and halls need their own.',
  },
  section(
    'moving',
    'Getting about',
    check('floor', 'Floor, carpet edges and mats: nothing to trip on', { look: 'look' }),
    check('ways', 'Room to walk between tables, also for a wheelchair', { look: 'look' }),
    check('leads', 'No leads across where people walk', { look: 'look' }),
    check('door', 'The door opens and shuts without a push', { look: 'test' }),
    check('light', 'All lights work', { look: 'test' }),
  ),
  section(
    'high',
    'Things up high',
    check('steps', 'There is a step stool for displays, and it is used', { look: 'look' }),
    check('shelves', 'Nothing heavy above head height', { look: 'look' }),
    check('restrictors', 'Upstairs windows open no further than their stop', { look: 'test' }),
  ),
  section(
    'furniture',
    'Furniture',
    check('chairs', 'Tables and chairs whole and the right height', { look: 'look' }),
    check('fixed', 'Tall cupboards and boards are fixed to the wall', { look: 'test' }),
    check('hot', 'Radiators and pipes that burn are covered', { look: 'look' }),
    check('blinds', 'Blind cords are out of reach', { look: 'look' }),
  ),
  section(
    'electric',
    'Electricity and screens',
    check('plugs', 'Plugs, sockets and leads whole', { look: 'look' }),
    check('labels', 'Test labels in date', { look: 'record' }),
    check('own', 'Nothing brought from home is plugged in untested', { look: 'look' }),
    check('screens', 'Fixed screens and projectors hold, with no loose parts', { look: 'look' }),
  ),
  section(
    'fire',
    'Fire and what hangs about',
    check('way-out', 'The way out is clear and the notice is on the wall', { look: 'look' }),
    check('paper', 'Paper and coats hang away from heaters and exits', { look: 'look' }),
    check('asbestos', 'Walls, ceilings and panels: no damage where asbestos is known', {
      look: 'look',
      help: 'Ask the site manager which panels these are. Damage: leave the room, shut it, tell them at once.',
    }),
    text('more', 'Anything else in this room'),
  ),
)

/** The log books on a table: half an hour without a walk. */
export const FIRE_AND_PREMISES_LOGS = checklist(
  {
    key: 'fire-premises-logs',
    name: 'Fire and premises logs',
    job: 'premises',
    about:
      'The log books, from the last visit to today. A month that was left out is a fail, also when the next one was done.',
  },
  section(
    'fire',
    'Fire',
    date('risk-assessment', 'Fire risk assessment: day of the last one'),
    check('findings', 'Each thing the fire risk assessment found is done or has a date', {
      look: 'record',
      frequency: 'monthly',
    }),
    check('alarm', 'Alarm tested each week, a different point each time', {
      look: 'record',
      frequency: 'weekly',
    }),
    check('lights-short', 'Emergency lights: short test each month', {
      look: 'record',
      frequency: 'monthly',
    }),
    check('lights-long', 'Emergency lights: full test within the year', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('extinguishers', 'Extinguishers serviced within the year', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('drill', 'A drill each term, with its time and what was learned', {
      look: 'record',
      frequency: 'termly',
    }),
    check('trained', 'Fire wardens trained, and enough of them on each day', {
      look: 'record',
      frequency: 'termly',
    }),
  ),
  section(
    'water',
    'Water',
    check('flushing', 'Outlets that are hardly used are run weekly', {
      look: 'record',
      frequency: 'weekly',
    }),
    check('temperatures', 'Hot and cold temperatures each month', {
      look: 'record',
      frequency: 'monthly',
    }),
    check('legionella', 'Legionella assessment in date, its findings done', {
      look: 'record',
      frequency: 'yearly',
    }),
  ),
  section(
    'building',
    'Building and plant',
    check('asbestos', 'Asbestos register up to date, looked at again within the year', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('gas', 'Gas and boilers serviced within the year', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('fixed-wiring', 'Fixed wiring report in date', { look: 'record', frequency: 'yearly' }),
    check('portable', 'Portable appliances tested by their plan', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('lifts', 'Lifts, hoists and gates inspected in time', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('play', 'Play and gym equipment inspected within the year', {
      look: 'record',
      frequency: 'yearly',
    }),
    check('trees', 'Trees looked at by somebody competent, in date', {
      look: 'record',
      frequency: 'yearly',
    }),
    count('first-aiders', 'First aiders with a certificate in date, of all'),
  ),
)
