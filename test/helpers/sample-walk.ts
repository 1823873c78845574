import { type Action, actionRecord } from '../../src/domain/actions/action.ts'
import { joinAnswers } from '../../src/domain/checks/answers.ts'
import { MONTHLY_WALKAROUND } from '../../src/domain/checks/ready-made/walkaround.ts'
import {
  type Answer,
  answerRecord,
  type Defect,
  defectRecord,
  type Run,
  runRecord,
} from '../../src/domain/checks/run.ts'
import { type RunFacts, submitNeeds } from '../../src/domain/checks/submit.ts'

export const DAY = '2026-11-11'
export const by = { by: 'p09', madeAt: Date.parse(`${DAY}T09:20:00Z`) }
export const said = <T extends string>(value: T, device = 'd1') => ({
  value,
  device,
  at: by.madeAt,
})

function whole<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(`Not read: ${JSON.stringify(read.error)}`)
  return read.value
}
type More = Readonly<Record<string, unknown>>
export const run = (more: More = {}): Run =>
  whole(
    runRecord.read({
      type: 'run',
      id: 'r1',
      template: MONTHLY_WALKAROUND,
      date: DAY,
      ...by,
      ...more,
    }),
  )
export const answer = (prompt: string, value: string, more: More = {}): Answer =>
  whole(
    answerRecord.read({
      type: 'answer',
      id: `a-${prompt}`,
      run: 'r1',
      prompt,
      value: [said(value)],
      ...by,
      ...more,
    }),
  )
export const defect = (prompt: string, rag: string, more: More = {}): Defect =>
  whole(
    defectRecord.read({
      type: 'defect',
      id: `d-${prompt}`,
      run: 'r1',
      prompt,
      rag: [said(rag)],
      ...by,
      what: 'Left leaf does not latch',
      ...more,
    }),
  )
export const owned = (id: string): Action =>
  whole(
    actionRecord.read({
      type: 'action',
      id: `action-${id}`,
      source: { type: 'walkaround', id },
      ...by,
      owner: { kind: 'person', value: 'p13' },
    }),
  )

const FAILED = { B5: 'amber', C3: 'amber', C5: 'red', E3: 'red' } as const
const SAFE: Readonly<Record<string, string>> = {
  C5: 'Somebody stands at the door, no assembly today',
  E3: 'Taken away, tagged, locked in the office',
}

/** The visit of fixture 05, with what is changed. */
export function visit(
  changes: Partial<Omit<RunFacts, 'answers'>> & { answers?: Answer[] } = {},
): RunFacts {
  const prompts = MONTHLY_WALKAROUND.sections.flatMap((each) => each.prompts.map(({ id }) => id))
  const answers = prompts.map((id) => {
    if (id in FAILED) return answer(id, 'fail')
    if (id === 'D2') return answer(id, 'n/a', { note: 'One floor only' })
    if (id === 'F2')
      return answer(id, 'not_checked', {
        reason: 'No key to the tank room',
        followUp: '2026-11-13',
      })
    return answer(id, 'pass')
  })
  const changed = new Map(changes.answers?.map((each) => [each.prompt, each]))
  const defects = Object.entries(FAILED).map(([id, rag]) =>
    defect(id, rag, { madeSafe: SAFE[id] ?? '' }),
  )
  return {
    run: run(),
    defects,
    actions: defects.map(({ id }) => owned(id)),
    photosOf: () => 0,
    ...changes,
    answers: joinAnswers(
      answers.map((each) => changed.get(each.prompt) ?? each),
      'r1',
    ),
  }
}
/** What a walk still needs, in words. */
export const needs = (facts: RunFacts): string[] => submitNeeds(facts).map(({ words }) => words)
