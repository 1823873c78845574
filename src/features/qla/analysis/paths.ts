import { useParams } from '@tanstack/react-router'

/** A sitting by where it lies: the school, the school year and its own id. */
export interface SittingAddress {
  readonly urn: string
  readonly year: string
  readonly id: string
}

const of = ({ urn, year, id }: SittingAddress) => `/qla/${urn}/${year}/${id}`

/** Addresses of the screens that come after the marks. */
export const paths = {
  list: '/qla',
  enter: (sitting: SittingAddress) => `${of(sitting)}/enter`,
  picture: (sitting: SittingAddress) => `${of(sitting)}/picture`,
  decide: (sitting: SittingAddress) => `${of(sitting)}/decide`,
  area: (sitting: SittingAddress, area: string) => `${of(sitting)}/decide/${area}`,
  retest: (sitting: SittingAddress, area: string) => `${of(sitting)}/decide/${area}/retest`,
  grades: (sitting: SittingAddress) => `${of(sitting)}/grades`,
  moderation: '/qla/moderation',
  round: (urn: string, year: string, round: string) => `/qla/moderation/${urn}/${year}/${round}`,
  trust: '/qla/trust',
  rap: '/qla/below-target',
} as const

/** Parts of the address by name; '' where one is missing. */
export function useAddress(): (name: string) => string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  return (name) => {
    const value = params[name]
    return typeof value === 'string' ? value : ''
  }
}
