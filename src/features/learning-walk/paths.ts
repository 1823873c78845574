import { useNavigate, useParams } from '@tanstack/react-router'

/** A walk by where it lies: the school, the school year and its record. */
export interface WalkAddress {
  readonly urn: string
  readonly year: string
  readonly id: string
}

const of = ({ urn, year, id }: WalkAddress) => `/walks/${urn}/${year}/${id}`

/** Addresses of the screens of a walk. */
export const paths = {
  walks: '/walks',
  start: '/walks/start',
  overTime: '/walks/over-time',
  walk: of,
  plan: (walk: WalkAddress) => `${of(walk)}/plan`,
  rooms: (walk: WalkAddress) => `${of(walk)}/rooms`,
  room: (walk: WalkAddress, room: string) => `${of(walk)}/rooms/${room}`,
  books: (walk: WalkAddress) => `${of(walk)}/books`,
  pupils: (walk: WalkAddress) => `${of(walk)}/pupils`,
  study: (walk: WalkAddress) => `${of(walk)}/study`,
  together: (walk: WalkAddress) => `${of(walk)}/together`,
  share: (walk: WalkAddress) => `${of(walk)}/share`,
  summary: (walk: WalkAddress) => `${of(walk)}/summary`,
  shared: (urn: string, year: string, person: string, share: string) =>
    `/walks/shared/${urn}/${year}/${person}/${share}`,
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
