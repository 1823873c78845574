import type { Prompt } from '../template.ts'
import { checklist, choice, IN_PLACE, section } from './writing.ts'

/** Statements of one area as prompts: how far in place, and by what one sees it. */
const area = (id: string, title: string, ...statements: readonly string[]) =>
  section(
    id,
    title,
    ...statements.map((words, at): Prompt =>
      choice(`${id}-${at + 1}`, words, IN_PLACE, {
        frequency: 'yearly',
        demands: [{ answer: 'in_place', needs: ['note'] }],
      }),
    ),
  )

/** How near a school is to the way of working that its trust has agreed. */
export const SPINE_SELF_CHECK = checklist(
  {
    key: 'spine-self-check',
    name: 'Self-check: how we work',
    job: 'self_check',
    about:
      'For a school’s leaders, once a year, area by area. “In place” needs a note of where one can see it.',
  },
  area(
    'purpose',
    'Purpose and values',
    'Staff can say what the school is for, and what comes first this term',
    'Our values show in what we praise and what we put right',
    'Leaders give as much care to how the team works together as to results',
  ),
  area(
    'workload',
    'Workload',
    'What does not help pupils has been stopped',
    'Feedback is given in ways that take little time outside lessons',
    'Meetings leave time to plan together',
    'Staff are asked how their work is, and something follows',
  ),
  area(
    'curriculum',
    'Curriculum',
    'The curriculum follows what the trust has agreed',
    'Reading, writing and mathematics are taught in the agreed way in every class',
    'Pupils learn how to stay safe and to speak up',
  ),
  area(
    'teaching',
    'Teaching',
    'Teachers work on named techniques with good evidence',
    'Every pupil is taught with the class first; extra help adds to it',
    'We look at teaching through books and talk with pupils',
  ),
  area(
    'assessment',
    'Assessment',
    'Early years use the agreed starting-point check',
    'Results are gathered at most three times a year, and used',
  ),
  area(
    'behaviour',
    'Behaviour',
    'How to behave is taught, as other things are',
    'Routines are the same in every room',
    'Adults have more than one way to put things right',
  ),
  area(
    'development',
    'Personal development',
    'Pupils play and learn outdoors, all year',
    'The school and its families agree on phones',
    'There is a plan for what each pupil will have done by the time they leave',
  ),
  area(
    'safe',
    'Safeguarding and attendance',
    'The trust’s safeguarding policies are known and followed',
    'Worries are recorded the same day, and acted on',
    'Staff and governors test what they know each year',
    'The safeguarding lead meets the others of the trust each term',
  ),
  area(
    'inclusion',
    'Inclusion',
    'Lessons are made so that pupils with SEND can follow them',
    'Extra help comes from the agreed list and is looked at again',
    'Assess, plan, do, review is written down for each pupil on the register',
    'Somebody is trained to help pupils with their mental health',
  ),
  area(
    'people',
    'People',
    'Goals are few and looked at every week',
    'Appraisal helps people grow',
    'Staff learn in groups across schools',
  ),
  area(
    'meetings',
    'Meetings and governance',
    'Meetings have a purpose, an end and an owner for each thing agreed',
    'Governors meet at least four times a year and know what is theirs to decide',
    'Governors for safeguarding and for SEND are named and active',
  ),
  area(
    'resources',
    'Money, IT and premises',
    'The trust’s finance rules are followed',
    'There is a plan for the day the computers do not work',
    'Trips are planned in the agreed system',
    'Health and safety visits lead to action in time',
  ),
  area(
    'name',
    'How others see us',
    'The website is up to date and says that we belong to the trust',
    'Posts are advertised with the trust’s papers',
  ),
)

/** What a trust and its schools hold in common, and what each school decides. */
export const BACKBONE_SELF_CHECK = checklist(
  {
    key: 'backbone-self-check',
    name: 'Self-check: what the trust holds in common',
    job: 'self_check',
    about:
      'For trust and school leaders together, once a year. “In place” needs a note of where one can see it; “Not for us” is an answer too.',
  },
  area(
    'culture',
    'Culture',
    'Our purpose fits in a sentence, and ties in with the trust’s',
    'What we expect of leaders is written down and looked at each year',
    'Pupils know the habits that we expect of learners',
    'We look outside for better ways',
  ),
  area(
    'workload',
    'Workload',
    'Time for planning together is in the timetable',
    'It is clear who must do what',
    'When and how we write to each other is agreed',
    'Board and leaders hear each term how staff are',
  ),
  area(
    'curriculum',
    'Curriculum',
    'What is taught in each year is agreed; the order is the school’s',
    'Subject leads meet across the trust, primary with secondary',
    'There are good ways for pupils whom the usual one does not fit',
  ),
  area(
    'teaching',
    'Teaching and staff learning',
    'The school has chosen how it teaches, and can say on which evidence',
    'Teachers are coached regularly',
    'There is something to learn at each stage of a career',
    'Dates for staff training are set for the whole trust',
  ),
  area(
    'behaviour',
    'Behaviour and attendance',
    'The school’s own page to the trust’s policy says what we do here',
    'Steps from a reminder to exclusion are clear to all',
    'Moves and places elsewhere follow the agreed steps',
    'We look for the cause before we choose the help',
  ),
  area(
    'safeguarding',
    'Safeguarding',
    'The single central record is checked at random through the year',
    'Named, well-trained people are there on every day',
    'The trust looks at the school’s safeguarding each year, and at its risks each term',
    'Those who carry the load have supervision',
  ),
  area(
    'send',
    'SEND',
    'The SENCO is qualified and takes part in looking at teaching',
    'The register is looked at each term, with families',
    'Extra help is kept only where it helps',
  ),
  area(
    'character',
    'Character and careers',
    'Every pupil meets the character programme',
    'Careers work is measured against the national benchmarks',
    'Staff can tell pupils where their subject leads',
  ),
  area(
    'leadership',
    'Leadership',
    'Plans, targets and risks each fit on a page and are live',
    'Leaders meet each half-term to learn from each other',
    'New leaders are brought in with care',
  ),
  area(
    'hr',
    'Staff matters',
    'For each key post it is known who could step in',
    'Recruiting is safe, and its records are whole',
    'Absence is followed up kindly and the same way for all',
  ),
  area(
    'governance',
    'Governance',
    'Who decides what is written down and used',
    'Governors have a plan for the year, training and a clerk',
    'Each governor’s link leads to visits and a note',
  ),
  area(
    'finance',
    'Finance',
    'The budget looks five years ahead',
    'Audit findings are closed in time',
    'Buying together is used where it saves',
  ),
  area(
    'digital',
    'Digital',
    'Devices are there where the curriculum needs them',
    'Staff know how to work safely online and with AI',
    'Old equipment is replaced by plan',
  ),
  area(
    'estates',
    'Estates and safety',
    'Statutory tests are done in time, and the trust can see it',
    'The monthly walkaround takes place in every school',
    'Risk assessments are shared, and made their own',
  ),
  area(
    'community',
    'Families and community',
    'There is a plan for how we work with families',
    'Events bring the community in',
    'What families hear from us is clear, and they can answer',
  ),
)
