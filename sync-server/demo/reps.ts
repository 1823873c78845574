import type { RepAccess } from '../../src/domain/access/facts.ts'
import { addDays, daysFromTo } from '../../src/domain/calendar/dates.ts'
import { documentName } from '../../src/domain/documents.ts'
import { repId } from '../../src/domain/ids.ts'
import { londonDate } from '../../src/domain/london.ts'
import { fundingReason, repFundingMachine } from '../../src/domain/rep/funding.ts'
import { repMachine } from '../../src/domain/rep/machine.ts'
import type { DocumentLog } from '../log/port.ts'
import { createSettle } from '../settle.ts'
import { type DecidePorts, decideAll, type DemoStep } from './decide.ts'
import { repContent, type RepEntry, type RepStep } from './rep-content.ts'
import { PLAN_OF_STORY, STORY_TODAY } from './rep-story.ts'
import { CFO, FINANCE_HOST, financeContent } from './rep-finance.ts'
import { writeOnce } from './write.ts'

export interface RepPorts extends DecidePorts {
  readonly log: DocumentLog
}

const { urn, kind, mentors, writtenBy } = PLAN_OF_STORY

/** The plan that runs in its third week. */
export const DEMO_REP: RepAccess = {
  id: 'rookery-pond-rep-1',
  urn,
  kind,
  mentors: [...mentors],
  writtenBy,
  extensionOf: null,
  extensionNo: 0,
}

/** One about money, written and not issued yet. */
export const DEMO_FINANCE_REP: RepAccess = {
  id: 'thistledown-frep-1',
  urn: FINANCE_HOST.urn,
  kind: 'finance',
  mentors: [],
  writtenBy: CFO,
  extensionOf: null,
  extensionNo: 0,
}

const STORY_MONDAY = addDays(STORY_TODAY, -3)

/**
 * The day of the story's own week with the weekday of today, so that weekdays stay what they were; from
 * Friday on its Thursday, or the visit that is today's would lie behind.
 */
export function storyDayOf(today: string): string {
  const weeks = Math.floor(daysFromTo(STORY_MONDAY, today) / 7)
  const day = addDays(today, -7 * weeks)
  return day > STORY_TODAY ? STORY_TODAY : day
}

const MACHINES = { rep: repMachine, 'rep-funding': repFundingMachine }
const demoStep = ({ machine, to, by, at, gbp }: RepStep): DemoStep => ({
  machine: MACHINES[machine],
  to,
  by,
  reason: gbp === null ? null : fundingReason(gbp),
  madeAt: at,
})

interface Content {
  readonly entries: readonly RepEntry[]
  readonly steps: readonly RepStep[]
}

async function seedRep(ports: RepPorts, rep: RepAccess, { entries, steps }: Content) {
  const { people, decisions, log, now } = ports
  if (people.reps.find(rep.id)) return
  const subject = documentName({ kind: 'rep', rep: repId(rep.id) })
  for (const into of ['rep', 'rep-work'] as const) {
    const own = entries.filter((entry) => entry.into === into)
    if (own.length === 0) continue
    const name = documentName({ kind: into, rep: repId(rep.id) })
    await writeOnce(log, name, now(), (_, addAs) => {
      for (const { id, type, fields, at } of own) addAs(id, type, fields, at)
    })
  }
  await decideAll(ports, subject, steps.map(demoStep), { reps: [rep] })
  // Last, so that nobody sees it half made.
  people.reps.put(rep)
  await createSettle({ decisions, people })(subject)
}

/** A plan that runs and one that is drafted, unless they are there. */
export async function seedReps(ports: RepPorts): Promise<void> {
  const today = londonDate(ports.now())
  await seedRep(ports, DEMO_REP, repContent(today, storyDayOf(today)))
  await seedRep(ports, DEMO_FINANCE_REP, { entries: financeContent(today), steps: [] })
}
