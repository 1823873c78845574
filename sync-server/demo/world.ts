import picture from './logo.png?inline'
import type { RoleAssignment } from '../../src/domain/roles.ts'
import type { Person } from '../accounts/people.ts'

/** An invented trust: none of its people and schools exist. */
export const TRUST = { name: 'Larkspur and Lantern Learning Trust', localBoard: 'LSB' }

/** Drawn for it. */
export const LOGO = { picture, width: 360, height: 108 }

export const SCHOOLS = [
  { urn: '900001', name: 'Rookery Pond Primary School', phase: 'Primary' },
  { urn: '900002', name: 'Nettle Copse Primary School', phase: 'Primary' },
  {
    urn: '900003',
    name: 'Fernhill Meadow Church of England Primary School',
    phase: 'Primary',
  },
  { urn: '900004', name: 'Thistledown Infant and Nursery School', phase: 'Infant' },
  { urn: '900005', name: 'Quillbrook Academy', phase: 'Secondary' },
] as const

type Job = RoleAssignment['role']

export interface DemoPerson extends Person {
  readonly roles: readonly RoleAssignment[]
}

const held = (role: Job, urn: string | null, from: string): RoleAssignment => ({
  role,
  urn,
  from,
  to: null,
})

function central(id: string, name: string, job: string, role: Job, from: string): DemoPerson {
  return { id, name, job, urn: null, roles: [held(role, null, from)] }
}

function atSchool(
  id: string,
  name: string,
  job: string,
  role: Job,
  urn: string,
  from: string,
): DemoPerson {
  return { id, name, job, urn, roles: [held(role, urn, from)] }
}

const [ROOKERY_POND, NETTLE_COPSE, FERNHILL, THISTLEDOWN, QUILLBROOK] = SCHOOLS

export const PEOPLE: readonly DemoPerson[] = [
  central('p01', 'Barnaby Quillfeather', 'Chief Executive Officer', 'CEO', '2019-09-01'),
  central('p02', 'Hettie Marmalade', 'Executive Headteacher', 'EHT', '2021-01-01'),
  atSchool('p03', 'Primrose Inkwell', 'Headteacher', 'Head', ROOKERY_POND.urn, '2022-04-01'),
  atSchool('p04', 'Rufus Candlestick', 'Headteacher', 'Head', NETTLE_COPSE.urn, '2019-09-01'),
  atSchool('p05', 'Odette Puddlejump', 'Head of School', 'HoS', FERNHILL.urn, '2023-09-01'),
  atSchool('p06', 'Ignatius Bellwether', 'Headteacher', 'Head', THISTLEDOWN.urn, '2023-09-01'),
  central(
    'p07',
    'Clementine Hopscotch',
    'Central Assistant Headteacher',
    'Central AHT',
    '2022-09-01',
  ),
  central('p08', 'Otto Thimble', 'Mentor', 'Mentor', '2024-01-08'),
  central('p09', 'Wilhelmina Fizzlewick', 'Compliance Manager', 'Compliance Manager', '2021-09-01'),
  central('p10', 'Cornelius Ledgerby', 'Chief Finance Officer', 'CFO', '2020-01-06'),
  central('p11', 'Beatrix Cogsworth-Plum', 'Chief Operations Officer', 'COO', '2020-09-01'),
  atSchool(
    'p12',
    'Juno Paperclip',
    'Class teacher, Year 6',
    'Teacher',
    ROOKERY_POND.urn,
    '2022-09-01',
  ),
  atSchool('p13', 'Fergus Tickbox', 'Site manager', 'Site', ROOKERY_POND.urn, '2022-04-01'),
  atSchool(
    'p14',
    'Araminta Gavel',
    'Chair of the Local School Board',
    'LSB Chair',
    ROOKERY_POND.urn,
    '2023-01-09',
  ),
  central(
    'p15',
    'Peregrine Ballot',
    'Chair, Education and Standards Board',
    'E&S Chair',
    '2022-09-01',
  ),
  central('p16', 'Tabitha Tallystick', 'Finance and Risk representative', 'F&R Rep', '2022-09-01'),
  central('p17', 'Magnus Compass', 'School Improvement Partner', 'SIP', '2024-09-02'),
  atSchool(
    'p18',
    'Dorothea Lanyard',
    'Designated Safeguarding Lead',
    'DSL',
    ROOKERY_POND.urn,
    '2022-04-01',
  ),
  atSchool(
    'p19',
    'Silas Whiteboard',
    'Mathematics teacher, Year 8',
    'Teacher',
    QUILLBROOK.urn,
    '2021-09-01',
  ),
  atSchool(
    'p20',
    'Euphemia Marksheet',
    'Assistant Principal, achievement',
    'AP Achievement',
    QUILLBROOK.urn,
    '2020-09-01',
  ),
  central('p21', 'Gideon Flipchart', 'Action Plan Facilitator', 'APF', '2023-09-01'),
  central('p22', 'Salome Stickynote', 'Action Plan Facilitator', 'APF', '2024-09-02'),
  atSchool(
    'p23',
    'Percival Pagemarker',
    'Reading lead',
    'Subject lead',
    ROOKERY_POND.urn,
    '2023-09-01',
  ),
  atSchool(
    'p24',
    'Winifred Kettlewhistle',
    'Higher-level teaching assistant',
    'TA',
    ROOKERY_POND.urn,
    '2022-04-01',
  ),
]

export const HOST = ROOKERY_POND
export const LEAD = 'p07'
export const TEAM = ['p03', 'p04', 'p05', 'p01', 'p02', 'p07'] as const

/** What a visitor can do as the people whose day this is. */
export const TRIES: readonly (readonly [person: string, tries: string])[] = [
  ['p07', 'leads today’s review: open the day, take notes, see where the team is'],
  ['p04', 'reviewer in group A: write notes with the Wi-Fi off, then let them go'],
  ['p05', 'reviewer in group B: file notes under a key question, now or later'],
  ['p02', 'reviewer in group B and Executive Head: the same review on a second tablet'],
  ['p01', 'reviewer in group C and CEO: read the decisions that led to today'],
  ['p03', 'head of the school under review: the same pack, seen from the host’s side'],
  ['p21', 'action plan facilitator: once the head names him, lead the session after the letter'],
  [
    'p12',
    'class teacher: type in the rest of her class’s arithmetic papers, and see what they show',
  ],
  ['p08', 'mentor: a half day at a school whose improvement plan is in its third week'],
  ['p10', 'chief finance officer: a finance plan written, and not issued yet'],
  [
    'p20',
    'assistant principal for achievement: a Year 8 paper all marked, to decide what to teach again',
  ],
]

export const nameOf = (person: string): string => PEOPLE.find(({ id }) => id === person)?.name ?? ''
