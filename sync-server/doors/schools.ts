import { type Context, Hono } from 'hono'
import { mayAdminister } from '../../src/domain/access/admin.ts'
import { schoolsSchema } from '../../src/domain/schools/facts.ts'
import { actorOf, bodyOf, type DoorPorts, refuse } from './ports.ts'

/** Schools that administrators bring in from the government's register. */
export function schoolRoutes(ports: DoorPorts): Hono {
  const { accounts, identity } = ports

  async function bring(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    if (!mayAdminister(actor.facts)) return refuse(c, 'not-allowed')
    const asked = await bodyOf(c, schoolsSchema)
    if (!asked) return refuse(c, 'malformed')
    const known = new Set(accounts.trust.schools().map(({ urn }) => urn))
    accounts.trust.bring(asked.schools)
    await identity.listPeople?.()
    return c.json({ added: asked.schools.filter(({ urn }) => !known.has(urn)).length })
  }

  return new Hono().post('/', bring)
}
