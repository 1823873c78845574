import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { mayManageDevices } from '../../src/domain/access/admin.ts'
import { DEVICE_NAME_MAX, enrolmentSchema } from '../../src/domain/devices.ts'
import type { Session } from '../accounts/port.ts'
import type { SqliteAccounts } from '../accounts/sqlite.ts'
import type { DocumentLog } from '../log/port.ts'
import { londonDate } from '../../src/domain/london.ts'
import type { Verify } from '../ports.ts'
import { readPublicKey } from '../verify.ts'
import { deviceOnlyRoutes } from './device-only.ts'
import { listOf, reportOf } from './views.ts'

export interface DevicePorts {
  readonly accounts: SqliteAccounts
  readonly log: DocumentLog
  readonly verify: Verify
  readonly now: () => number
  readonly sessionOf: (c: Context) => Session | null
  /** Takes the session's cookie from the browser. */
  readonly dropCookie: (c: Context) => void
}

const STATUS = {
  malformed: 400,
  'signed-out': 401,
  'no-such-device': 404,
  'somebody-elses': 409,
  'device-revoked': 410,
} as const

const refuse = (c: Context, error: keyof typeof STATUS) => c.json({ error }, STATUS[error])
const nameSchema = z.object({ name: z.string().trim().min(1).max(DEVICE_NAME_MAX) })

/** Devices and their keys: who has which, what is on it, and "Device lost". */
export function deviceRoutes(ports: DevicePorts): Hono {
  const { accounts, now, sessionOf } = ports
  const { enrolments, devices } = accounts
  const sees = (session: Session) => {
    const facts = accounts.factsOf(session.person, londonDate(now()))
    return (owner: string) => mayManageDevices(facts, owner)
  }
  /** Nobody acts in another's name because a second window of the browser signed in. */
  const whoAsks = (c: Context): Session | null => {
    const session = sessionOf(c)
    const meant = c.req.header('corridor-person') ?? session?.person
    return session && meant === session.person ? session : null
  }

  async function enrol(c: Context) {
    const session = whoAsks(c)
    if (!session) return refuse(c, 'signed-out')
    const asked = enrolmentSchema.safeParse(await c.req.json().catch(() => null)).data
    if (!asked || !readPublicKey(Buffer.from(asked.key, 'hex'))) return refuse(c, 'malformed')
    const owner = devices.ownerOf(asked.device)
    if (owner !== null && owner !== session.person) return refuse(c, 'somebody-elses')
    if (enrolments.standingOf(asked.device).revoked) return refuse(c, 'device-revoked')
    enrolments.enrol(asked, session.person, now())
    accounts.uses(session.id, asked.device)
    accounts.flush()
    return c.json(enrolments.view(asked.device), 201)
  }

  /** The device of the address, if whoever asks may manage it: to others it is as if there were none. */
  const managed = (c: Context, session: Session) => {
    accounts.flush()
    const view = enrolments.view(c.req.param('id') ?? '')
    return view && sees(session)(view.person) ? view : null
  }

  async function rename(c: Context) {
    const session = whoAsks(c)
    if (!session) return refuse(c, 'signed-out')
    const view = managed(c, session)
    if (!view) return refuse(c, 'no-such-device')
    const asked = nameSchema.safeParse(await c.req.json().catch(() => null)).data
    if (!asked) return refuse(c, 'malformed')
    enrolments.rename(view.device, asked.name)
    return c.json(enrolments.view(view.device))
  }

  function lost(c: Context) {
    const session = whoAsks(c)
    if (!session) return refuse(c, 'signed-out')
    const view = managed(c, session)
    if (!view) return refuse(c, 'no-such-device')
    enrolments.revoke(view.device, session.person, now())
    accounts.endSessionsOfDevice(view.device)
    return c.json(reportOf(accounts, view.device))
  }

  function report(c: Context) {
    const session = whoAsks(c)
    if (!session) return refuse(c, 'signed-out')
    const view = managed(c, session)
    if (!view) return refuse(c, 'no-such-device')
    const found = reportOf(accounts, view.device)
    return found ? c.json(found) : refuse(c, 'no-such-device')
  }

  return new Hono()
    .get('/', (c) => {
      const session = whoAsks(c)
      return session ? c.json(listOf(accounts, sees(session))) : refuse(c, 'signed-out')
    })
    .post('/', enrol)
    .route('/', deviceOnlyRoutes(ports))
    .put('/:id', rename)
    .post('/:id/lost', lost)
    .get('/:id/report', report)
}
