import { type Context, Hono } from 'hono'
import { mayAdminister, mayInvite } from '../../src/domain/access/admin.ts'
import { invitationPlanSchema, judgeRoles } from '../../src/domain/people-admin.ts'
import { type Invitation, newPersonId, type Sent } from '../accounts/invitations.ts'
import { shownInvitation } from './people.ts'
import {
  type Actor,
  bodyOf,
  type DoorPorts,
  type Fault,
  freshActor,
  mayTry,
  refuse,
} from './ports.ts'

/** Inviting people, and giving somebody who lost their passkey a new way in. */
export function invitationRoutes(ports: DoorPorts): Hono {
  const { accounts, now } = ports
  const { people, invitations, rights, trust } = accounts

  const sent = (c: Context, { invitation, code }: Sent) =>
    c.json({ ...shownInvitation(invitation, now()), code }, 201)
  const note = (
    { person: by }: Actor,
    { person, roles }: Invitation,
    what: 'invited' | 'invited-again' | 'invitation-taken-back',
  ) => rights.add({ at: now(), by, person, what, detail: { roles } })

  function asker(c: Context): Actor | Fault {
    const actor = freshActor(c, ports)
    if (typeof actor === 'string') return actor
    if (!mayInvite(actor.facts)) return 'not-allowed'
    return mayTry(c, ports) ? actor : 'too-many-tries'
  }

  async function invite(c: Context) {
    const actor = asker(c)
    if (typeof actor === 'string') return refuse(c, actor)
    const plan = await bodyOf(c, invitationPlanSchema)
    if (!plan) return refuse(c, 'malformed')
    const fault = judgeRoles(actor.facts, plan.roles)
    if (fault) return refuse(c, fault)
    const email = plan.email.toLowerCase()
    const others = trust.everybody().some((one) => one.email === email && one.removedAt === null)
    if (email !== '' && others) return refuse(c, 'email-taken')
    const made = invitations.make({ ...plan, email }, newPersonId(), actor.person, now())
    note(actor, made.invitation, 'invited')
    return sent(c, made)
  }

  /** A link for somebody who is there already: it opens the account they have. */
  function newLink(c: Context) {
    const actor = asker(c)
    if (typeof actor === 'string') return refuse(c, actor)
    if (!mayAdminister(actor.facts)) return refuse(c, 'not-allowed')
    const person = people.find(c.req.param('person') ?? '')
    if (!person) return refuse(c, 'no-such-person')
    for (const open of invitations.open())
      if (open.person === person.id) invitations.takeBack(open.id, now())
    const { id, name, job } = person
    const plan = { name, job, email: '', roles: people.rolesOf(id) }
    const made = invitations.make(plan, id, actor.person, now())
    note(actor, made.invitation, 'invited-again')
    return sent(c, made)
  }

  /** One that this person could have sent. */
  function mine(c: Context): { actor: Actor; invitation: Invitation } | Fault {
    const actor = asker(c)
    if (typeof actor === 'string') return actor
    const invitation = invitations.find(c.req.param('id') ?? '')
    if (!invitation) return 'no-such-invitation'
    const own =
      mayAdminister(actor.facts) ||
      (people.find(invitation.person) === null &&
        judgeRoles(actor.facts, invitation.roles) === null)
    return own ? { actor, invitation } : 'no-such-invitation'
  }

  function again(c: Context) {
    const found = mine(c)
    if (typeof found === 'string') return refuse(c, found)
    const made = invitations.again(found.invitation.id, now())
    if (!made) return refuse(c, 'no-such-invitation')
    note(found.actor, made.invitation, 'invited-again')
    return sent(c, made)
  }

  function takeBack(c: Context) {
    const found = mine(c)
    if (typeof found === 'string') return refuse(c, found)
    const { actor, invitation } = found
    if (invitation.usedAt !== null) return refuse(c, 'link-used')
    if (invitation.takenBackAt === null) {
      invitations.takeBack(invitation.id, now())
      note(actor, invitation, 'invitation-taken-back')
    }
    return c.json({})
  }

  return new Hono()
    .post('/', invite)
    .post('/for/:person', newLink)
    .post('/:id/again', again)
    .delete('/:id', takeBack)
}
