import { schoolOfDocument } from '../../../domain/actions/place.ts'
import { type Action, actionRecord } from '../../../domain/actions/action.ts'
import { letterIsIssued } from '../../../domain/access/reviews.ts'
import { may } from '../../../domain/access/table.ts'
import { documentName } from '../../../domain/documents.ts'
import { isoDate, reviewId, urn } from '../../../domain/ids.ts'
import { partRecord } from '../../../domain/letter/parts.ts'
import { areasIn, openSafetyActions } from '../../../domain/rep/visit-pack.ts'
import { schoolYearOf } from '../../../domain/school-year.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'

export interface AboutSchool {
  /** Open actions about health and safety, or null where the school's list is not open to this person. */
  readonly safety: readonly Action[] | null
  /** Areas to explore of the last review's letter, or null where no letter is open to this person. */
  readonly areas: readonly string[] | null
}

/** What else a visitor should know of a school, as far as it is theirs to read. @param today yyyy-mm-dd */
export function useAboutSchool(school: string, today: string): AboutSchool {
  const { me } = useDesk()
  const actions = useLocated(actionRecord).rows
  const list = { kind: 'school', urn: urn(school), year: schoolYearOf(isoDate(today)) } as const
  const [last] = me.reviews
    .filter((review) => review.urn === school && letterIsIssued(review))
    .filter(({ id }) => may(me, 'read', { kind: 'letter', review: reviewId(id) }))
    .sort((a, b) => b.date.localeCompare(a.date))
  const letter = last ? [documentName({ kind: 'letter', review: reviewId(last.id) })] : []
  const parts = useRecords(partRecord, letter).rows
  const own = actions.filter(({ doc }) => schoolOfDocument(me, doc) === school)
  return {
    safety: may(me, 'read', list) ? openSafetyActions(own.map(({ record }) => record)) : null,
    areas: last ? areasIn(parts) : null,
  }
}
