import { type Context, Hono } from 'hono'
import { mayAdminister, mayInvite } from '../../src/domain/access/admin.ts'
import {
  judgeRolesChange,
  rolesChangeSchema,
  seesPerson,
  wouldLeaveNone,
} from '../../src/domain/people-admin.ts'
import type { RoleAssignment } from '../../src/domain/roles.ts'
import type { RightsEntry } from '../accounts/rights-log.ts'
import type { SqliteAccounts } from '../accounts/sqlite.ts'
import { londonDate } from '../../src/domain/london.ts'
import { type Actor, bodyOf, type DoorPorts, type Fault, freshActor, refuse } from './ports.ts'

/** Everybody with their roles, those who were removed too. */
export const everybodyIn = ({ trust, people }: SqliteAccounts) =>
  trust.everybody().map((person) => ({ ...person, roles: people.rolesOf(person.id) }))
type Someone = ReturnType<typeof everybodyIn>[number]

type Work = (actor: Actor, someone: Someone, c: Context) => Fault | null | Promise<Fault | null>

const isAdministrator = ({ facts }: Actor) => mayAdminister(facts)

/** Does something to somebody, if whoever asks may and has signed in lately. */
const act =
  (ports: DoorPorts, who: (actor: Actor) => boolean, work: Work) => async (c: Context) => {
    const actor = freshActor(c, ports)
    if (typeof actor === 'string') return refuse(c, actor)
    if (!who(actor)) return refuse(c, 'not-allowed')
    const someone = everybodyIn(ports.accounts).find(({ id }) => id === c.req.param('id'))
    if (!someone || !seesPerson(actor.facts, someone)) return refuse(c, 'no-such-person')
    const fault = await work(actor, someone, c)
    return fault ? refuse(c, fault) : c.json({})
  }

/** What is done to one person; every change of rights leaves its line in the log of rights. */
export function personActs(ports: DoorPorts): Hono {
  const { accounts, now } = ports
  const { people, sessions, rights, invitations } = accounts
  const othersOf = (id: string) =>
    everybodyIn(accounts).flatMap((one) =>
      one.id === id || one.removedAt !== null ? [] : [one.roles],
    )
  const note = (
    by: string,
    person: string,
    what: RightsEntry['what'],
    detail: RightsEntry['detail'] = {},
  ) => rights.add({ at: now(), by, person, what, detail })

  const setRoles = act(
    ports,
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

  const remove = act(ports, isAdministrator, ({ person: by }, { id, removedAt, roles }) => {
    if (removedAt !== null) return null
    if (wouldLeaveNone(londonDate(now()), roles, [], othersOf(id))) return 'last-administrator'
    for (const open of invitations.open())
      if (open.person === id) invitations.takeBack(open.id, now())
    people.remove(id, now(), () => note(by, id, 'removed'))
    accounts.sendAway(id)
    return null
  })

  const bringBack = act(ports, isAdministrator, ({ person: by }, { id, removedAt }) => {
    if (removedAt === null) return null
    // They sign in again: what was open when they left stays shut.
    sessions.endAll(id)
    people.bringBack(id, () => note(by, id, 'brought-back'))
    return null
  })

  const endSessions = act(ports, isAdministrator, ({ person: by }, { id }) => {
    note(by, id, 'sessions-ended')
    sessions.endAll(id)
    accounts.sendAway(id)
    return null
  })

  return new Hono()
    .put('/:id/roles', setRoles)
    .post('/:id/remove', remove)
    .post('/:id/bring-back', bringBack)
    .post('/:id/end-sessions', endSessions)
}
