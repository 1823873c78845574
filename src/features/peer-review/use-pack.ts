import { onTeam } from '../../domain/access/held.ts'
import type { AccessFacts, ReviewAccess } from '../../domain/access/facts.ts'
import { mayHear } from '../../domain/access/table.ts'
import { reviewId } from '../../domain/ids.ts'
import { headOf } from '../../domain/peer-review/head.ts'
import {
  assemblePack,
  groupRecord,
  keyQuestionRecord,
  type Pack,
  reviewRecord,
  slotRecord,
} from '../../domain/peer-review/pack.ts'
import { personRecord, schoolRecord } from '../../domain/trust.ts'
import { readAll, useDesk, useIndexOf, useRecords } from '../../store/react.tsx'

export interface PackHere {
  readonly loading: boolean
  /** Null while nothing of it has reached this device. */
  readonly pack: Pack | null
  /** Parts that a newer app wrote: kept, not shown. */
  readonly unreadable: number
}

/** A review's pack as this device holds it. */
export function usePack(review: string): PackHere {
  const { me } = useDesk()
  const found = useIndexOf(`review/${review}`)
  const heads = readAll(reviewRecord, found ?? [])
  const questions = readAll(keyQuestionRecord, found ?? [])
  const slots = readAll(slotRecord, found ?? [])
  const groups = readAll(groupRecord, found ?? [])
  const parts = [heads, questions, slots, groups]
  const head = headOf(heads.rows)
  // The day is what the trust keeps: it may have been moved since the pack was begun.
  const date = me.reviews.find(({ id }) => id === review)?.date
  return {
    loading: found === undefined,
    unreadable: parts.reduce((sum, part) => sum + part.unreadable, 0),
    pack: head
      ? assemblePack({
          review: { ...head, date: date ?? head.date },
          questions: questions.rows,
          slots: slots.rows,
          groups: groups.rows,
        })
      : null,
  }
}

/** Names by person, from the trust's list. */
export function usePeople(): (person: string) => string {
  const { me } = useDesk()
  const people = useRecords(personRecord, ['trust']).rows
  const names = new Map(people.map((p) => [p.person, p.name]))
  return (person) => names.get(person) ?? (person === me.person ? me.name : 'A colleague')
}

/** Names of schools by URN, from the trust's list. */
export function useSchools(): (urn: string) => string {
  const rows = useRecords(schoolRecord, ['trust']).rows
  const names = new Map(rows.map(({ urn, name }) => [urn, name]))
  return (urn) => names.get(urn) ?? 'A school of the trust'
}

/** Everybody on the trust's list: names that a note is better without. */
export const useNames = (): string[] =>
  useRecords(personRecord, ['trust']).rows.map(({ name }) => name)

/** Everybody on a review's team, the lead first. */
export const teamOf = (access: ReviewAccess): string[] => [
  ...new Set([access.lead, ...access.reviewers]),
]

/** On the team, leading its school, or preparing it as CEO or EHT: others on my list of reviews never open it. */
export const concernsMe = (me: AccessFacts, { id }: ReviewAccess): boolean =>
  mayHear(me, { kind: 'review', review: reviewId(id) })

export function useReviewAccess(review: string): {
  access: ReviewAccess | undefined
  mine: boolean
} {
  const { me } = useDesk()
  const access = me.reviews.find((r) => r.id === review)
  return { access, mine: access !== undefined && onTeam(access, me.person) }
}
