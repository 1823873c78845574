import type { Action } from '../actions/action.ts'
import { differs } from '../choice.ts'
import type { JoinedAnswer } from './answers.ts'
import { foundIn } from './hazards.ts'
import { ragOf } from './rating.ts'
import type { Defect, Run } from './run.ts'
import { demandsOf } from './demands.ts'
import { isDay, isWhole, promptsShown, wantsHazard } from './prompts.ts'
import type { Demand, Prompt } from './template.ts'

/** One thing that a run lacks before it may be handed in, and where to go for it. */
export interface Need {
  readonly kind:
    | 'unanswered'
    | 'differs'
    | 'reason'
    | 'follow-up'
    | 'note'
    | 'photo'
    | 'hazard'
    | 'what'
    | 'colour'
    | 'make-safe'
    | 'owner'
    | 'answer-and-hazard'
  /** Id of the section: the zone's page. */
  readonly section: string
  readonly prompt: string
  /** Record id of the hazard that lacks it, or null. */
  readonly defect: string | null
  /** For people, with the question's id first: "F2: say why it was not checked." */
  readonly words: string
}

export interface RunFacts {
  readonly run: Run
  readonly answers: ReadonlyMap<string, JoinedAnswer>
  /** Hazards of this school, earlier ones included. */
  readonly defects: readonly Defect[]
  /** Actions of this school, removed ones included. */
  readonly actions: readonly Action[]
  /** How many photos show a record. */
  readonly photosOf: (record: string) => number
}

type Lack = Pick<Need, 'kind'> & { readonly words: string; readonly defect?: string }

/** Actions that stand for a hazard; two devices that were apart may have made one each. */
export const actionsOf = (defect: Pick<Defect, 'id'>, actions: readonly Action[]): Action[] =>
  actions.filter(({ source, removedAt }) => removedAt === null && source.id === defect.id)

function lacksOfNotChecked(answer: JoinedAnswer, run: Run): Lack[] {
  const day = answer.followUps.find((each) => isDay(each) && each >= run.date)
  return [
    ...(answer.reasons.length === 0
      ? [{ kind: 'reason', words: 'say why it was not checked' } as const]
      : []),
    ...(day === undefined
      ? [{ kind: 'follow-up', words: 'give the day on which somebody will check it' } as const]
      : []),
  ]
}

/** What one hazard lacks. A red one stays open until it says what was made safe, and who sees to it (C41). */
export function lacksOfHazard(defect: Defect, actions: readonly Action[]): Lack[] {
  const at = { defect: defect.id }
  const rag = ragOf(defect)
  const owned = actionsOf(defect, actions).some(({ owner }) => owner !== null)
  const lacks: Lack[] = []
  if (defect.what.trim() === '') lacks.push({ kind: 'what', words: 'write what is wrong', ...at })
  if (rag === null) lacks.push({ kind: 'colour', words: 'choose red, amber or green', ...at })
  if (differs(defect.rag))
    lacks.push({ kind: 'differs', words: 'two of you chose different colours: pick one', ...at })
  if (defect.madeSafe.trim() === '') {
    if (rag === 'red')
      lacks.push({ kind: 'make-safe', words: 'it is red: write what was made safe now', ...at })
    else if (defect.corrected)
      lacks.push({ kind: 'make-safe', words: 'write how it was put right', ...at })
  }
  if (rag === 'red' && !owned)
    lacks.push({ kind: 'owner', words: 'it is red: say who sees to it', ...at })
  return lacks
}

/** What an answer asks for besides itself. */
function lacksOfDemands(
  needs: readonly Demand[],
  answer: JoinedAnswer,
  hazards: readonly Defect[],
  { photosOf }: RunFacts,
): Lack[] {
  const photos = [...answer.records, ...hazards].some(({ id }) => photosOf(id) > 0)
  const dated = answer.followUps.some(isDay)
  return [
    ...(needs.includes('note') && answer.notes.length === 0
      ? [{ kind: 'note', words: 'this answer needs a note' } as const]
      : []),
    ...(needs.includes('photo') && !photos
      ? [{ kind: 'photo', words: 'this answer needs a photo' } as const]
      : []),
    ...(needs.includes('follow_up_date') && !dated
      ? [{ kind: 'follow-up', words: 'give the day on which somebody looks again' } as const]
      : []),
  ]
}

function lacksOfPrompt(prompt: Prompt, facts: RunFacts): Lack[] {
  const answer = facts.answers.get(prompt.id)
  const hazards = foundIn(facts.defects, facts.run).filter((each) => each.prompt === prompt.id)
  const ofHazards = hazards.flatMap((hazard) => lacksOfHazard(hazard, facts.actions))
  if (answer?.differs)
    return [{ kind: 'differs', words: 'two of you answered differently: pick one' }, ...ofHazards]
  if (!isWhole(prompt, answer))
    return [{ kind: 'unanswered', words: 'not answered yet' }, ...ofHazards]
  if (!answer || answer.value === null) return ofHazards
  if (answer.value === 'not_checked' && prompt.kind === 'check')
    return [...lacksOfNotChecked(answer, facts.run), ...ofHazards]
  const wanted = wantsHazard(prompt, answer.value)
  const ownHazard: Lack[] =
    wanted && hazards.length === 0
      ? [{ kind: 'hazard', words: 'write down what was found' }]
      : !wanted && hazards.length > 0
        ? [
            {
              kind: 'answer-and-hazard',
              words: 'a hazard is written down, but the answer does not say so',
            },
          ]
        : []
  // The words of a hazard are its note.
  const needs = demandsOf(prompt, answer.value, null).filter((n) => !wanted || n !== 'note')
  return [...ownHazard, ...lacksOfDemands(needs, answer, hazards, facts), ...ofHazards]
}

/**
 * What a run still needs before it may be handed in, in walking order; none when it may.
 * Whatever is not asked after the answers given does not count.
 */
export const submitNeeds = (facts: RunFacts): Need[] =>
  promptsShown(facts.run.template, facts.answers).flatMap(({ section, prompt }) =>
    lacksOfPrompt(prompt, facts).map(({ kind, words, defect = null }) => ({
      kind,
      section: section.id,
      prompt: prompt.id,
      defect,
      words: `${prompt.id}: ${words}.`,
    })),
  )
