import { spreadKeys } from '../checks/order-key.ts'
import { type Milestone, MILESTONE_NAMES, type RepKind } from './milestones.ts'
import type { RepItem } from './plan.ts'

interface TemplateItem {
  readonly text: string
  readonly evidenceExpected: string
}

/** Items to begin a plan with: each is changed, or taken out, while the plan is a draft. */
export interface RepTemplate {
  readonly key: string
  readonly kind: RepKind
  readonly title: string
  readonly about: string
  readonly items: Readonly<Record<Milestone, readonly TemplateItem[]>>
}

const item = (text: string, evidenceExpected: string): TemplateItem => ({ text, evidenceExpected })

const PRIMARY_EDUCATION: RepTemplate = {
  key: 'primary-education',
  kind: 'education',
  title: 'Primary: calm rooms, reading and time',
  about: 'Sixteen items for a primary school: behaviour, reading folders, staff and the timetable.',
  items: {
    w1: [
      item(
        'Every adult uses the same few behaviour steps, in every room.',
        'The card on the wall, and what adults say in six rooms.',
      ),
      item(
        'One room is for staff to rest in: no copying and no meetings there.',
        'The door, and what is no longer in the room.',
      ),
      item(
        'Teaching assistants meet a senior leader every other week: a few minutes on attendance and duties, then training. A leader of the trust takes assembly meanwhile.',
        'The dates, and who came to the first one.',
      ),
      item(
        'Each reading folder shows a child the way from one step in reading to the next.',
        'Folders of each class, counted.',
      ),
      item(
        'Spare minutes go to quick practice of the basics, in every class.',
        'Rooms in which it is seen, of those visited.',
      ),
    ],
    w3: [
      item(
        'Corridors and shared rooms are free of what nobody uses.',
        'A walk round the building.',
      ),
      item(
        'The head meets the teachers of Years 3 to 5 about how their pupils are getting on, with the trust’s form.',
        'The forms that were filled in.',
      ),
      item(
        'A first draft of one timetable that holds for every class has been shared.',
        'The draft.',
      ),
      item(
        'It is known whether a programme that matches books to readers would suit the school.',
        'A trial, or a visit to a school that uses one.',
      ),
      item(
        'All staff have the absence policy, and whoever looks after staffing is trained to lead return-to-work and attendance meetings.',
        'The policy as it was sent, and the day of the training.',
      ),
    ],
    w6: [
      item(
        'Teachers plan in a room that invites them to try things.',
        'The room, and who uses it.',
      ),
      item('The school day runs to the new timetable.', 'A week of it, in every class.'),
      item(
        'Staff and pupils can say what the school stands for: high aims in every subject, everybody included, and room to wonder and to make.',
        'What staff and pupils say when they are asked.',
      ),
      item(
        'Teaching assistants are trained often, watched at work and paired with teachers, so that their time reaches pupils.',
        'Training dates, and what was seen in lessons.',
      ),
      item(
        'How the school is staffed, and what its people and rooms are used for, has been gone through with HR.',
        'What was agreed.',
      ),
      item(
        'It is decided whether planning time (PPA) can be laid so that it helps teachers more.',
        'The choices, and what teachers said to them.',
      ),
    ],
  },
}

const FINANCE: RepTemplate = {
  key: 'finance',
  kind: 'finance',
  title: 'Finance: back to a balanced budget',
  about: 'Fifteen items for any school: cash, orders, staffing and the three-year budget.',
  items: {
    w1: [
      item(
        'A cash-flow forecast for the next twelve months, checked with the CFO.',
        'The forecast, and the lowest month in it.',
      ),
      item(
        'Nothing is ordered without an order number and a second signature.',
        'Ten orders picked from the last week.',
      ),
      item(
        'A list of who owes the school money, and for how long.',
        'The list, oldest debt first.',
      ),
      item(
        'A list of every contract with its yearly cost and the last day on which it can be ended.',
        'The list, complete for the site and the office.',
      ),
      item(
        'Everybody who holds part of the budget has seen what is left of it.',
        'Who was seen, of how many.',
      ),
    ],
    w3: [
      item(
        'Staff in post are matched to the budget, post by post.',
        'The match, with what is over in pounds.',
      ),
      item(
        'Debts older than 60 days have been chased, each with an answer.',
        'Debts answered, of all.',
      ),
      item(
        'What supply and cover cost each week is known, with the reasons for it.',
        'Six weeks of figures.',
      ),
      item(
        'A first three-year budget on pupil numbers that the office can stand behind.',
        'The draft, with numbers for each year group.',
      ),
      item('Two quotes for each of the three dearest contracts.', 'The quotes.'),
    ],
    w6: [
      item(
        'An in-year budget that balances, agreed with the CFO and shown to the local board.',
        'The budget, and the day on which the board saw it.',
      ),
      item(
        'The class structure for next September, with what it costs.',
        'The structure and its cost.',
      ),
      item(
        'A plan for pupil numbers: open days, nursery places and leavers asked why.',
        'Visits by families, and places accepted.',
      ),
      item(
        'Contracts that cost too much are ended or made anew.',
        'Letters sent, pounds saved in a year.',
      ),
      item(
        'A one-page report each month, which the head can explain without the office.',
        'The first report, and the head’s account of it.',
      ),
    ],
  },
}

export const REP_TEMPLATES: readonly RepTemplate[] = [PRIMARY_EDUCATION, FINANCE]

export type ItemFields = Pick<RepItem, 'milestone' | 'order' | 'text' | 'evidenceExpected'>

/** The items of a template as the fields of records, each with its place; owners are named by people. */
export const itemsFrom = ({ items }: RepTemplate): ItemFields[] =>
  MILESTONE_NAMES.flatMap((milestone) => {
    const orders = spreadKeys(items[milestone].length)
    return items[milestone].map((one, at) => ({ ...one, milestone, order: orders[at] ?? '' }))
  })
