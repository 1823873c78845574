import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { judgeRoles } from '../../src/domain/people-admin.ts'
import { err, ok, type Result } from '../../src/domain/result.ts'
import { sayAgent } from '../accounts/agent.ts'
import type { Proof } from '../accounts/admission.ts'
import { type Invitation, stateOf } from '../accounts/invitations.ts'
import { checkRegistration, registrationOptions, registrationSchema } from '../accounts/webauthn.ts'
import { londonDate } from '../../src/domain/london.ts'
import {
  beginFlow,
  bodyOf,
  type DoorPorts,
  type Fault,
  mayTry,
  openSession,
  originOf,
  refuse,
  takeFlow,
} from './ports.ts'

const codeSchema = z.object({ code: z.string().min(1).max(100) })
const acceptSchema = codeSchema.extend({ passkey: registrationSchema })

/** Whether whoever sent it may still give what it gives: rights count on the day they are used. */
function stillStands({ accounts, now }: DoorPorts, invitation: Invitation): boolean {
  const { person, madeBy, roles } = invitation
  if (accounts.people.find(madeBy) === null) return false
  if (accounts.people.find(person) !== null) return true
  return judgeRoles(accounts.factsOf(madeBy, londonDate(now())), roles) === null
}

/** An invitation that can be accepted now, or why not. */
export function openInvitation(ports: DoorPorts, code: string): Result<Invitation, Fault> {
  const found = ports.accounts.invitations.byCode(code)
  if (!found) return err('unknown-link')
  switch (stateOf(found, ports.now())) {
    case 'used':
      return err('link-used')
    case 'taken-back':
      return err('link-taken-back')
    case 'ended':
      return err('link-ended')
    case 'waiting':
      return stillStands(ports, found) ? ok(found) : err('link-taken-back')
  }
}

/** Lets them in; names follow in the document `trust`. */
export function accept(ports: DoorPorts, invitation: Invitation, proof: Proof) {
  const { accounts, now, demo, identity } = ports
  accounts.admission.join(invitation, proof, demo, now())
  // What fails here is brought at the next start; they are in all the same.
  void identity.listPeople?.().catch(() => undefined)
}

/** Somebody with an invitation in their hand. The code travels in bodies, so that no log keeps it. */
export function invitedRoutes(ports: DoorPorts): Hono {
  const { accounts, identity } = ports

  async function open<T extends { code: string }>(c: Context, schema: z.ZodType<T>) {
    const asked = await bodyOf(c, schema)
    if (!asked) return refuse(c, 'malformed')
    if (!mayTry(c, ports, asked.code)) return refuse(c, 'too-many-tries')
    const found = openInvitation(ports, asked.code)
    return found.ok ? { asked, invitation: found.value } : refuse(c, found.error)
  }

  async function look(c: Context) {
    const found = await open(c, codeSchema)
    if (found instanceof Response) return found
    const { name, job, roles, person } = found.invitation
    const { trust } = accounts
    const again = accounts.people.find(person) !== null
    return c.json({ name, job, roles, again, trust: trust.name(), schools: trust.schools() })
  }

  async function begin(c: Context) {
    const found = await open(c, codeSchema)
    if (found instanceof Response) return found
    const { person, name } = found.invitation
    const origin = originOf(c, identity)
    const had = accounts.passkeys.list(person)
    const options = await registrationOptions({ origin }, { id: person, name }, had)
    const { challenge } = options
    beginFlow(c, ports, { kind: 'make', for: 'invitation', challenge, origin, person })
    return c.json(options)
  }

  async function finish(c: Context) {
    const flow = takeFlow(c, ports, 'make')
    const found = await open(c, acceptSchema)
    if (found instanceof Response) return found
    const { asked, invitation } = found
    if (flow?.for !== 'invitation' || flow.person !== invitation.person)
      return refuse(c, 'not-proved')
    const passkey = await checkRegistration(flow, flow.challenge, asked.passkey)
    if (!passkey || accounts.passkeys.find(passkey.id)) return refuse(c, 'not-proved')
    // Asked again: another window may have used it while the signature was checked.
    const still = openInvitation(ports, asked.code)
    if (!still.ok) return refuse(c, still.error)
    const name = sayAgent(c.req.header('user-agent'))
    accept(ports, invitation, { kind: 'passkey', passkey, name })
    return ports.whoIsIn(c, openSession(c, ports, invitation.person, 'passkey'))
  }

  return new Hono().post('/look', look).post('/options', begin).post('/accept', finish)
}
