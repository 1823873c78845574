import { MONTHLY_WALKAROUND } from '../../src/domain/checks/ready-made/walkaround.ts'
import { joinAnswers } from '../../src/domain/checks/answers.ts'
import type { ReportFacts } from '../../src/domain/checks/report.ts'
import { answerRecord, defectRecord, runRecord } from '../../src/domain/checks/run.ts'
import { promptsOf } from '../../src/domain/checks/shown.ts'
import { signatureRecord } from '../../src/domain/checks/signature.ts'
import { actionRecord } from '../../src/domain/actions/action.ts'
import type { RecordType } from '../../src/domain/record.ts'

const DAY = '2026-11-12'
const by = { by: 'p09', madeAt: Date.UTC(2026, 10, 12, 9, 20) }

function made<T>(type: RecordType<T>, fields: object): T {
  const read = type.read({ type: type.type, v: type.version, ...by, ...fields })
  if (!read.ok) throw new Error(`${type.type}: ${JSON.stringify(read.error)}`)
  return read.value
}
const chosen = (value: string) => [{ value, device: 'tablet', at: by.madeAt }]

const FAILS = [
  ['B5', 'amber', 'Climbing rope worn at the second post', 'Play area', 'Rope tied off'],
  ['C3', 'amber', 'Short test for October is not in the log', 'Office', 'None needed'],
  ['C5', 'red', 'Hall doors do not latch', 'Hall', 'Hall closed for assembly'],
  ['E3', 'red', 'Lead of the laminator cut through', 'Year 2', 'Taken out of use'],
] as const
const DUE = { red: '2026-11-13', amber: '2026-11-19' } as const

const defects = FAILS.map(([prompt, rag, what, place, madeSafe], index) =>
  made(defectRecord, {
    id: `d-${prompt}`,
    run: 'r1',
    prompt,
    what,
    place,
    madeSafe,
    rag: chosen(rag),
    madeAt: by.madeAt + index,
  }),
)

const answerOf = (prompt: string) => {
  if (FAILS.some(([failed]) => failed === prompt)) return 'fail'
  return prompt === 'D2' ? 'n/a' : prompt === 'F2' ? 'not_checked' : 'pass'
}

/** A walk like the one of fixture 05, as its records lie in the documents: 24 pass, 4 fail, 1 n/a, 1 not checked. */
export function walkReport(more: Partial<ReportFacts> = {}): ReportFacts {
  const answers = promptsOf(MONTHLY_WALKAROUND).map(({ id }) =>
    made(answerRecord, {
      id: `a-${id}`,
      run: 'r1',
      prompt: id,
      value: chosen(answerOf(id)),
      reason: id === 'F2' ? 'No key to the tank room' : '',
      followUp: id === 'F2' ? '2026-11-14' : '',
      note: id === 'D2' ? 'One floor only' : '',
    }),
  )
  return {
    school: 'Rookery Pond Primary School',
    run: made(runRecord, {
      id: 'r1',
      template: MONTHLY_WALKAROUND,
      date: DAY,
      people: ['p13', 'p09'],
      state: chosen('submitted'),
      remark: 'Rain all morning',
    }),
    answers: joinAnswers(answers, 'r1'),
    defects,
    actions: defects.map((defect) =>
      made(actionRecord, {
        id: `x-${defect.prompt}`,
        source: { type: 'walkaround', id: defect.id },
        what: `See to ${defect.prompt}`,
        owner: { kind: 'person', value: 'p13' },
        due: DUE[defect.rag[0]?.value === 'red' ? 'red' : 'amber'],
      }),
    ),
    signatures: [
      made(signatureRecord, {
        id: 's1',
        run: 'r1',
        name: 'Fergus Tickbox',
        role: 'Site manager',
        image: 'M40 150L90 40L120 160L200 60L260 150L420 100',
      }),
      made(signatureRecord, {
        id: 's2',
        run: 'r1',
        name: 'Wilhelmina Fizzlewick',
        role: 'Compliance Manager',
        image: 'name:W Fizzlewick',
        madeAt: by.madeAt + 1,
      }),
    ],
    photos: [],
    photosElsewhere: 0,
    nameOf: (person) => (person === 'p13' ? 'Fergus Tickbox' : 'Wilhelmina Fizzlewick'),
    sayDay: (day) => `day ${day}`,
    sayMoment: (at) => new Date(at).toISOString().slice(11, 16),
    by: 'Wilhelmina Fizzlewick',
    madeAt: Date.UTC(2026, 10, 12, 10, 55),
    ...more,
  }
}

export const recordOf = made
