import { answerOf, pointsOf } from '../peer-review/agreement.ts'
import type { Answer, EvidenceLink, Point } from '../peer-review/answers.ts'
import { linksBehind, liveQuestions, usable } from '../peer-review/evidence.ts'
import type { Note } from '../peer-review/note.ts'
import type { KeyQuestion, Pack } from '../peer-review/pack.ts'
import { joinParts, keyOf, type Part } from './parts.ts'

/** What a letter is drafted from. Nothing else goes into it. */
export interface DraftSource {
  readonly pack: Pack
  readonly answers: readonly Answer[]
  readonly points: readonly Point[]
  readonly links: readonly EvidenceLink[]
  /** Notes that are on this device. */
  readonly notes: readonly Note[]
  /** Whether all of them are: once they are at the school, a link alone says that there was one. */
  readonly allNotesHere: boolean
  /** The day of the review in words. */
  readonly day: string
  /** Names of the team, the lead first. */
  readonly team: readonly string[]
}

export type DraftedPart = Pick<
  Part,
  'kind' | 'question' | 'heading' | 'text' | 'evidence' | 'place'
>

const sentence = (text: string): string => {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  return trimmed === '' || /[.!?…]["”’')]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}
/** Paragraphs as people typed them, blank lines left out. */
const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
const lines = (...all: readonly string[]): string => all.filter((one) => one !== '').join('\n')
/** The school's own words stay in quotation marks: the letter repeats them, it does not say them. */
const quoted = (text: string): string => `“${text.trim().replace(/\s+/g, ' ')}”`

/** Notes behind an answer or point that may stand there: inside the remit, under a live question (C2). */
function evidenceOf(source: DraftSource, behind: readonly string[]): string[] {
  const { links, notes, allNotesHere, pack } = source
  const linked = behind.flatMap((id) => linksBehind(links, id).map(({ note }) => note))
  const byId = new Map(notes.map((note) => [note.id, note]))
  const may = (id: string) => {
    const note = byId.get(id)
    return note ? usable(note, pack.questions) : !allNotesHere
  }
  return [...new Set(linked)].filter(may).sort()
}

const added = ({ context }: Point): string =>
  context.trim() === '' ? '' : `The headteacher added: ${sentence(context)}`

function differing({ text, otherView, settledBy, settledAs }: Point): string {
  if (settledBy !== null && settledAs.trim() !== '') return sentence(settledAs)
  return text.trim() === '' || otherView.trim() === ''
    ? ''
    : `The team saw two things here. One view: ${sentence(text)} The other view: ${sentence(otherView)}`
}

function answerPart(source: DraftSource, question: KeyQuestion, index: number): DraftedPart {
  const { answer } = answerOf(source.answers, question.id)
  const own = pointsOf(source.points, question.id).filter(({ kind }) => kind === 'differ')
  return {
    kind: 'answer',
    question: question.id,
    heading: `Question ${index + 1}. ${question.text.trim().replace(/\s+/g, ' ')}`,
    text: lines(
      ...paragraphs(answer?.text ?? ''),
      ...own.flatMap((point) => [differing(point), added(point)]),
    ),
    evidence: evidenceOf(source, [question.id, ...own.map(({ id }) => id)]),
    place: 0,
  }
}

function listPart(
  source: DraftSource,
  kind: 'strengths' | 'explore',
  heading: string,
): DraftedPart {
  const wanted = kind === 'strengths' ? 'strength' : 'explore'
  const points = liveQuestions(source.pack.questions)
    .flatMap(({ id }) => pointsOf(source.points, id))
    .filter((point) => point.kind === wanted && point.text.trim() !== '')
  const text = lines(
    ...points.map((point) => [sentence(point.text), added(point)].join(' ').trim()),
  )
  return {
    kind,
    question: null,
    heading,
    text,
    evidence: evidenceOf(
      source,
      points.map(({ id }) => id),
    ),
    place: 0,
  }
}

const plain = (kind: DraftedPart['kind'], heading: string, text: string): DraftedPart => ({
  kind,
  question: null,
  heading,
  text,
  evidence: [],
  place: 0,
})

const STEP = 10

/**
 * The letter as the agreed answers give it: the same for the same answers, on every device.
 * It says nothing that nobody agreed, and a withdrawn question is not in it.
 */
export function draftFrom(source: DraftSource): DraftedPart[] {
  const { pack, day, team } = source
  const { schoolName, focus, notLookedAt } = pack.review
  return [
    plain(
      'thanks',
      '',
      lines(
        'Dear headteacher and staff,',
        `Thank you for inviting the peer review team to ${schoolName} on ${day}, and for the time that pupils and adults gave us.`,
        'This letter says what we saw, heard and read about the questions that you chose. What to do with it is yours to decide.',
      ),
    ),
    plain(
      'focus',
      'The focus of the review',
      lines(
        focus.trim() === '' ? '' : `The school chose this focus: ${quoted(focus)}`,
        notLookedAt.trim() === ''
          ? ''
          : `It was agreed that the team would not look at this: ${quoted(notLookedAt)}`,
      ),
    ),
    ...liveQuestions(pack.questions).map((question, i) => answerPart(source, question, i)),
    listPart(source, 'strengths', 'Strengths'),
    listPart(source, 'explore', 'Possible areas for future focus'),
    plain(
      'next',
      'What comes next',
      'An action-plan session for staff follows, on a date that the school and the trust agree.',
    ),
    plain('signoff', '', lines('Yours sincerely,', ...team, 'The peer review team')),
  ].map((part, i) => ({ ...part, place: i * STEP }))
}

/** What changed in the answers since the letter was drafted: offered, never done by itself. */
export type Change =
  | { readonly kind: 'new'; readonly drafted: DraftedPart }
  | { readonly kind: 'changed'; readonly part: Part; readonly drafted: DraftedPart }
  /** Its question was withdrawn. */
  | { readonly kind: 'gone'; readonly part: Part }

const draftKey = (drafted: DraftedPart) => keyOf({ ...drafted, id: '' })

/** A part that somebody removed stays removed: nothing brings it back but a person. */
export function changesSince(parts: readonly Part[], fresh: readonly DraftedPart[]): Change[] {
  const joined = joinParts(parts).map(({ part }) => part)
  const offered = fresh.flatMap((drafted): Change[] => {
    const part = joined.find((one) => keyOf(one) === draftKey(drafted))
    if (!part) return [{ kind: 'new', drafted }]
    const same = part.drafted === drafted.text || part.text === drafted.text
    return same || part.removedAt !== null ? [] : [{ kind: 'changed', part, drafted }]
  })
  const asked = new Set(fresh.map(draftKey))
  const gone = joined.filter(
    (part) => part.kind === 'answer' && part.removedAt === null && !asked.has(keyOf(part)),
  )
  return [...offered, ...gone.map((part): Change => ({ kind: 'gone', part }))]
}

/** Whether nobody has written in it since it was drafted. */
export const isUntouched = (part: Part): boolean => part.text === part.drafted

/** Fields of a part that takes the new words in: in place of words nobody touched, else below what people wrote. */
export const takenIn = (part: Part, drafted: DraftedPart) => ({
  text: isUntouched(part) ? drafted.text : lines(part.text.trimEnd(), drafted.text),
  drafted: drafted.text,
  evidence: drafted.evidence,
})

/** Fields of a part that stays as it is: the same words are not offered again. */
export const leftAsIs = (drafted: DraftedPart) => ({ drafted: drafted.text })
