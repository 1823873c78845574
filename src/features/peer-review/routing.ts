import { useNavigate, useParams, useSearch } from '@tanstack/react-router'

/** Addresses of the review screens. */
export const paths = {
  plan: '/plan',
  pack: (review: string) => `/reviews/${review}`,
  prepare: (review: string) => `/reviews/${review}/prepare`,
  capture: (review: string) => `/reviews/${review}/capture`,
  notes: (review: string) => `/reviews/${review}/notes`,
  note: (review: string, note: string) => `/reviews/${review}/notes/${note}`,
  team: (review: string) => `/reviews/${review}/team`,
  people: (review: string) => `/reviews/${review}/people`,
  who: (review: string) => `/reviews/${review}/in`,
  ready: (review: string) => `/reviews/${review}/ready`,
  timetable: (review: string) => `/reviews/${review}/timetable`,
  timetablePrint: (review: string) => `/reviews/${review}/timetable/print`,
  meeting: (review: string) => `/reviews/${review}/meeting`,
  answers: (review: string) => `/reviews/${review}/answers`,
  answer: (review: string, question: string) => `/reviews/${review}/answers/${question}`,
  readOut: (review: string) => `/reviews/${review}/read-out`,
  handOver: (review: string) => `/reviews/${review}/hand-over`,
  day: (review: string) => `/reviews/${review}/day`,
  letter: (review: string) => `/reviews/${review}/letter`,
  letterPrint: (review: string) => `/reviews/${review}/letter/print`,
  actionPlan: (review: string) => `/reviews/${review}/action-plan`,
  planTable: (review: string, table: string) => `/reviews/${review}/action-plan/tables/${table}`,
  planGather: (review: string) => `/reviews/${review}/action-plan/gather`,
  planPage: (review: string) => `/reviews/${review}/action-plan/page`,
  planActions: (review: string) => `/reviews/${review}/action-plan/actions`,
  history: (review: string) => `/reviews/${review}/history`,
} as const

function textOf(values: unknown, name: string): string {
  if (typeof values !== 'object' || values === null) return ''
  const value = (values as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : ''
}

export const useReviewParam = (): string => textOf(useParams({ strict: false }), 'review')
export const useQuestionParam = (): string => textOf(useParams({ strict: false }), 'question')
export const useTableParam = (): string => textOf(useParams({ strict: false }), 'table')
export const useNoteParam = (): string => textOf(useParams({ strict: false }), 'note')

/** The note that the capture screen holds, in its address so that a reload comes back to it. */
export function useHeldNote(): [string | null, (note: string | null) => void] {
  const held = textOf(useSearch({ strict: false }), 'note')
  const navigate = useNavigate()
  const hold = (note: string | null) =>
    void navigate({
      to: '.',
      search: note === null ? {} : { note },
      replace: true,
      resetScroll: false,
    })
  return [held === '' ? null : held, hold]
}

export function useGo(): (to: string, how?: 'replace') => void {
  const navigate = useNavigate()
  return (to, how) => void navigate({ to, replace: how === 'replace' })
}
