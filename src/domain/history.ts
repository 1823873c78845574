import { z } from 'zod'
import { type DocumentRef } from './documents.ts'

/** How long a removal or an earlier text is offered to be brought back, in days. */
export const RESTORE_DAYS = 30
const DAY_MS = 86_400_000
/** Changes of one person to one record without a longer pause are one line. */
const PAUSE_MS = 10 * 60_000
/** Clocks further apart than this are both shown. */
export const APART_MS = 5 * 60_000

const fieldChangeSchema = z.object({
  field: z.string(),
  /** What stood there before; absent where nothing did. */
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})
export type FieldChange = z.infer<typeof fieldChangeSchema>

const changeSchema = z.object({
  /** Row of the relay's log that brought it. */
  seq: z.number(),
  person: z.string(),
  device: z.string(),
  /** The person's clock, milliseconds since 1970. */
  madeAt: z.number(),
  /** When the relay got it. */
  receivedAt: z.number(),
  record: z.string(),
  /** The record's type, '' where it has none any more. */
  type: z.string(),
  kind: z.enum(['made', 'changed', 'removed', 'brought-back', 'erased']),
  fields: z.array(fieldChangeSchema),
})
/** What one row did to one record: who, on which device, when by their clock and when the relay got it. */
export type Change = z.infer<typeof changeSchema>

/** Several changes that a reader would call one. Times are those of the last. */
export const historyLineSchema = changeSchema.extend({
  /** How many changes it stands for. */
  count: z.number(),
})
export type HistoryLine = z.infer<typeof historyLineSchema>

const UNTOLD: readonly DocumentRef['kind'][] = ['notes', 'class', 'qla', 'moderation']

/**
 * Notes have no history to read: they are their writer's, and stay at the school (C4). Nor have pupils
 * and their marks: what is no longer said of a child is not told again.
 */
export const hasHistory = ({ kind }: DocumentRef): boolean => !UNTOLD.includes(kind)

const sameHand = (a: Change, b: Change): boolean =>
  a.person === b.person && a.device === b.device && a.record === b.record

function joined(line: HistoryLine, next: Change): HistoryLine {
  const fields = new Map(line.fields.map((field) => [field.field, field]))
  for (const { field, before, after } of next.fields) {
    const known = fields.get(field)
    fields.set(field, { field, before: known ? known.before : before, after })
  }
  const { kind } = next.kind === 'changed' ? line : next
  const all = [...fields.values()]
  return { ...next, kind, type: next.type || line.type, fields: all, count: line.count + 1 }
}

/** The changes of a document as lines to read, the newest first. Nothing is left out, only put together. */
export function historyLines(changes: readonly Change[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  const open = new Map<string, number>()
  for (const change of changes) {
    const at = open.get(change.record)
    const line = at === undefined ? undefined : lines[at]
    const goesOn =
      line !== undefined &&
      sameHand(line, change) &&
      change.madeAt - line.madeAt < PAUSE_MS &&
      change.kind === 'changed'
    if (goesOn && at !== undefined) lines[at] = joined(line, change)
    else {
      open.set(change.record, lines.length)
      lines.push({ ...change, count: 1 })
    }
  }
  return lines.reverse()
}

/** Whether it is still offered to bring back what a line took away. @param now milliseconds since 1970 */
export const isRestorable = ({ receivedAt }: Change, now: number): boolean =>
  now - receivedAt < RESTORE_DAYS * DAY_MS
