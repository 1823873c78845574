import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  type AccessFacts,
  repAccessSchema,
  reviewAccessSchema,
  type SchoolHead,
} from '../../src/domain/access/facts.ts'
import { type Decision, decisionSchema, decisionText, stageOf } from '../../src/domain/decisions.ts'
import { type IsoDate, personId } from '../../src/domain/ids.ts'
import { MACHINES } from '../../src/domain/machines.ts'
import { heldOn, type Role, roleAssignmentSchema } from '../../src/domain/roles.ts'
import { londonDate } from '../../src/domain/london.ts'

/** Everything that somebody needs to check the decisions without the relay. */
export const exportSchema = z.object({
  kind: z.literal('corridor-decisions'),
  version: z.literal(1),
  /** How many there are, and the fingerprint of the last: '' where there is none. */
  count: z.number().int().nonnegative(),
  last: z.string(),
  decisions: z.array(z.unknown()),
  /** Roles with the days they are held, and teams, as the trust keeps them now. */
  roles: z.array(z.object({ person: z.string(), held: z.array(roleAssignmentSchema) })),
  reviews: z.array(reviewAccessSchema),
  /** Absent in an export from before there were rapid enhancement plans. */
  reps: z.array(repAccessSchema).default([]),
})
export type DecisionsExport = z.infer<typeof exportSchema>

export interface Audit {
  readonly count: number
  /** Fingerprint of the last decision, to compare with the next time. */
  readonly last: string
  /** What is not as it was made, in words; none when all is. */
  readonly faults: readonly string[]
  /** Decisions whose role the export bears out, and what is to be said of the others. */
  readonly roles: { readonly confirmed: number; readonly notes: readonly string[] }
}

const printOf = (decision: Decision): string =>
  createHash('sha256').update(decisionText(decision)).digest('hex')

/** Faults of one row that stands where `wanted` should, after `before`. */
function rowFaults(row: Decision, wanted: number, before: Decision | null): string[] {
  const at = `Decision ${row.seq}`
  if (row.seq > wanted) {
    const gap = row.seq - 1 === wanted ? `${wanted} is` : `${wanted} to ${row.seq - 1} are`
    return [`${gap} missing before ${row.seq}.`]
  }
  if (row.seq < wanted)
    return [`${at} stands where ${wanted} should: it was moved or put in afterwards.`]
  if (printOf(row) !== row.hash)
    return [`${at} was changed: its content does not fit its fingerprint.`]
  if (row.previous !== (before?.hash ?? ''))
    return [`${at} does not follow the one before it: one of them was exchanged or put in.`]
  return []
}

/** The chain from its first row, fault by fault: one fault does not hide the next. */
function chainFaults(rows: readonly unknown[]): { faults: string[]; decisions: Decision[] } {
  const faults: string[] = []
  const decisions: Decision[] = []
  let wanted = 1
  let before: Decision | null = null
  for (const [i, raw] of rows.entries()) {
    const parsed = decisionSchema.safeParse(raw)
    if (!parsed.success) {
      faults.push(`Row ${i + 1} is not a decision.`)
      continue
    }
    const row = parsed.data
    faults.push(...rowFaults(row, wanted, before))
    decisions.push(row)
    before = row
    wanted = Math.max(wanted, row.seq + 1)
  }
  return { faults, decisions }
}

/** What the end says: the file's own count, and the fingerprint that somebody wrote down before. */
function endFaults(file: DecisionsExport, decisions: readonly Decision[], known: string | null) {
  const last = decisions.at(-1)?.hash ?? ''
  return [
    ...(file.count !== decisions.length
      ? [`The file says that it holds ${file.count} decisions; there are ${decisions.length}.`]
      : []),
    ...(file.last !== last
      ? ['The last decision is not the one that the file names: its end was cut off or changed.']
      : []),
    ...(known !== null && known !== '' && !decisions.some(({ hash }) => hash === known)
      ? [
          'The decision with the last known fingerprint is not among them: the end was cut off or written anew.',
        ]
      : []),
  ]
}

/** Who led which school on a day, a school's head first. */
function headsOn(file: DecisionsExport, day: IsoDate): SchoolHead[] {
  const leading = (wanted: Role) =>
    file.roles.flatMap(({ person, held }) =>
      held.flatMap((one) =>
        one.role === wanted && one.urn !== null && heldOn(one, day)
          ? [{ urn: one.urn, person }]
          : [],
      ),
    )
  return [...leading('Head'), ...leading('HoS')]
}

/** Whether whoever made a decision held the role on the day the relay confirmed it. */
function roleNote(
  file: DecisionsExport,
  decision: Decision,
  earlier: readonly Decision[],
): string | null {
  const at = `Decision ${decision.seq} (${decision.to}, by ${decision.by} as ${decision.role})`
  const machine = MACHINES.get(decision.machine)
  const unknown = `${at}: the export does not tell who could.`
  if (!machine) return unknown
  const today = londonDate(decision.receivedAt)
  const facts: AccessFacts = {
    person: personId(decision.by),
    name: '',
    today,
    roles: file.roles.find(({ person }) => person === decision.by)?.held ?? [],
    reviews: file.reviews,
    reps: file.reps,
    calendar: [],
    heads: headsOn(file, today),
  }
  const stage = stageOf(machine, decision.subject, earlier)
  const judged = machine.judge(stage, decision, facts)
  if (!judged.ok && judged.error === 'not-allowed') return unknown
  const otherRole = judged.ok && judged.value !== decision.role
  if (otherRole || (!judged.ok && judged.error === 'not-your-role'))
    return `${at}: not borne out by the roles and teams that the trust keeps now.`
  return judged.ok || judged.error === 'needs-reason'
    ? null
    : `${at}: does not follow from the stage before it.`
}

/**
 * Checks an export from its first decision to its last.
 * @param known fingerprint of the last decision at some earlier time, or null
 */
export function auditDecisions(file: DecisionsExport, known: string | null): Audit {
  const { faults, decisions } = chainFaults(file.decisions)
  const notes = decisions.flatMap((decision, i) => {
    const note = roleNote(file, decision, decisions.slice(0, i))
    return note === null ? [] : [note]
  })
  return {
    count: decisions.length,
    last: decisions.at(-1)?.hash ?? '',
    faults: [...faults, ...endFaults(file, decisions, known)],
    roles: { confirmed: decisions.length - notes.length, notes },
  }
}
