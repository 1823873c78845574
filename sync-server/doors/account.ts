import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { MOST_PASSKEYS } from '../../src/domain/people-admin.ts'
import { checkRegistration, registrationOptions, registrationSchema } from '../accounts/webauthn.ts'
import {
  actorOf,
  beginFlow,
  bodyOf,
  type DoorPorts,
  freshActor,
  mayTry,
  originOf,
  refuse,
  takeFlow,
} from './ports.ts'

const nameSchema = z.object({ name: z.string().trim().min(1).max(60) })
const makeSchema = nameSchema.extend({ passkey: registrationSchema })

/** Somebody's own ways of signing in, and where they are signed in. */
export function accountRoutes(ports: DoorPorts): Hono {
  const { accounts, now, identity } = ports
  const { passkeys, outside, sessions } = accounts

  function ways(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    const { person, session } = actor
    return c.json({
      passkeys: passkeys.list(person),
      accounts: outside.list(person),
      sessions: sessions
        .list(person, now())
        .map((line) => ({ ...line, here: line.id === session.id })),
      fresh: sessions.isFresh(session, now()),
    })
  }

  async function begin(c: Context) {
    const actor = freshActor(c, ports)
    if (typeof actor === 'string') return refuse(c, actor)
    const { person, facts } = actor
    if (!mayTry(c, ports, person)) return refuse(c, 'too-many-tries')
    const had = passkeys.list(person)
    if (had.length >= MOST_PASSKEYS) return refuse(c, 'too-many')
    const origin = originOf(c, identity)
    const options = await registrationOptions({ origin }, { id: person, name: facts.name }, had)
    const { challenge } = options
    beginFlow(c, ports, { kind: 'make', for: 'account', challenge, origin, person })
    return c.json(options)
  }

  async function make(c: Context) {
    const actor = freshActor(c, ports)
    const flow = takeFlow(c, ports, 'make')
    if (typeof actor === 'string') return refuse(c, actor)
    const asked = await bodyOf(c, makeSchema)
    if (!asked) return refuse(c, 'malformed')
    if (flow?.for !== 'account' || flow.person !== actor.person) return refuse(c, 'not-proved')
    const passkey = await checkRegistration(flow, flow.challenge, asked.passkey)
    if (!passkey || passkeys.find(passkey.id)) return refuse(c, 'not-proved')
    accounts.admission.addProof(actor.person, { kind: 'passkey', passkey, name: asked.name }, now())
    return c.json({}, 201)
  }

  async function rename(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, nameSchema)
    if (!asked) return refuse(c, 'malformed')
    passkeys.rename(actor.person, c.req.param('id') ?? '', asked.name)
    return c.json({})
  }

  function remove(c: Context) {
    const actor = freshActor(c, ports)
    if (typeof actor === 'string') return refuse(c, actor)
    const { person } = actor
    const id = c.req.param('id') ?? ''
    const mine = passkeys.list(person)
    if (!mine.some((one) => one.id === id)) return c.json({})
    if (mine.length + outside.list(person).length < 2) return refuse(c, 'last-way-in')
    accounts.admission.removePasskey(person, id, now())
    return c.json({})
  }

  return new Hono()
    .get('/ways', ways)
    .post('/passkeys/options', begin)
    .post('/passkeys', make)
    .put('/passkeys/:id', rename)
    .delete('/passkeys/:id', remove)
    .route('/sessions', sessionRoutes(ports))
}

/** Where somebody is signed in: one ended, or all but this one. */
function sessionRoutes(ports: DoorPorts): Hono {
  const { accounts, now } = ports

  function end(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    const id = c.req.param('id') ?? ''
    const mine = accounts.sessions.list(actor.person, now()).some((line) => line.id === id)
    if (mine) accounts.signOut(id, actor.person)
    return c.json({})
  }

  function endOthers(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    accounts.signOutOthers(actor.person, actor.session.id)
    return c.json({})
  }

  return new Hono().delete('/:id', end).delete('/', endOthers)
}
