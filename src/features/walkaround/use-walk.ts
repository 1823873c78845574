import { type Action, actionRecord, EMPTY_ACTION } from '../../domain/actions/action.ts'
import { dueFor } from '../../domain/actions/due.ts'
import { isBlank } from '../../domain/checks/hazards.ts'
import { wantsHazard } from '../../domain/checks/prompts.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import {
  answerRecord,
  type Defect,
  defectRecord,
  type Rag,
  runRecord,
} from '../../domain/checks/run.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { useDesk } from '../../store/react.tsx'
import { useDueRule } from './use-trust.ts'
import type { RunHere } from './use-run.ts'

export interface AnswerFields {
  readonly value?: string
  readonly note?: string
  readonly reason?: string
  readonly followUp?: string
}
type DefectFields = Partial<Omit<Defect, 'id' | 'rag'>>
export type ActionFields = Partial<Omit<Action, 'id' | 'status'>>

/** What walkers do to a run: each is kept at once, with signal or without. */
export function useWalk(here: RunHere) {
  const { me, now } = useDesk()
  const rule = useDueRule()
  const { run, document, before, list, answers, defects, actions, photosOf } = here
  const mark = () => ({ by: me.person, madeAt: now() })

  /** A choice and a day are said on every record, so that one picked between two is the one that stands. */
  function write(prompt: string, fields: AnswerFields, record?: string): string | null {
    const records = answers.get(prompt)?.records ?? []
    const { note, reason, ...said } = fields
    const first = record ?? records[0]?.id
    if (first === undefined)
      return document.create(answerRecord, {
        run: run.id,
        prompt,
        note: '',
        reason: '',
        ...mark(),
        ...fields,
      })
    const texts = { ...(note !== undefined && { note }), ...(reason !== undefined && { reason }) }
    for (const { id } of records) {
      const all = id === first ? { ...said, ...texts } : said
      if (Object.keys(all).length > 0) document.change(answerRecord, id, all)
    }
    return first
  }

  const hazardsOf = (prompt: string): Defect[] =>
    defects.filter(
      (each) => each.run === run.id && each.prompt === prompt && each.removedAt === null,
    )

  function newHazard(prompt: string): string | null {
    return document.create(defectRecord, {
      run: run.id,
      prompt,
      what: '',
      madeSafe: '',
      ...mark(),
    })
  }

  function removeHazard(defect: Defect) {
    holder(defect).change(defectRecord, defect.id, { removedAt: now() })
    for (const { id } of actionsOf(defect, actions))
      list.change(actionRecord, id, { removedAt: now() })
  }

  /** @returns the hazard to write down, where the answer says that something is wrong */
  function answer(prompt: Prompt, value: string | null): string | null {
    write(prompt.id, { value: value ?? '' })
    const own = hazardsOf(prompt.id)
    if (value !== null && wantsHazard(prompt, value)) return own[0]?.id ?? newHazard(prompt.id)
    for (const hazard of own) if (isBlank(hazard) && photosOf(hazard.id) === 0) removeHazard(hazard)
    return null
  }

  /** The document that a hazard lies in: last year's are written where they are. */
  const holder = (defect: Defect) =>
    before.all(defectRecord).rows.some(({ id }) => id === defect.id) ? before : document

  function makeAction(defect: Defect, fields: ActionFields): string | null {
    const action = list.create(actionRecord, {
      ...EMPTY_ACTION,
      source: { type: 'walkaround', id: defect.id },
      what: defect.what,
      place: defect.place,
      raisedOn: run.date,
      status: 'open',
      ...mark(),
      ...fields,
    })
    holder(defect).change(defectRecord, defect.id, { action: action ?? '' })
    return action
  }

  /** Changes the action of a hazard, or makes it. */
  function changeAction(defect: Defect, fields: ActionFields) {
    const own = actionsOf(defect, actions)
    if (own.length === 0) makeAction(defect, fields)
    for (const { id } of own) list.change(actionRecord, id, fields)
  }

  /** The day moves with the colour until somebody has set another. */
  function rate(defect: Defect, rag: Rag, fields: DefectFields = {}) {
    const old = ragOf(defect)
    holder(defect).change(defectRecord, defect.id, { ...fields, rag })
    const due = dueFor(rag, run.date, rule)
    const [own] = actionsOf(defect, actions)
    const untouched = !own || own.due === '' || (old && own.due === dueFor(old, run.date, rule))
    if (own || !defect.corrected || rag === 'red')
      changeAction(defect, { priority: rag, ...(untouched && { due }) })
  }

  function changeHazard(defect: Defect, fields: DefectFields) {
    holder(defect).change(defectRecord, defect.id, fields)
    const said = {
      ...(fields.what !== undefined && { what: fields.what }),
      ...(fields.place !== undefined && { place: fields.place }),
    }
    if (Object.keys(said).length > 0 && actionsOf(defect, actions).length > 0)
      changeAction(defect, said)
  }

  /** Put right on the spot: nothing is left to do, unless it was red. */
  function correct(defect: Defect, corrected: boolean) {
    const rag = ragOf(defect)
    holder(defect).change(defectRecord, defect.id, { corrected })
    if (rag === 'red') return
    for (const { source, id } of actions)
      if (source.id === defect.id)
        list.change(actionRecord, id, { removedAt: corrected ? now() : null })
    const had = actions.some(({ source }) => source.id === defect.id)
    if (!corrected && rag !== null && !had)
      makeAction(defect, { priority: rag, due: dueFor(rag, run.date, rule) })
  }

  return {
    write,
    answer,
    newHazard,
    removeHazard,
    changeHazard,
    changeAction,
    rate,
    correct,
    holder,
    changeRun: (fields: { remark?: string; people?: string[] }) =>
      document.change(runRecord, run.id, fields),
    submit: () => document.change(runRecord, run.id, { state: 'submitted', submittedAt: now() }),
  }
}
export type Walk = ReturnType<typeof useWalk>
