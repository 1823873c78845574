import { ANYBODY, type Who } from './table.ts'

/** What stands for something that is made afresh each time it is asked for. */
export type StandIn =
  | 'new'
  | 'key'
  | 'day'
  | 'person'
  | 'trust-person'
  | 'invitation'
  | 'trust-invitation'
  | 'code'
  | 'passkey'
  | 'session'
  | 'device'
  | 'lost-device'

/** A question to the relay. Each `{stand-in}` in it is filled with one that exists. */
export interface Ask {
  readonly method: string
  readonly path: string
  /** The same asked of something that does not exist. */
  readonly absent?: string | undefined
  /** Sent as JSON; null for no messages of the line. */
  readonly body?: unknown
}

export interface RouteRow {
  /** As the relay's own list of routes has it. */
  readonly route: string
  readonly what: string
  readonly ask: Ask
  /** Status for those who are not signed in. */
  readonly nobody: number
  readonly who: Who
  /** Status for those who may, and for those who are signed in and may not. */
  readonly yes: number
  readonly no: number
  /** Those who may do the like elsewhere, and what they are answered here. */
  readonly elsewhere?: { readonly who: Who; readonly no: number }
  /** Whether it asks for a sign-in of the last twelve hours. */
  readonly lately?: true
  /** Whether each answer holds something new that chance made. */
  readonly chance?: true
}

type More = Pick<RouteRow, 'elsewhere' | 'lately' | 'chance'>

const askOf = (route: string, to: Omit<Ask, 'method'>): Ask => ({
  method: route.slice(0, route.indexOf(' ')),
  ...to,
})

/** The same for everybody, signed in or not. */
export const open = (
  route: string,
  what: string,
  status: number,
  to: Omit<Ask, 'method'> & { readonly method?: string },
  more: More = {},
): RouteRow => ({
  route,
  what,
  ask: { ...askOf(route, to), ...(to.method !== undefined && { method: to.method }) },
  nobody: status,
  who: ANYBODY,
  yes: status,
  no: status,
  ...more,
})

/** The same for everybody who is signed in, those whose roles are over too. */
export const signedIn = (
  route: string,
  what: string,
  status: number,
  to: Omit<Ask, 'method'>,
  more: More = {},
): RouteRow => ({ ...open(route, what, status, to, more), nobody: 401 })

/** For some of those who are signed in. */
export const only = (
  who: Who,
  route: string,
  what: string,
  [yes, no]: readonly [number, number],
  to: Omit<Ask, 'method'>,
  more: More = {},
): RouteRow => ({ ...signedIn(route, what, no, to, more), who, yes })
