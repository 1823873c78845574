import { type Context, Hono } from 'hono'
import { mayAdminister, mayInvite } from '../../src/domain/access.ts'
import {
  judgeRolesChange,
  rolesChangeSchema,
  seesPerson,
  wouldLeaveNone,
} from '../../src/domain/people-admin.ts'
import type { RoleAssignment } from '../../src/domain/roles.ts'
import { type Invitation, stateOf } from '../accounts/invitations.ts'
import { londonDate } from '../london.ts'
import {
  type Actor,
  actorOf,
  bodyOf,
  type DoorPorts,
  type Fault,
  freshActor,
  refuse,
} from './ports.ts'

/** An invitation as those who may send it again see it; never its code. */
export const shownInvitation = (invitation: Invitation, now: number) => {
  const { id, person, name, job, email, roles, madeBy, madeAt, endsAt } = invitation
  const state = stateOf(invitation, now)
  return { id, person, name, job, email, roles, madeBy, madeAt, endsAt, state }
}

/** The trust's people and what they may do: for administrators, and heads for their own school. */
export function peopleRoutes(ports: DoorPorts): Hono {
  const { accounts, now } = ports
  const { people, sessions, rights, trust, invitations } = accounts
  const today = () => londonDate(now())

  const everybody = () =>
    trust.everybody().map((person) => ({ ...person, roles: people.rolesOf(person.id) }))
  type Someone = ReturnType<typeof everybody>[number]
  const othersOf = (id: string) =>
    everybody().flatMap((one) => (one.id === id || one.removedAt !== null ? [] : [one.roles]))

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
    return c.json({
      person: { ...someone, seen: sessions.lastSeen().get(id) ?? null },
      sessions: someone.removedAt === null ? sessions.list(id, now()) : [],
      ways: { passkeys: accounts.passkeys.list(id).length, accounts: accounts.outside.list(id) },
      events: rights.of(id),
      names: Object.fromEntries(all.map((one) => [one.id, one.name])),
    })
  }

  /** Does something to somebody, if whoever asks may and has signed in lately. */
  function act(
    who: (actor: Actor) => boolean,
    work: (actor: Actor, someone: Someone, c: Context) => Fault | null | Promise<Fault | null>,
  ) {
    return async (c: Context) => {
      const actor = freshActor(c, ports)
      if (typeof actor === 'string') return refuse(c, actor)
      if (!who(actor)) return refuse(c, 'not-allowed')
      const someone = everybody().find(({ id }) => id === c.req.param('id'))
      if (!someone || !seesPerson(actor.facts, someone)) return refuse(c, 'no-such-person')
      const fault = await work(actor, someone, c)
      return fault ? refuse(c, fault) : c.json({})
    }
  }
  const administrator = ({ facts }: Actor) => mayAdminister(facts)
  const note = (
    by: string,
    person: string,
    what: Parameters<typeof rights.add>[0]['what'],
    detail: Parameters<typeof rights.add>[0]['detail'] = {},
  ) => rights.add({ at: now(), by, person, what, detail })

  const setRoles = act(
    ({ facts }) => mayInvite(facts),
    async ({ facts, person: by }, { id, removedAt }, c) => {
      if (removedAt !== null) return 'no-such-person'
      const asked = await bodyOf(c, rolesChangeSchema)
      if (!asked) return 'malformed'
      const before = people.rolesOf(id)
      const fault = judgeRolesChange(facts, before, asked.roles, othersOf(id))
      if (fault) return fault
      const roles: RoleAssignment[] = asked.roles
      people.setRoles(id, roles, () => note(by, id, 'roles-changed', { roles, before }))
      return null
    },
  )

  const remove = act(administrator, ({ person: by }, { id, removedAt, roles }) => {
    if (removedAt !== null) return null
    if (wouldLeaveNone(today(), roles, [], othersOf(id))) return 'last-administrator'
    for (const open of invitations.open())
      if (open.person === id) invitations.takeBack(open.id, now())
    people.remove(id, now(), () => note(by, id, 'removed'))
    accounts.sendAway(id)
    return null
  })

  const bringBack = act(administrator, ({ person: by }, { id, removedAt }) => {
    if (removedAt === null) return null
    // They sign in again: what was open when they left stays shut.
    sessions.endAll(id)
    people.bringBack(id, () => note(by, id, 'brought-back'))
    return null
  })

  const endSessions = act(administrator, ({ person: by }, { id }) => {
    note(by, id, 'sessions-ended')
    sessions.endAll(id)
    accounts.sendAway(id)
    return null
  })

  return new Hono()
    .get('/', list)
    .get('/:id', page)
    .put('/:id/roles', setRoles)
    .post('/:id/remove', remove)
    .post('/:id/bring-back', bringBack)
    .post('/:id/end-sessions', endSessions)
}
