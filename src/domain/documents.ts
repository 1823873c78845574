import {
  type IsoDate,
  isoDate,
  type PersonId,
  personId,
  type RepId,
  repId,
  type ReviewId,
  reviewId,
  type Urn,
  urn,
} from './ids.ts'
import { err, ok, type Result } from './result.ts'

/**
 * The name of a Yjs document. A document is the unit of read and write
 * permission: its name is the lock, so nothing is ever filtered inside one.
 */
export type DocumentName = string & { readonly documentName: unique symbol }

export type DocumentRef =
  | { readonly kind: 'trust' }
  | { readonly kind: 'school'; readonly urn: Urn; readonly year: string }
  /** Walkarounds and other checks of a school, with what was found. */
  | { readonly kind: 'checks'; readonly urn: Urn; readonly year: string }
  /** Spot checks of the single central record: references and dates, never names. */
  | { readonly kind: 'scr'; readonly urn: Urn; readonly year: string }
  /** Learning walks, book looks and pupil voice, for those who lead them. */
  | { readonly kind: 'walks'; readonly urn: Urn; readonly year: string }
  /** What was shared of walks with one member of staff, and their comments. */
  | {
      readonly kind: 'visited'
      readonly urn: Urn
      readonly year: string
      readonly person: PersonId
    }
  /** Checklists and prompts of the whole trust. */
  | { readonly kind: 'templates' }
  | { readonly kind: 'standing'; readonly urn: Urn }
  | { readonly kind: 'review'; readonly review: ReviewId }
  | { readonly kind: 'notes'; readonly review: ReviewId; readonly person: PersonId }
  /** The trust's library of test papers, with boundaries; no pupil data. */
  | { readonly kind: 'papers' }
  /** What those who lead achievement set for the whole trust: numbers of the analysis. */
  | { readonly kind: 'achievement' }
  /** Which grade boundaries an AP Achievement has checked (C30). */
  | { readonly kind: 'boundary-checks' }
  /** One class of a school: its pupils, who teaches it, and which papers it sat. */
  | { readonly kind: 'class'; readonly urn: Urn; readonly year: string; readonly class: string }
  /** Samples of a school's scripts that are judged twice. */
  | { readonly kind: 'moderation'; readonly urn: Urn; readonly year: string }
  /** One paper sat by one class or cohort: marks, pupil by pupil. */
  | { readonly kind: 'qla'; readonly urn: Urn; readonly year: string; readonly sitting: string }
  /** What of a school's analyses may leave it: counts, small groups masked (C51). */
  | { readonly kind: 'qla-counts'; readonly urn: Urn; readonly year: string }
  /** An internal control visit to a school on a day: no part of the review of that day (C10). */
  | { readonly kind: 'control'; readonly urn: Urn; readonly date: IsoDate }
  /** The letter to the school's head and staff. */
  | { readonly kind: 'letter'; readonly review: ReviewId }
  /** What the head says of the issued letter: apart, because the letter itself is closed then. */
  | { readonly kind: 'letter-reply'; readonly review: ReviewId }
  /** What a school makes of its review, after the letter: the action-plan session and its commitments. */
  | { readonly kind: 'plan'; readonly review: ReviewId }
  /** A rapid enhancement plan: its items, their statuses as set, and its milestone reviews. */
  | { readonly kind: 'rep'; readonly rep: RepId }
  /** The work on one: visits, what was seen, statuses that are proposed, the head's word, actions. */
  | { readonly kind: 'rep-work'; readonly rep: RepId }

type OfAYear = 'school' | 'checks' | 'scr' | 'walks' | 'moderation' | 'qla-counts'
const OF_A_YEAR = /^(school|checks|scr|walks|moderation|qla-counts)\/(\d{6})\/(\d{4}-\d{2})$/
const VISITED = /^visited\/(\d{6})\/(\d{4}-\d{2})\/([A-Za-z0-9-]{1,40})$/
const STANDING = /^standing\/(\d{6})$/
const REVIEW = /^review\/([A-Za-z0-9-]{1,40})$/
const NOTES = /^review\/([A-Za-z0-9-]{1,40})\/notes\/([A-Za-z0-9-]{1,40})$/
const CONTROL = /^control\/(\d{6})\/(\d{4}-\d{2}-\d{2})$/
const LETTER = /^(letter|letter-reply)\/([A-Za-z0-9-]{1,40})$/
const PLAN = /^plan\/([A-Za-z0-9-]{1,40})$/
const REP = /^(rep|rep-work)\/([A-Za-z0-9-]{1,40})$/
const OF_A_CLASS = /^(class|qla)\/(\d{6})\/(\d{4}-\d{2})\/([A-Za-z0-9-]{1,80})$/

export function documentName(ref: DocumentRef): DocumentName {
  switch (ref.kind) {
    case 'trust':
      return 'trust' as DocumentName
    case 'templates':
    case 'papers':
    case 'achievement':
    case 'boundary-checks':
      return ref.kind as DocumentName
    case 'school':
    case 'checks':
    case 'scr':
    case 'walks':
    case 'moderation':
    case 'qla-counts':
      return `${ref.kind}/${ref.urn}/${ref.year}` as DocumentName
    case 'visited':
      return `visited/${ref.urn}/${ref.year}/${ref.person}` as DocumentName
    case 'standing':
      return `standing/${ref.urn}` as DocumentName
    case 'review':
      return `review/${ref.review}` as DocumentName
    case 'notes':
      return `review/${ref.review}/notes/${ref.person}` as DocumentName
    case 'class':
      return `class/${ref.urn}/${ref.year}/${ref.class}` as DocumentName
    case 'qla':
      return `qla/${ref.urn}/${ref.year}/${ref.sitting}` as DocumentName
    case 'control':
      return `control/${ref.urn}/${ref.date}` as DocumentName
    case 'letter':
    case 'letter-reply':
      return `${ref.kind}/${ref.review}` as DocumentName
    case 'plan':
      return `plan/${ref.review}` as DocumentName
    case 'rep':
    case 'rep-work':
      return `${ref.kind}/${ref.rep}` as DocumentName
  }
}

/** Documents of which the trust has one. */
const OF_THE_TRUST = ['trust', 'templates', 'papers', 'achievement', 'boundary-checks'] as const

/** Reads a document name from outside; anything not of the known shapes is refused. */
export function parseDocumentName(text: string): Result<DocumentRef, 'not-a-document'> {
  const one = OF_THE_TRUST.find((kind) => kind === text)
  if (one) return ok({ kind: one })
  const year = OF_A_YEAR.exec(text)
  if (year?.[1] && year[2] && year[3])
    return ok({ kind: year[1] as OfAYear, urn: urn(year[2]), year: year[3] })
  const visited = VISITED.exec(text)
  if (visited?.[1] && visited[2] && visited[3])
    return ok({
      kind: 'visited',
      urn: urn(visited[1]),
      year: visited[2],
      person: personId(visited[3]),
    })
  const standing = STANDING.exec(text)
  if (standing?.[1]) return ok({ kind: 'standing', urn: urn(standing[1]) })
  const notes = NOTES.exec(text)
  if (notes?.[1] && notes[2])
    return ok({ kind: 'notes', review: reviewId(notes[1]), person: personId(notes[2]) })
  const review = REVIEW.exec(text)
  if (review?.[1]) return ok({ kind: 'review', review: reviewId(review[1]) })
  const ofClass = OF_A_CLASS.exec(text)
  if (ofClass?.[2] && ofClass[3] && ofClass[4]) {
    const at = { urn: urn(ofClass[2]), year: ofClass[3] }
    return ok(
      ofClass[1] === 'class'
        ? { kind: 'class', ...at, class: ofClass[4] }
        : { kind: 'qla', ...at, sitting: ofClass[4] },
    )
  }
  const plan = PLAN.exec(text)
  if (plan?.[1]) return ok({ kind: 'plan', review: reviewId(plan[1]) })
  const rep = REP.exec(text)
  if (rep?.[1] && rep[2])
    return ok({ kind: rep[1] === 'rep' ? 'rep' : 'rep-work', rep: repId(rep[2]) })
  const control = CONTROL.exec(text)
  if (control?.[1] && control[2])
    return ok({ kind: 'control', urn: urn(control[1]), date: isoDate(control[2]) })
  const letter = LETTER.exec(text)
  if (letter?.[1] && letter[2])
    return ok({
      kind: letter[1] === 'letter' ? 'letter' : 'letter-reply',
      review: reviewId(letter[2]),
    })
  return err('not-a-document')
}
