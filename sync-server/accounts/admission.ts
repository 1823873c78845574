import type { InvitationPlan, SetUp } from '../../src/domain/people-admin.ts'
import type { IsoDate } from '../../src/domain/ids.ts'
import type { RoleAssignment } from '../../src/domain/roles.ts'
import { type Db, transactor } from '../database.ts'
import type { Invitation, Invitations } from './invitations.ts'
import type { OutsideAccounts } from './outside.ts'
import type { Passkey, Passkeys } from './passkeys.ts'
import type { People } from './people.ts'
import type { RightsLog } from './rights-log.ts'
import type { TrustFacts } from './trust-facts.ts'

/** What somebody will sign in with from now on. */
export type Proof =
  | { readonly kind: 'passkey'; readonly passkey: Omit<Passkey, 'person'>; readonly name: string }
  | {
      readonly kind: 'account'
      readonly provider: string
      readonly issuer: string
      readonly subject: string
      readonly email: string
    }

export interface Admission {
  /** Lets somebody in on their invitation: person, roles and way of signing in, or nothing of it. */
  join(invitation: Invitation, proof: Proof, demo: boolean, now: number): void
  /** Makes the trust and its first person. */
  setUp(plan: SetUp, person: string, proof: Proof, today: IsoDate, now: number): void
  /** Another way to sign in for somebody who is there. */
  addProof(person: string, proof: Proof, now: number): void
  removePasskey(person: string, id: string, now: number): void
}

export interface AdmissionPorts {
  readonly db: Db
  readonly people: People
  readonly passkeys: Passkeys
  readonly outside: OutsideAccounts
  readonly invitations: Invitations
  readonly rights: RightsLog
  readonly trust: TrustFacts
}

/** The school somebody belongs to: that of the first role that has one. */
const schoolOf = (roles: readonly RoleAssignment[]) =>
  roles.find(({ urn }) => urn !== null)?.urn ?? null

export function createAdmission(ports: AdmissionPorts): Admission {
  const { db, people, passkeys, outside, invitations, rights, trust } = ports
  const inOne = transactor(db)

  const keep = (person: string, proof: Proof, now: number) => {
    if (proof.kind === 'passkey') {
      passkeys.add({ ...proof.passkey, person }, proof.name, now)
      rights.add({
        at: now,
        by: person,
        person,
        what: 'passkey-made',
        detail: { about: proof.name },
      })
    } else {
      outside.add({ ...proof, person }, now)
      const detail = { about: proof.email }
      rights.add({ at: now, by: person, person, what: 'account-joined', detail })
    }
  }
  const make = (
    person: string,
    { name, job, roles }: Omit<InvitationPlan, 'email'>,
    demo: boolean,
    also: () => void,
  ) =>
    people.add({ id: person, name, job, urn: schoolOf(roles) }, roles, { demo }, () => {
      trust.unlist(person)
      also()
    })

  return {
    join(invitation, proof, demo, now) {
      const { id, person, madeBy, roles, email } = invitation
      const known = people.find(person) !== null
      const also = () => {
        keep(person, proof, now)
        invitations.used(id, now)
        if (!known && email !== '') outside.setEmail(person, email)
        if (!known) rights.add({ at: now, by: madeBy, person, what: 'joined', detail: { roles } })
      }
      if (known) inOne(also)
      else make(person, invitation, demo, also)
    },
    setUp(plan, person, proof, today, now) {
      const { name, job, role } = plan.person
      const roles = [{ role, urn: null, from: today, to: null }]
      make(person, { name, job, roles }, false, () => {
        trust.put(plan.trust, plan.schools, false)
        trust.dropSetUpCode()
        rights.add({ at: now, by: person, person, what: 'trust-made', detail: { roles } })
        keep(person, proof, now)
      })
    },
    addProof: (person, proof, now) => inOne(() => keep(person, proof, now)),
    removePasskey: (person, id, now) =>
      inOne(() => {
        const name = passkeys.list(person).find((one) => one.id === id)?.name ?? ''
        passkeys.remove(person, id)
        rights.add({
          at: now,
          by: person,
          person,
          what: 'passkey-removed',
          detail: { about: name },
        })
      }),
  }
}
