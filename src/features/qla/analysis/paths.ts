import { useNavigate, useParams } from '@tanstack/react-router'

/** A sitting by where it lies: the school, the school year and the last part of its document's name. */
export interface SittingAddress {
  readonly urn: string
  readonly year: string
  readonly sitting: string
}

const of = ({ urn, year, sitting }: SittingAddress) => `/qla/${urn}/${year}/${sitting}`

/** Addresses of the screens that come after the marks. */
export const paths = {
  list: '/qla',
  sitting: of,
  enter: (at: SittingAddress) => `${of(at)}/enter`,
  picture: (at: SittingAddress) => `${of(at)}/picture`,
  decide: (at: SittingAddress) => `${of(at)}/decide`,
  area: (at: SittingAddress, area: string) => `${of(at)}/decide/${area}`,
  retest: (at: SittingAddress) => `${of(at)}/retest`,
  grades: (at: SittingAddress) => `${of(at)}/grades`,
  moderation: '/qla/moderation',
  round: (urn: string, year: string, round: string) => `/qla/moderation/${urn}/${year}/${round}`,
  trust: '/qla/trust',
  below: '/qla/below-target',
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
