import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { z } from 'zod'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { sayAgent } from '../accounts/agent.ts'
import type { Flows } from '../accounts/flows.ts'
import type { Errand, Provider, ProviderId } from '../accounts/oidc.ts'
import type { OpenSession, Way } from '../accounts/sessions.ts'
import type { SqliteAccounts } from '../accounts/sqlite.ts'
import type { Throttle } from '../accounts/throttle.ts'
import { dropFlow, flowKey, isSecure, keepFlow, keepSession, sessionToken } from '../cookies.ts'
import { londonDate } from '../../src/domain/london.ts'

/** What was begun in a browser: a passkey asked for, or a way to a provider and back. */
export type Flow =
  | { readonly kind: 'sign-in'; readonly challenge: string; readonly origin: string }
  | {
      readonly kind: 'make'
      readonly for: 'set-up' | 'invitation' | 'account'
      readonly challenge: string
      readonly origin: string
      readonly person: string
    }
  | {
      readonly kind: 'errand'
      readonly provider: ProviderId
      readonly errand: Errand
      readonly back: string
      /** The code of the invitation that this accepts, or null to sign in. */
      readonly invitation: string | null
    }

export type FlowOf<K extends Flow['kind']> = Extract<Flow, { kind: K }>

/** How this relay is reached, and what vouches for its people. All may be left out. */
export interface Identity {
  /** The one address that people use, e.g. https://corridor.trust.example; else that of each request. */
  readonly publicUrl?: string
  readonly providers?: readonly Provider[]
  /** The last address in X-Forwarded-For is a proxy's of ours and tells the truth. */
  readonly behindProxy?: boolean
  /** Brings the document `trust` up to date with new people and schools. */
  readonly listPeople?: () => Promise<void>
}

export interface DoorPorts {
  readonly accounts: SqliteAccounts
  readonly now: () => number
  /** Whether this relay is a demonstration: who joins is invented too. */
  readonly demo: boolean
  readonly identity: Identity
  readonly flows: Flows<Flow>
  readonly throttle: Throttle
  /** Who is in, as the app wants to know it. */
  readonly whoIsIn: (c: Context, session: OpenSession) => Response
}

export type Fault =
  | 'malformed'
  | 'signed-out'
  | 'not-proved'
  | 'not-allowed'
  | 'sign-in-again'
  | 'unknown-link'
  | 'link-used'
  | 'link-ended'
  | 'link-taken-back'
  | 'no-such-person'
  | 'no-such-invitation'
  | 'email-taken'
  | 'last-way-in'
  | 'last-administrator'
  | 'too-many'
  | 'wrong-place'
  | 'ends-before-it-begins'
  | 'too-many-tries'

const STATUS = {
  malformed: 400,
  'signed-out': 401,
  'not-proved': 401,
  'not-allowed': 403,
  'sign-in-again': 403,
  'unknown-link': 404,
  'no-such-person': 404,
  'no-such-invitation': 404,
  'email-taken': 409,
  'last-way-in': 409,
  'last-administrator': 409,
  'too-many': 409,
  'link-used': 410,
  'link-ended': 410,
  'link-taken-back': 410,
  'wrong-place': 422,
  'ends-before-it-begins': 422,
  'too-many-tries': 429,
} as const satisfies Record<Fault, number>

export const refuse = (c: Context, error: Fault): Response => c.json({ error }, STATUS[error])

export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  return schema.safeParse(await c.req.json().catch(() => null)).data ?? null
}

/** The origin that people see: the page's own, which `isOurs` has checked, or the one that is set. */
export function originOf(c: Context, { publicUrl }: Identity): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin
  const said = c.req.header('origin')
  if (said !== undefined) return said
  return `${isSecure(c) ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`
}

function addressOf(c: Context, { behindProxy }: Identity): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : ''
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Whether one more try is let through; `account` is what is tried: a passkey, a link. */
export const mayTry = (c: Context, ports: DoorPorts, account?: string): boolean =>
  ports.throttle.passes('address', addressOf(c, ports.identity)) &&
  (account === undefined || ports.throttle.passes('account', account))

export function beginFlow(c: Context, { flows }: DoorPorts, flow: Flow) {
  keepFlow(c, flows.begin(flow), flows.maxAge)
}

/** What this browser began, of the kind that is finished here; it is gone then. */
export function takeFlow<K extends Flow['kind']>(
  c: Context,
  { flows }: DoorPorts,
  kind: K,
): FlowOf<K> | null {
  const flow = flows.take(flowKey(c))
  dropFlow(c)
  return flow?.kind === kind ? (flow as FlowOf<K>) : null
}

/** The session of somebody who is still there; who was removed may only deliver what they still hold. */
export function sessionOf(
  c: Context,
  { accounts, now }: Pick<DoorPorts, 'accounts' | 'now'>,
): OpenSession | null {
  const token = sessionToken(c)
  const found = token === undefined ? null : accounts.sessions.of(token, now())
  return found && accounts.people.find(found.person) ? found : null
}

/** Opens a session in this browser in place of any that was there. */
export function openSession(c: Context, ports: DoorPorts, person: string, way: Way): OpenSession {
  const { accounts, now } = ports
  const before = sessionOf(c, ports)
  if (before) accounts.signOut(before.id, before.person)
  const agent = sayAgent(c.req.header('user-agent'))
  const token = accounts.sessions.open(person, now(), { way, agent })
  keepSession(c, token, accounts.sessions.maxAge)
  const opened = accounts.sessions.of(token, now())
  if (!opened) throw new Error('A session that was just opened is not there')
  return opened
}

export interface Actor {
  readonly session: OpenSession
  readonly person: string
  readonly facts: AccessFacts
}

/** Who asks. Nobody acts in another's name because a second window of the browser signed in. */
export function actorOf(c: Context, ports: DoorPorts): Actor | null {
  const session = sessionOf(c, ports)
  if (!session || (c.req.header('corridor-person') ?? session.person) !== session.person)
    return null
  const { person } = session
  return { session, person, facts: ports.accounts.factsOf(person, londonDate(ports.now())) }
}

/** ... and has signed in lately: for what changes rights or ways of signing in. */
export function freshActor(c: Context, ports: DoorPorts): Actor | Fault {
  const actor = actorOf(c, ports)
  if (!actor) return 'signed-out'
  return ports.accounts.sessions.isFresh(actor.session, ports.now()) ? actor : 'sign-in-again'
}
