import { NOW, qlaDesk, showAt } from './qla-desk.tsx'
import { HERE } from './planning-desk.tsx'
import type { ReactNode } from 'react'
import type { Decision, Proposal } from '../../src/domain/decisions.ts'
import { repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import { personRecord } from '../../src/domain/trust.ts'

export const PLAN = 'rep/pond-1'
export const WORK = 'rep-work/pond-1'
const REP = {
  id: 'pond-1',
  urn: HERE,
  kind: 'education' as const,
  mentors: ['p08'],
  writtenBy: 'p02',
  extensionOf: null,
  extensionNo: 0,
  stage: 'issued',
}
const PEOPLE = [
  ['p01', 'Barnaby Quillfeather', 'Chief Executive Officer', null],
  ['p02', 'Hettie Marmalade', 'Executive Headteacher', null],
  ['p03', 'Primrose Inkwell', 'Headteacher', HERE],
  ['p08', 'Otto Thimble', 'Mentor', null],
  ['p23', 'Percival Nib', 'Reading lead', HERE],
] as const

const issued: Decision = {
  id: '1'.padStart(32, '0'),
  machine: 'rep',
  subject: PLAN,
  from: 'drafted',
  to: 'issued',
  reason: null,
  madeAt: NOW - 20 * 86_400_000,
  seq: 1,
  by: 'p01',
  role: 'CEO',
  device: '',
  receivedAt: 1,
  previous: '',
  hash: '',
}

/** A plan of two items in the first week, as somebody has it on their device. */
export async function planFor(
  screens: Readonly<Record<string, () => ReactNode>>,
  person: string,
  role: string,
  urn: string | null = null,
) {
  const desk = await qlaDesk(person, role, urn)
  const proposed: Omit<Proposal, 'id' | 'madeAt'>[] = []
  for (const [id, name, job, at] of PEOPLE)
    await desk.put('trust', personRecord, id, { person: id, name, job, urn: at })
  await desk.put(PLAN, repPlanRecord, 'plan', {
    code: 'REP-RPS-1',
    why: '',
    priority1: '',
    priority2: '',
    priority3: '',
    success: '',
    writtenOn: '2026-11-16',
    startOn: '2026-11-16',
  })
  const item = (id: string, text: string, milestone = 'w1') =>
    desk.put(PLAN, repItemRecord, id, {
      milestone,
      order: id,
      text,
      evidenceExpected: '',
      owner: 'p03',
    })
  await item('a', 'Books open on the right page')
  await item('b', 'Folders have the steps in')
  await item('c', 'Reading each day', 'w3')
  await desk.db.decisions.put(issued)
  const here = {
    ...desk,
    me: { ...desk.me, reps: [REP] },
    propose: async (one: Omit<Proposal, 'id' | 'madeAt'>) => {
      proposed.push(one)
      const id = String(proposed.length).padStart(32, 'a')
      const kept = [{ ...one, id, madeAt: NOW, declined: null }]
      await desk.db.proposals.bulkPut(await desk.db.rows.proposals.seal(kept))
    },
  }
  return {
    desk: here,
    proposed,
    at: (where: string) => showAt(here, `/reps/pond-1/${where}`, screens),
  }
}
