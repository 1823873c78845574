import { isBlank } from '../../domain/checks/hazards.ts'
import { wantsHazard } from '../../domain/checks/prompts.ts'
import { answerRecord, type Defect, defectRecord, runRecord } from '../../domain/checks/run.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { useDesk } from '../../store/react.tsx'
import { hazardWriter } from './hazard-writer.ts'
import type { RunHere } from './use-run.ts'
import { useDueRule } from './use-trust.ts'

export interface AnswerFields {
  readonly value?: string
  readonly note?: string
  readonly reason?: string
  readonly followUp?: string
}

/** What walkers do to a run: each is kept at once, with signal or without. */
export function useWalk(here: RunHere) {
  const { me, now } = useDesk()
  const rule = useDueRule()
  const { run, document, answers, defects, photosOf } = here
  const mark = () => ({ by: me.person, madeAt: now() })
  const hazards = hazardWriter(here, { rule, now, mark })

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

  /** @returns the hazard to write down, where the answer says that something is wrong */
  function answer(prompt: Prompt, value: string | null): string | null {
    write(prompt.id, { value: value ?? '' })
    const own = hazardsOf(prompt.id)
    if (value !== null && wantsHazard(prompt, value)) return own[0]?.id ?? newHazard(prompt.id)
    for (const hazard of own)
      if (isBlank(hazard) && photosOf(hazard.id) === 0) hazards.removeHazard(hazard)
    return null
  }

  return {
    ...hazards,
    write,
    answer,
    newHazard,
    say: (remark: string) => document.change(runRecord, run.id, { remark }),
    submit: () => document.change(runRecord, run.id, { state: 'submitted', submittedAt: now() }),
  }
}
export type Walk = ReturnType<typeof useWalk>

/** One hazard of a walk, and the hands that write it. */
export interface HazardProps {
  here: RunHere
  walk: Walk
  hazard: Defect
}
