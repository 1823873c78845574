import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { setUpSchema } from '../../src/domain/people-admin.ts'
import { sayAgent } from '../accounts/agent.ts'
import { newPersonId } from '../accounts/invitations.ts'
import { checkRegistration, registrationOptions, registrationSchema } from '../accounts/webauthn.ts'
import { londonDate } from '../../src/domain/london.ts'
import {
  beginFlow,
  bodyOf,
  type DoorPorts,
  mayTry,
  openSession,
  originOf,
  refuse,
  takeFlow,
} from './ports.ts'

const codeSchema = z.object({ code: z.string().min(1).max(100) })
const beginSchema = codeSchema.extend({ name: z.string().trim().min(1).max(120) })
const finishSchema = codeSchema.extend({ plan: setUpSchema, passkey: registrationSchema })

/** The first person of a trust, by the link that the console printed. */
export function setUpRoutes(ports: DoorPorts): Hono {
  const { accounts, now, identity, demo } = ports

  async function open<T extends { code: string }>(c: Context, schema: z.ZodType<T>) {
    const asked = await bodyOf(c, schema)
    if (!asked) return refuse(c, 'malformed')
    if (!mayTry(c, ports, asked.code)) return refuse(c, 'too-many-tries')
    const stands = !demo && !accounts.people.hasReal()
    return stands && accounts.trust.setUpCodeIs(asked.code, now())
      ? asked
      : refuse(c, 'unknown-link')
  }

  async function look(c: Context) {
    const asked = await open(c, codeSchema)
    return asked instanceof Response ? asked : c.json({})
  }

  async function begin(c: Context) {
    const asked = await open(c, beginSchema)
    if (asked instanceof Response) return asked
    const person = newPersonId()
    const origin = originOf(c, identity)
    const options = await registrationOptions({ origin }, { id: person, name: asked.name }, [])
    const { challenge } = options
    beginFlow(c, ports, { kind: 'make', for: 'set-up', challenge, origin, person })
    return c.json(options)
  }

  async function finish(c: Context) {
    const flow = takeFlow(c, ports, 'make')
    const asked = await open(c, finishSchema)
    if (asked instanceof Response) return asked
    if (flow?.for !== 'set-up') return refuse(c, 'not-proved')
    const passkey = await checkRegistration(flow, flow.challenge, asked.passkey)
    if (!passkey) return refuse(c, 'not-proved')
    // Asked again: another window may have used it while the signature was checked.
    if (!accounts.trust.setUpCodeIs(asked.code, now())) return refuse(c, 'unknown-link')
    const proof = {
      kind: 'passkey',
      passkey,
      name: sayAgent(c.req.header('user-agent')),
    } as const
    accounts.admission.setUp(asked.plan, flow.person, proof, londonDate(now()), now())
    await identity.listPeople?.()
    return ports.whoIsIn(c, openSession(c, ports, flow.person, 'passkey'))
  }

  return new Hono().post('/look', look).post('/options', begin).post('/finish', finish)
}
