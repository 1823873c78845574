import type { Action } from '../actions/action.ts'
import type { PaperBlock, PaperImage, PaperSheet } from '../paper.ts'
import type { JoinedAnswer } from './answers.ts'
import { countAnswers, sayCounts } from './counts.ts'
import { valuesOf } from './answers.ts'
import { foundIn } from './hazards.ts'
import { type Placed, promptsShown } from './prompts.ts'
import { ragOf, ragOrder } from './rating.ts'
import type { Defect, Rag, Run } from './run.ts'
import { type Score, scoreOf } from './scoring.ts'
import { type Signature, signaturesOf } from './signature.ts'
import { actionsOf } from './submit.ts'

/** A photo with its bytes, of a hazard or an answer. */
export interface ReportPhoto extends PaperImage {
  /** Record id of what it shows. */
  readonly of: string
}

/** What a report is made from; words for people and days come from the one who asks for it. */
export interface ReportFacts {
  readonly school: string
  readonly run: Run
  /** Answers of this run by prompt: `joinAnswers`. */
  readonly answers: ReadonlyMap<string, JoinedAnswer>
  /** Hazards of this school, earlier ones included. */
  readonly defects: readonly Defect[]
  /** Actions of this school. */
  readonly actions: readonly Action[]
  readonly signatures: readonly Signature[]
  readonly photos: readonly ReportPhoto[]
  /** Photos that show something of this run and are not on this device. */
  readonly photosElsewhere: number
  /** Name of a person by id. */
  readonly nameOf: (person: string) => string
  /** yyyy-mm-dd in words. */
  readonly sayDay: (day: string) => string
  /** A moment, milliseconds since 1970, in words. */
  readonly sayMoment: (at: number) => string
  /** Who makes the report, and when. */
  readonly by: string
  readonly madeAt: number
}

const RAG_WORDS: Readonly<Record<Rag, string>> = {
  red: 'Red, high risk',
  amber: 'Amber, medium risk',
  green: 'Green, low risk',
}

const written = (text: string, otherwise: string) => (text.trim() === '' ? otherwise : text.trim())

/** "86% (24 of 28 that count)": never a share without what it is a share of. */
const sayScore = ({ percent, counted, earned, possible }: Score): string =>
  earned <= counted && possible === counted && Number.isInteger(earned)
    ? `${percent}% (${earned} of ${counted} that count)`
    : `${percent}% (of ${counted} that count, weighted)`

function summary(facts: ReportFacts): PaperBlock[] {
  const { run, answers } = facts
  const counts = countAnswers(run.template, answers)
  const { total } = scoreOf(run.template, valuesOf(answers))
  const walkers = run.people.map(facts.nameOf).join(', ')
  return [
    {
      kind: 'facts',
      rows: [
        ['Day', facts.sayDay(run.date)],
        ['By', written(walkers, facts.nameOf(run.by))],
        ['Counts', `${counts.items} questions: ${sayCounts(counts)}`],
        ...(total === null ? [] : [['In place', sayScore(total)] as const]),
        ...(run.remark.trim() === '' ? [] : [['Remark', run.remark.trim()] as const]),
      ],
    },
    ...(run.state.some(({ value }) => value === 'submitted')
      ? []
      : [{ kind: 'paragraph', text: 'Not handed in yet: this may still change.' } as const]),
  ]
}

const sayOwner = ({ owner }: Action, nameOf: (person: string) => string): string =>
  owner === null ? 'nobody yet' : owner.kind === 'person' ? nameOf(owner.value) : owner.value

const sayAction = (action: Action, facts: ReportFacts): string =>
  `${written(action.what, 'Put it right')}. Who: ${sayOwner(action, facts.nameOf)}. By: ${
    action.due === '' ? 'no day set' : facts.sayDay(action.due)
  }.`

/** Two who chose different colours are both said; the worse one decides where it stands. */
function sayColour(defect: Defect): string {
  const rag = ragOf(defect)
  if (rag === null) return 'No colour chosen'
  const others = new Set(defect.rag.map(({ value }) => value).filter((value) => value !== rag))
  const rated =
    defect.likelihood === null || defect.severity === null
      ? ''
      : ` (likelihood ${defect.likelihood} × severity ${defect.severity})`
  return `${RAG_WORDS[rag]}${rated}${others.size === 0 ? '' : `; also said: ${[...others].join(', ')}`}`
}

function hazardBlocks(defect: Defect, number: number, facts: ReportFacts): PaperBlock[] {
  const actions = actionsOf(defect, facts.actions)
  const photos = facts.photos.filter(({ of }) => of === defect.id)
  const again = defect.earlier !== '' || defect.again.length > 0
  return [
    { kind: 'item', text: `${number}. ${written(defect.what, `Found at ${defect.prompt}`)}` },
    {
      kind: 'facts',
      rows: [
        ['Colour', sayColour(defect)],
        ['Question', defect.prompt],
        ['Where', written(defect.place, 'not said')],
        ...(again ? [['Seen before', 'Yes: this was found on an earlier visit'] as const] : []),
        ['Made safe', written(defect.madeSafe, 'nothing written')],
        ...(defect.corrected ? [['Put right', 'Before the walkers left'] as const] : []),
        [
          'Action',
          actions.length === 0
            ? defect.corrected
              ? 'None needed'
              : 'None yet'
            : actions.map((action) => sayAction(action, facts)).join('\n'),
        ],
      ],
    },
    ...(photos.length === 0 ? [] : [{ kind: 'images', images: photos } as const]),
  ]
}

function found(facts: ReportFacts): PaperBlock[] {
  const { run, answers } = facts
  const hazards = foundIn(facts.defects, run).sort(
    (a, b) => ragOrder(a) - ragOrder(b) || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1),
  )
  const bare = promptsShown(run.template, answers).filter(
    ({ prompt }) =>
      answers.get(prompt.id)?.said.some(({ value }) => value === 'fail') &&
      !hazards.some((hazard) => hazard.prompt === prompt.id),
  )
  return [
    { kind: 'heading', text: `What was found (${hazards.length + bare.length})` },
    ...(hazards.length + bare.length === 0
      ? [{ kind: 'paragraph', text: 'Nothing was found that has to be put right.' } as const]
      : []),
    ...hazards.flatMap((hazard, index) => hazardBlocks(hazard, index + 1, facts)),
    ...(bare.length === 0
      ? []
      : [
          {
            kind: 'list',
            lines: bare.map((placed) => `${sayPrompt(placed)}: fail, nothing written yet`),
          } as const,
        ]),
    ...(facts.photosElsewhere === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: `Photos that are not on the device this was made on: ${facts.photosElsewhere}.`,
          } as const,
        ]),
  ]
}

const sayPrompt = ({ prompt }: Placed): string => `${prompt.id} ${prompt.text}`

/** What nobody looked at, why, and when somebody will (C41). */
function notChecked(facts: ReportFacts): PaperBlock[] {
  const rows = promptsShown(facts.run.template, facts.answers).flatMap((placed) => {
    const answer = facts.answers.get(placed.prompt.id)
    if (!answer?.said.some(({ value }) => value === 'not_checked')) return []
    return [
      [
        sayPrompt(placed),
        written(answer.reasons.join('; '), 'No reason given'),
        written(answer.followUps.map(facts.sayDay).join('; '), 'No day set'),
      ],
    ]
  })
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: `Not checked (${rows.length})` },
    { kind: 'table', head: ['Question', 'Why', 'Will be checked'], rows, shares: [4, 4, 3] },
  ]
}

const CHECK_WORDS = new Map([
  ['pass', 'Pass'],
  ['fail', 'Fail'],
  ['n/a', 'n/a'],
  ['not_checked', 'Not checked'],
])

function sayAnswer({ prompt }: Placed, answer: JoinedAnswer | undefined, facts: ReportFacts) {
  const label = (value: string) =>
    prompt.kind === 'date'
      ? facts.sayDay(value)
      : (CHECK_WORDS.get(value) ??
        prompt.options.find((option) => option.value === value)?.label ??
        value)
  const values = [...new Set(answer?.said.map(({ value }) => value))].map(label)
  if (values.length > 1) return `${values.join(' / ')}: answered differently, nobody has picked`
  return values[0] ?? (answer && answer.notes.length > 0 ? 'Written' : 'Not answered')
}

function allAnswers(facts: ReportFacts): PaperBlock[] {
  const placed = promptsShown(facts.run.template, facts.answers)
  return facts.run.template.sections.flatMap(({ id, title }): PaperBlock[] => {
    const own = placed.filter(({ section }) => section.id === id)
    if (own.length === 0) return []
    const rows = own.map((each) => {
      const answer = facts.answers.get(each.prompt.id)
      return [sayPrompt(each), sayAnswer(each, answer, facts), answer?.notes.join('; ') ?? '']
    })
    return [
      { kind: 'item', text: title },
      { kind: 'table', head: ['Question', 'Answer', 'Note'], rows, shares: [5, 2, 4] },
    ]
  })
}

function signed(facts: ReportFacts): PaperBlock[] {
  const signatures = signaturesOf(facts.signatures, facts.run.id)
  return [
    { kind: 'heading', text: 'Signed' },
    signatures.length === 0
      ? { kind: 'paragraph', text: 'Nobody has signed yet.' }
      : {
          kind: 'signatures',
          signatures: signatures.map(({ name, role, image, madeAt }) => ({
            name,
            role,
            mark: image,
            when: facts.sayMoment(madeAt),
          })),
        },
  ]
}

/**
 * What is left on site after a walk: counts, what was found with the worst first, what was not checked,
 * who signed, then every question. Nothing is added that is not in the records.
 */
export const reportOf = (facts: ReportFacts): PaperSheet => ({
  title: facts.run.template.name,
  about: `${facts.school}, ${facts.sayDay(facts.run.date)}`,
  foot: `${facts.school}. Made by ${facts.by}, ${facts.sayMoment(facts.madeAt)}`,
  blocks: [
    ...summary(facts),
    ...found(facts),
    ...notChecked(facts),
    ...signed(facts),
    { kind: 'heading', text: 'Every question' },
    ...allAnswers(facts),
  ],
})
