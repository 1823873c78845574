import { useNavigate, useParams } from '@tanstack/react-router'

const of = (rep: string) => `/reps/${rep}`

/** Addresses of the screens of rapid enhancement plans. */
export const paths = {
  all: '/reps',
  begin: '/reps/new',
  rep: of,
  write: (rep: string) => `${of(rep)}/write`,
  page: (rep: string) => `${of(rep)}/page`,
  money: (rep: string) => `${of(rep)}/money`,
  item: (rep: string, item: string) => `${of(rep)}/items/${item}`,
  visit: (rep: string, visit: string) => `${of(rep)}/visits/${visit}`,
  /** One item as it is seen at a visit. */
  visitItem: (rep: string, visit: string, item: string) => `${of(rep)}/visits/${visit}/${item}`,
  review: (rep: string, milestone: string) => `${of(rep)}/review/${milestone}`,
  timeline: (rep: string) => `${of(rep)}/timeline`,
  end: (rep: string) => `${of(rep)}/end`,
} as const

/** Parts of the address by name; '' where one is missing. */
export function useAddress(): (name: string) => string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  return (name) => {
    const value = params[name]
    return typeof value === 'string' ? value : ''
  }
}

export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => void navigate({ to })
}
