import { type Context, Hono } from 'hono'
import { mayInvite } from '../../src/domain/access/admin.ts'
import { seesPerson } from '../../src/domain/people-admin.ts'
import { type Invitation, stateOf } from '../accounts/invitations.ts'
import { everybodyIn, personActs } from './person-acts.ts'
import { actorOf, type DoorPorts, refuse } from './ports.ts'

/** An invitation as those who may send it again see it; never its code. */
export const shownInvitation = (invitation: Invitation, now: number) => {
  const { id, person, name, job, email, roles, madeBy, madeAt, endsAt } = invitation
  const state = stateOf(invitation, now)
  return { id, person, name, job, email, roles, madeBy, madeAt, endsAt, state }
}

/** The trust's people and what they may do: for administrators, and heads for their own school. */
export function peopleRoutes(ports: DoorPorts): Hono {
  const { accounts, now } = ports
  const { sessions, rights, invitations } = accounts

  const everybody = () => everybodyIn(accounts)

  function list(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    const { facts } = actor
    if (!mayInvite(facts)) return refuse(c, 'not-allowed')
    const lastSeen = sessions.lastSeen()
    return c.json({
      people: everybody()
        .filter((one) => seesPerson(facts, one))
        .map((one) => ({ ...one, seen: lastSeen.get(one.id) ?? null })),
      invitations: invitations
        .open()
        .filter((one) => seesPerson(facts, { urn: null, roles: one.roles }))
        .map((one) => shownInvitation(one, now())),
    })
  }

  function page(c: Context) {
    const actor = actorOf(c, ports)
    if (!actor) return refuse(c, 'signed-out')
    const all = everybody()
    const someone = all.find(({ id }) => id === c.req.param('id'))
    if (!mayInvite(actor.facts)) return refuse(c, 'not-allowed')
    if (!someone || !seesPerson(actor.facts, someone)) return refuse(c, 'no-such-person')
    const { id } = someone
    const events = rights.of(id)
    const acted = new Set(events.map(({ by }) => by))
    return c.json({
      person: { ...someone, seen: sessions.lastSeen().get(id) ?? null },
      sessions: someone.removedAt === null ? sessions.list(id, now()) : [],
      ways: { passkeys: accounts.passkeys.list(id).length, accounts: accounts.outside.list(id) },
      events,
      // Of those who did any of it, not of everybody the trust ever had.
      names: Object.fromEntries(
        all.filter(({ id: one }) => acted.has(one)).map((one) => [one.id, one.name]),
      ),
    })
  }

  return new Hono().get('/', list).get('/:id', page).route('/', personActs(ports))
}
