import { type Action, actionRecord, EMPTY_ACTION } from '../../domain/actions/action.ts'
import { type DueRule, dueFor } from '../../domain/actions/due.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import { type Defect, defectRecord, type Rag } from '../../domain/checks/run.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import type { RunHere } from './use-run.ts'

type DefectFields = Partial<Omit<Defect, 'id' | 'rag'>>
export type ActionFields = Partial<Omit<Action, 'id' | 'status'>>

interface Hand {
  readonly rule: DueRule
  readonly now: () => number
  /** Who writes, and when. */
  readonly mark: () => { readonly by: string; readonly madeAt: number }
}

/** What is written of hazards: the hazard itself, and the action on the school's list that it becomes. */
export function hazardWriter(here: RunHere, { rule, now, mark }: Hand) {
  const { run, document, before, list, actions } = here

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

  function removeHazard(defect: Defect) {
    holder(defect).change(defectRecord, defect.id, { removedAt: now() })
    for (const { id } of actionsOf(defect, actions))
      list.change(actionRecord, id, { removedAt: now() })
  }

  return { holder, changeAction, rate, changeHazard, correct, removeHazard }
}
