import { type Action, actionRecord } from '../../src/domain/actions/action.ts'
import { dayAfter } from '../../src/domain/actions/due.ts'
import { AUDIT_LINES, AUDITED_ON } from '../../sync-server/demo/work/audit-lines.ts'

/** Days from the autumn of 2025, where the fixture stands, to the same weekdays a year later. */
const SHIFT = 364
/** The day that fixture 03b is read on. */
export const AS_OF = dayAfter(AUDITED_ON, SHIFT)

const shifted = (day: string | undefined): string => (day === undefined ? '' : dayAfter(day, SHIFT))

/** An action record as it is read from a document. */
export function actionOf(fields: Readonly<Record<string, unknown>>): Action {
  const read = actionRecord.read({
    type: 'action',
    id: 'a',
    source: { type: 'audit', id: '' },
    by: 'p09',
    madeAt: Date.parse('2026-09-01T09:00:00Z'),
    ...fields,
  })
  if (!read.ok) throw new Error(`Not read: ${JSON.stringify(read.error)}`)
  return read.value
}

/** The audit actions of fixture 03b, their dates 364 days on. */
export const AUDIT_ACTIONS: readonly Action[] = AUDIT_LINES.map((line) =>
  actionOf({
    id: line.ref,
    ref: line.ref,
    audit: line.audit,
    raisedOn: shifted(line.raised),
    what: line.what,
    priority: line.priority,
    due: shifted(line.due),
    owner: { kind: 'person', value: line.owner },
    status: [{ value: line.status, device: 'd', at: 1 }],
    actionsTaken: line.taken ?? '',
    outcome: line.outcome ?? '',
    reason: line.reason ?? '',
    closedOn: shifted(line.closed),
  }),
)
