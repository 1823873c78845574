import { type Role, ROLES } from '../../../src/domain/roles.ts'
import { OTHER, OWN, type Team, type Who } from './table.ts'

export type Place = 'trust' | 'own' | 'other'

/** Somebody of the matrix: one role held in one place, or one standing towards a review. */
export interface Somebody {
  readonly id: string
  readonly role: Role
  readonly place: Place
  readonly team: Team | null
  /** Held until yesterday: it must count for nothing. */
  readonly former: boolean
}

const PLACES: readonly Place[] = ['trust', 'own', 'other']

const holder = (role: Role, place: Place, former = false): Somebody => ({
  id: `${former ? 'former-' : ''}${place}-${role.replace(/[^A-Za-z]+/g, '-')}`.toLowerCase(),
  role,
  place,
  team: null,
  former,
})

const onTeam = (team: Team): Somebody => ({
  id: team,
  role: 'Teacher',
  place: 'other',
  team,
  former: false,
})

export const EVERYBODY: readonly Somebody[] = [
  ...ROLES.flatMap((role) => PLACES.map((place) => holder(role, place))),
  ...(['lead', 'writer', 'reviewer'] as const).map(onTeam),
  holder('CEO', 'trust', true),
  holder('Head', 'own', true),
]

export const urnOf = ({ place }: Somebody): string | null =>
  place === 'trust' ? null : place === 'own' ? OWN : OTHER

/** What the table says of somebody. */
export function isOneOf(who: Who, { role, place, team, former }: Somebody): boolean {
  if (former) return false
  if (team !== null && who.team?.includes(team)) return true
  const roles = who[place]
  return roles === 'every role' || (roles?.includes(role) ?? false)
}
