import { randomBytes } from 'node:crypto'
import type { RoleAssignment } from '../../../src/domain/roles.ts'
import type { SqliteAccounts } from '../../../sync-server/accounts/sqlite.ts'
import { hashOf } from '../../../sync-server/accounts/sessions.ts'
import { newKey } from '../device-key.ts'
import type { Ask, StandIn } from './route-row.ts'
import { OWN } from './table.ts'

/** Of the trust and in none of the tables: whose passkeys and sign-ins others ask for. */
export const BYSTANDER = 'bystander'
export const BYSTANDERS_KEY = 'The bystander’s key'

const fresh = () => randomBytes(16).toString('hex')

const heldSince = (role: RoleAssignment['role'], urn: string | null): RoleAssignment => ({
  role,
  urn,
  from: '2020-09-01',
  to: null,
})
const TEACHER = heldSince('Teacher', OWN)
const MENTOR = heldSince('Mentor', null)

/** Makes what is asked for: every question finds its own, so that none spoils another's. */
export function standIns(accounts: SqliteAccounts) {
  const { people, invitations, enrolments, passkeys, sessions } = accounts
  const key = newKey()
  let days = 0
  people.add({ id: BYSTANDER, name: 'Bystander', job: 'Mentor', urn: null }, [MENTOR])

  function person(held: RoleAssignment) {
    const id = fresh()
    people.add({ id, name: 'Somebody', job: held.role, urn: held.urn }, [held])
    return id
  }
  function invited(held: RoleAssignment) {
    const plan = { name: 'Somebody new', job: held.role, email: '', roles: [held] }
    return invitations.make(plan, fresh(), 'trust-ceo', Date.now())
  }
  function device() {
    const id = fresh()
    const about = { name: 'Tablet', agent: 'test', app: 'test' }
    enrolments.enrol({ device: id, key: key.spki, ...about }, 'writer', Date.now())
    return id
  }
  function lostDevice() {
    const id = device()
    enrolments.revoke(id, 'writer', Date.now())
    return id
  }
  function passkey() {
    const id = fresh()
    const made = {
      id,
      person: BYSTANDER,
      publicKey: new Uint8Array(77),
      counter: 0,
      transports: [],
    }
    passkeys.add(made, BYSTANDERS_KEY, Date.now())
    return id
  }
  const make: Readonly<Record<StandIn, () => string>> = {
    new: fresh,
    key: () => key.spki,
    day: () => new Date(Date.UTC(2100, 0, (days += 1))).toISOString().slice(0, 10),
    person: () => person(TEACHER),
    'trust-person': () => person(MENTOR),
    invitation: () => invited(TEACHER).invitation.id,
    'trust-invitation': () => invited(MENTOR).invitation.id,
    code: () => invited(TEACHER).code,
    passkey,
    session: () => hashOf(sessions.open(BYSTANDER, Date.now())),
    device,
    'lost-device': lostDevice,
  }
  const isStandIn = (word: string): word is StandIn => word in make

  /** The question with something that exists for each of its stand-ins. */
  return (ask: Ask): Ask =>
    JSON.parse(
      JSON.stringify(ask).replaceAll(/\{([a-z-]+)\}/g, (_all, word: string) => {
        if (!isStandIn(word)) throw new Error(`Nothing stands in for ${word}`)
        return make[word]()
      }),
    )
}
