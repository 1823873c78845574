import { useNavigate, useParams } from '@tanstack/react-router'

/** A sitting by where it lies: the school, the school year and the last part of its document's name. */
export interface SittingAddress {
  readonly urn: string
  /** e.g. 2026-27 */
  readonly year: string
  readonly sitting: string
}

const of = ({ urn, year, sitting }: SittingAddress) => `/qla/${urn}/${year}/${sitting}`

/** Addresses of the screens of question analysis. */
export const paths = {
  sittings: '/qla',
  start: '/qla/start',
  papers: '/qla/papers',
  newPaper: '/qla/papers/new',
  paper: (id: string) => `/qla/papers/one/${id}`,
  bringPaper: (id: string) => `/qla/papers/one/${id}/bring-in`,
  compare: (id: string) => `/qla/papers/one/${id}/compare`,
  settings: '/qla/settings',
  classes: '/qla/classes',
  bringClass: (urn: string) => `/qla/classes/${urn}/bring-in`,
  class: (urn: string, id: string) => `/qla/classes/${urn}/${id}`,
  trust: '/qla/trust',
  moderation: '/qla/moderation',
  round: (urn: string, year: string, round: string) => `/qla/moderation/${urn}/${year}/${round}`,
  below: '/qla/below-target',
  sitting: of,
  enter: (at: SittingAddress) => `${of(at)}/enter`,
  bringMarks: (at: SittingAddress) => `${of(at)}/bring-in`,
  picture: (at: SittingAddress) => `${of(at)}/picture`,
  decide: (at: SittingAddress) => `${of(at)}/decide`,
  area: (at: SittingAddress, area: string) => `${of(at)}/decide/${area}`,
  retest: (at: SittingAddress) => `${of(at)}/retest`,
  bringRetest: (at: SittingAddress) => `${of(at)}/retest/bring-in`,
  grades: (at: SittingAddress) => `${of(at)}/grades`,
} as const

/** A part of the address, '' where it is not in it. */
export function useText(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

export const useSittingAddress = (): SittingAddress => ({
  urn: useText('urn'),
  year: useText('year'),
  sitting: useText('sitting'),
})

export function useGo(): (to: string, how?: 'replace') => void {
  const navigate = useNavigate()
  return (to, how) => void navigate({ to, replace: how === 'replace' })
}
