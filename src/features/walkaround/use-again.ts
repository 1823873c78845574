import {
  type Action,
  actionChangeRecord,
  actionRecord,
  isOpen as isOpenAction,
} from '../../domain/actions/action.ts'
import { openedAgain, openFromBefore, type Found } from '../../domain/checks/repeat.ts'
import { mayVerify } from '../../domain/checks/hazards.ts'
import { type Defect, defectRecord } from '../../domain/checks/run.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import { photoRecord } from '../../domain/photos/photo.ts'
import { useDesk } from '../../store/react.tsx'
import type { RunHere } from './use-run.ts'
import type { Walk } from './use-walk.ts'

/** What is done with hazards that an earlier walk found. */
export function useAgain(here: RunHere, walk: Walk) {
  const { me, now } = useDesk()
  const { run, document, list, defects, runs, actions, answers } = here
  const earlier: readonly Found[] = openFromBefore(defects, runs, run, actions)

  function openAction(action: Action) {
    if (isOpenAction(action)) return
    list.change(actionRecord, action.id, { status: 'open', closedOn: '', verifiedBy: '' })
    const [from = ''] = action.status.map(({ value }) => value)
    const by = { by: me.person, madeAt: now() }
    list.create(actionChangeRecord, { action: action.id, from, to: 'open', ...by })
  }

  /** Found again: the hazard of before is opened again, none is written twice. */
  function stillThere(defect: Defect) {
    walk.holder(defect).change(defectRecord, defect.id, openedAgain(defect, run.date))
    for (const action of actionsOf(defect, actions)) openAction(action)
    const asked = run.template.sections.some(({ prompts }) =>
      prompts.some(({ id, kind }) => id === defect.prompt && kind === 'check'),
    )
    if (asked && (answers.get(defect.prompt)?.said.length ?? 0) === 0)
      walk.write(defect.prompt, { value: 'fail' })
  }

  /** What was begun just now goes into the earlier one: its words and its photos. */
  function joinInto(earlierOne: Defect, fresh: Defect) {
    stillThere(earlierOne)
    const words = fresh.what.trim()
    if (words !== '') walk.changeHazard(earlierOne, { what: `${earlierOne.what}\n${words}` })
    if (walk.holder(earlierOne) === document)
      for (const photo of document.all(photoRecord).rows)
        if (photo.of === fresh.id) document.change(photoRecord, photo.id, { of: earlierOne.id })
    walk.removeHazard(fresh)
  }

  /** Whoever put it right cannot say that it is verified. */
  function putRight(defect: Defect) {
    const owner = actionsOf(defect, actions).find(({ owner: o }) => o?.kind === 'person')?.owner
    const fixer = defect.fixedBy || owner?.value || me.person
    const verified = mayVerify({ ...defect, fixedBy: fixer }, me.person)
    walk.holder(defect).change(defectRecord, defect.id, {
      fixedBy: fixer,
      verifiedBy: verified ? me.person : '',
    })
  }

  return { earlier, stillThere, joinInto, putRight }
}
export type Again = ReturnType<typeof useAgain>
