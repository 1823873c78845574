import { useMemo } from 'react'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { commitmentsOf } from '../../../domain/action-plan/commitments.ts'
import {
  type Idea,
  ideaRecord,
  type Session,
  sessionOf,
  sessionRecord,
  type Table,
  type TableHere,
  tableRecord,
  tablesOf,
} from '../../../domain/action-plan/session.ts'
import {
  type Action,
  type ActionChange,
  actionChangeRecord,
  actionRecord,
} from '../../../domain/actions/action.ts'
import { documentName } from '../../../domain/documents.ts'
import { reviewId } from '../../../domain/ids.ts'
import { letterIsIssued } from '../../../domain/access/reviews.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { useStage } from '../use-stage.ts'

export const planDocument = (review: string): string =>
  documentName({ kind: 'plan', review: reviewId(review) })

/** A review's action plan as this device holds it, open for whoever may write it. */
export interface PlanHere {
  readonly review: string
  /** Null for staff of the school, who read the plan and nothing else of the review. */
  readonly access: ReviewAccess | null
  readonly urn: string
  /** yyyy-mm-dd of the review. */
  readonly date: string
  readonly school: string
  readonly stage: string
  /** The agreed letter has gone: from then on the school works on what was found (C3). */
  readonly letterOut: boolean
  /** Whether I may write here, in this window. */
  readonly writes: boolean
  readonly doc: LiveDocument
  readonly session: Session | null
  readonly tables: readonly TableHere[]
  /** Every table record, removed ones too. */
  readonly everyTable: readonly Table[]
  readonly ideas: readonly Idea[]
  readonly commitments: readonly Action[]
  readonly changes: readonly ActionChange[]
  /** Records that a newer app wrote: kept, not shown. */
  readonly unreadable: number
}

/** The name of a school, from the trust's list. */
export function useSchoolName(urn: string): string {
  const schools = useRecords(schoolRecord, ['trust']).rows
  return schools.find((school) => school.urn === urn)?.name ?? 'The school'
}

/** @returns null if this plan is not open to me */
export function usePlan(review: string): PlanHere | null {
  const { me } = useDesk()
  const access = me.reviews.find(({ id }) => id === review) ?? null
  const place = access ?? me.plans?.find(({ id }) => id === review)
  const doc = useDocument(planDocument(review))
  const school = useSchoolName(place?.urn ?? '')
  const { stage: reached } = useStage(review)
  const ref = { kind: 'plan', review: reviewId(review) } as const
  const found = useMemo(() => {
    const sessions = doc.all(sessionRecord)
    const tables = doc.all(tableRecord)
    const ideas = doc.all(ideaRecord)
    const actions = doc.all(actionRecord)
    const lists = [sessions, tables, ideas, actions]
    return {
      session: sessionOf(sessions.rows),
      tables: tablesOf(tables.rows),
      everyTable: tables.rows,
      ideas: ideas.rows,
      commitments: commitmentsOf(actions.rows, review),
      changes: doc.all(actionChangeRecord).rows,
      unreadable: lists.reduce((sum, list) => sum + list.unreadable, 0),
    }
  }, [doc, review])
  if (!place || !may(me, 'read', ref)) return null
  // Whoever reads the plan and nothing else of the review knows that the letter has gone.
  const stage = access ? reached : 'letter_issued'
  return {
    ...found,
    review,
    access,
    urn: place.urn,
    date: place.date,
    school,
    stage,
    letterOut: letterIsIssued({ stage }),
    writes: !doc.readOnly && may(me, 'write', ref),
    doc,
  }
}

/** Changes the session, and begins it with the first change. */
export function changeSession(
  { doc, session }: PlanHere,
  fields: Partial<Omit<Session, 'id'>>,
): void {
  if (session) doc.change(sessionRecord, session.id, fields)
  else doc.create(sessionRecord, fields)
}
