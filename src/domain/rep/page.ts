import type { PaperBlock, PaperSheet } from '../paper.ts'
import { MILESTONES, type RepKind } from './milestones.ts'
import { prioritiesOf, type RepPlan } from './plan.ts'
import { poundsWords } from './spend.ts'
import { type ItemStanding, standingWords } from './statuses.ts'
import type { MilestoneDue } from './weeks.ts'

export interface RepPageFacts {
  readonly school: string
  readonly kind: RepKind
  readonly plan: RepPlan
  readonly standings: readonly ItemStanding[]
  readonly due: readonly MilestoneDue[]
  /** Names of the mentors, and of whom to ask. */
  readonly mentors: readonly string[]
  readonly ask: string
  /** Whole pounds that the CEO approved; 0 for none. */
  readonly approvedGbp: number
  /** Name of a person, and a day in words. */
  readonly nameOf: (person: string) => string
  readonly say: (day: string) => string
  /** Who made the paper, and when, in words. */
  readonly made: string
}

/** Whom the page is for: staff read no statuses and no money. */
export type RepReader = 'leaders' | 'staff'

type Row = readonly [name: string, value: string]

const daysWords = (days: number): string => {
  if (days === 0.5) return 'half a day a week'
  return `${days} ${days === 1 ? 'day' : 'days'} a week`
}

function facts(page: RepPageFacts, reader: RepReader): PaperBlock {
  const { plan, mentors, ask, approvedGbp, say } = page
  const mentor =
    mentors.length === 0
      ? 'None'
      : `${mentors.join(', ')}${plan.daysPerWeek > 0 ? `, ${daysWords(plan.daysPerWeek)}` : ''}`
  const rows: Row[] = [
    ['Code', plan.code],
    ['Written', plan.writtenOn === '' ? '' : say(plan.writtenOn)],
    ['Starts', plan.startOn === '' ? '' : say(plan.startOn)],
    ['Mentor', mentor],
    ['Ask', ask],
  ]
  if (reader === 'leaders')
    rows.push(
      [
        'School development plan',
        plan.sdpReviewedOn === '' ? 'Not reviewed yet' : `Reviewed ${say(plan.sdpReviewedOn)}`,
      ],
      [
        'From reserves',
        approvedGbp > 0 ? `${poundsWords(approvedGbp)}, approved by the CEO` : 'Nothing approved',
      ],
    )
  return { kind: 'facts', rows: rows.filter(([, value]) => value.trim() !== '') }
}

/** "Monday 24 November 2025", with the other count beside it where that is another day. */
function dueWords(due: MilestoneDue | undefined, say: RepPageFacts['say']): string {
  if (!due) return 'No day yet'
  const other = due.due === due.inSchoolWeeks ? due.inCalendarWeeks : due.inSchoolWeeks
  if (other === due.due) return say(due.due)
  const words = other === due.inSchoolWeeks ? 'school weeks' : 'calendar weeks'
  return `${say(due.due)} (in ${words} ${say(other)})`
}

function milestoneBlocks(page: RepPageFacts, reader: RepReader): PaperBlock[] {
  const { standings, due, nameOf, say } = page
  return MILESTONES.flatMap(([milestone, words]): PaperBlock[] => {
    const own = standings.filter(({ item }) => item.milestone === milestone)
    const day = dueWords(
      due.find((one) => one.milestone === milestone),
      say,
    )
    const status = reader === 'leaders'
    return [
      { kind: 'heading', text: `${words}: ${day}` },
      {
        kind: 'table',
        head: ['', 'What is in place', 'Owner', ...(status ? ['Status'] : [])],
        rows: own.map((one, at) => [
          String(at + 1),
          one.item.text.trim(),
          one.owner === '' ? '' : nameOf(one.owner),
          ...(status ? [standingWords(one)] : []),
        ]),
        shares: status ? [1, 16, 4, 4] : [1, 19, 5],
      },
    ]
  })
}

/** The plan on a page, to pin on the wall: every item of it (C16). */
export function repPage(page: RepPageFacts, reader: RepReader): PaperSheet {
  const { school, kind, plan, made } = page
  const title = kind === 'finance' ? 'Finance rapid enhancement plan' : 'Rapid enhancement plan'
  return {
    title,
    about: plan.code === '' ? school : `${school}, ${plan.code}`,
    onePage: true,
    foot: reader === 'staff' ? `For the school’s staff. ${made}` : made,
    blocks: [
      facts(page, reader),
      { kind: 'heading', text: 'Why' },
      { kind: 'paragraph', text: plan.why.trim() },
      { kind: 'heading', text: 'Priorities' },
      { kind: 'list', lines: prioritiesOf(plan) },
      { kind: 'heading', text: 'Success by week 6' },
      { kind: 'paragraph', text: plan.success.trim() },
      ...milestoneBlocks(page, reader),
    ],
  }
}
