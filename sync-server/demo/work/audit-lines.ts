import type { ActionStatus } from '../../../src/domain/actions/action.ts'

/** The day that they are read on, yyyy-mm-dd. */
export const AUDITED_ON = '2025-11-25'

/** One action of an audit, as of the day below. */
export interface AuditLine {
  readonly ref: string
  readonly audit: string
  readonly raised: string
  readonly what: string
  readonly priority: 'red' | 'amber' | 'green'
  readonly due: string
  readonly owner: string
  readonly status: ActionStatus
  readonly taken?: string
  readonly outcome?: string
  readonly reason?: string
  readonly closed?: string
}

/** The audit actions of fixture 03b: high is red, medium amber, low green. */
export const AUDIT_LINES: readonly AuditLine[] = [
  {
    ref: 'AA-101',
    audit: 'Fire Safety',
    raised: '2025-06-10',
    what: 'Replace damaged intumescent strip, hall double doors',
    priority: 'red',
    due: '2025-07-10',
    owner: 'p13',
    status: 'open',
  },
  {
    ref: 'AA-102',
    audit: 'Health and Safety',
    raised: '2025-06-24',
    what: 'Update ladder register and tag each ladder',
    priority: 'amber',
    due: '2025-09-30',
    owner: 'p13',
    status: 'done_hq_not_informed',
    taken: 'Register redone, six ladders tagged',
    outcome: 'All pass',
  },
  {
    ref: 'AA-103',
    audit: 'GDPR audit',
    raised: '2025-03-18',
    what: 'Refresh retention schedule for SEND files',
    priority: 'amber',
    due: '2025-07-22',
    owner: 'p03',
    status: 'closed',
    taken: 'Schedule adopted by LSB',
    outcome: 'Complete',
    closed: '2025-07-08',
  },
  {
    ref: 'AA-104',
    audit: 'SCR checks',
    raised: '2025-10-07',
    what: 'Record section 128 check date for two leaders',
    priority: 'red',
    due: '2025-10-14',
    owner: 'p18',
    status: 'closed',
    taken: 'Dates entered',
    outcome: 'Complete',
    closed: '2025-10-09',
  },
  {
    ref: 'AA-105',
    audit: 'Website compliance',
    raised: '2025-09-30',
    what: 'Publish current PE and sport premium report',
    priority: 'amber',
    due: '2025-10-31',
    owner: 'p03',
    status: 'open',
  },
  {
    ref: 'AA-106',
    audit: 'Tree Surveys',
    raised: '2025-04-02',
    what: 'Crown-lift two limes by car park',
    priority: 'green',
    due: '2026-03-31',
    owner: 'p13',
    status: 'open',
  },
  {
    ref: 'AA-107',
    audit: 'Cyber security',
    raised: '2025-05-14',
    what: 'Second factor for finance log-ins',
    priority: 'red',
    due: '2025-06-30',
    owner: 'p11',
    status: 'partially_implemented',
    taken: 'MIS done, banking portal waits on supplier',
    outcome: 'Partial',
    reason: 'The supplier of the portal has given no day yet',
  },
  {
    ref: 'AA-108',
    audit: 'RAAC checks',
    raised: '2024-11-20',
    what: 'Obtain surveyor letter for 1986 extension',
    priority: 'red',
    due: '2025-01-31',
    owner: 'p11',
    status: 'not_actioned',
    taken: 'HQ estates letter already covers the block',
    outcome: 'Decided not to action',
    reason: 'Nothing is left for the school to obtain',
    closed: '2025-02-06',
  },
  {
    ref: 'AA-109',
    audit: 'Safeguarding Audit',
    raised: '2025-09-23',
    what: 'Evidence LSB safeguarding link visit each term',
    priority: 'amber',
    due: '2025-12-19',
    owner: 'p14',
    status: 'open',
  },
]
