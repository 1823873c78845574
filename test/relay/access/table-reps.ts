import { type DocumentRow, row } from './document-row.ts'
import type { DecisionRow, Who } from './table.ts'

/** Plans of the own school: one issued whose mentors are the two `Mentor`s, one drafted, one about finance, one that has ended. */
export const REPS = {
  issued: 'issued-rep',
  drafted: 'drafted-rep',
  finance: 'finance-rep',
  ended: 'ended-rep',
}
export const REP_MENTORS = ['trust-mentor', 'own-mentor']

export const REP_LEADERS = { own: ['EHT'], trust: ['CEO', 'EHT'] } as const satisfies Who
const REP_DRAFT = {
  own: ['Head', 'HoS', 'EHT', 'SIP', 'TIL'],
  trust: ['CEO', 'EHT', 'COO', 'Central AHT', 'SIP', 'TIL'],
} as const satisfies Who
const REP_ISSUED: Who = {
  own: [...REP_DRAFT.own, 'LSB Chair', 'Mentor'],
  trust: [...REP_DRAFT.trust, 'Mentor'],
}
const FINANCE_REP: Who = {
  own: [...REP_DRAFT.own, 'LSB Chair'],
  trust: [...REP_DRAFT.trust, 'CFO', 'F&R Rep'],
}

export const REP_DOCUMENTS: Readonly<Record<'rep' | 'rep-work', readonly DocumentRow[]>> = {
  rep: [
    row(
      'A rapid enhancement plan that is issued; of mentors, those it names',
      `rep/${REPS.issued}`,
      'rep/no-such-rep',
      REP_ISSUED,
      REP_LEADERS,
    ),
    row(
      'A rapid enhancement plan that has ended',
      `rep/${REPS.ended}`,
      null,
      REP_ISSUED,
      REP_LEADERS,
    ),
    row(
      'A rapid enhancement plan while it is drafted',
      `rep/${REPS.drafted}`,
      null,
      REP_DRAFT,
      REP_LEADERS,
    ),
    row(
      'A rapid enhancement plan about finance that is issued and names no mentor',
      `rep/${REPS.finance}`,
      null,
      FINANCE_REP,
      { ...REP_LEADERS, trust: [...REP_LEADERS.trust, 'CFO'] },
    ),
  ],
  'rep-work': [
    row(
      'Visits for a plan that is issued, and what was seen; of mentors, those it names',
      `rep-work/${REPS.issued}`,
      'rep-work/no-such-rep',
      REP_ISSUED,
      { own: ['Head', 'HoS', 'EHT', 'Mentor'], trust: ['CEO', 'EHT', 'Mentor'] },
    ),
    row(
      'The same of a plan that has ended: what was written before its end still arrives',
      `rep-work/${REPS.ended}`,
      null,
      REP_ISSUED,
      { own: ['Head', 'HoS', 'EHT', 'Mentor'], trust: ['CEO', 'EHT', 'Mentor'] },
    ),
    row('The same of a plan while it is drafted', `rep-work/${REPS.drafted}`, null, REP_DRAFT, {
      own: ['Head', 'HoS', 'EHT'],
      trust: ['CEO', 'EHT'],
    }),
    row('The same of a plan about finance', `rep-work/${REPS.finance}`, null, FINANCE_REP, {
      own: ['Head', 'HoS', 'EHT'],
      trust: ['CEO', 'EHT', 'CFO'],
    }),
  ],
}

const OF_REP = { subject: `rep/${REPS.drafted}`, absent: 'rep/no-such-rep', know: REP_DRAFT }
const OF_ISSUED = { ...OF_REP, subject: `rep/${REPS.issued}`, know: REP_ISSUED }

export const REP_DECISIONS: readonly DecisionRow[] = [
  {
    what: 'Issue a rapid enhancement plan',
    machine: 'rep',
    from: 'drafted',
    to: 'issued',
    who: { trust: ['CEO'] },
    ...OF_REP,
  },
  {
    what: 'Approve money from reserves for one',
    machine: 'rep-funding',
    from: 'none',
    to: 'approved',
    who: { trust: ['CEO'] },
    ...OF_ISSUED,
  },
]
