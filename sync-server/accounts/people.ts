import { type AccessFacts, type ReviewAccess, reviewAccessSchema } from '../../src/domain/access.ts'
import { type IsoDate, personId } from '../../src/domain/ids.ts'
import {
  type Role,
  type RoleAssignment,
  roleAssignmentSchema,
  heldOn,
} from '../../src/domain/roles.ts'
import { type Db, transactor } from '../database.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly job: string
  readonly urn: string | null
}

export interface People {
  version(): number
  accessVersion(person: string): number
  factsOf(person: string, today: IsoDate): AccessFacts
  /** Everybody who is still there. */
  all(): Person[]
  find(id: string): Person | null
  hasReal(): boolean
  add(person: Person, roles: readonly RoleAssignment[], options?: { demo: boolean }): void
  /** The whole list of a person's roles, with the days they are held. */
  setRoles(person: string, roles: readonly RoleAssignment[]): void
  /** From now on they may do nothing; what they still send is put aside, not lost. */
  remove(person: string, now: number): void
  putReview(review: ReviewAccess): void
  reviews(): ReviewAccess[]
  onChange(listener: (people: readonly string[]) => void): () => void
}

/** Roles that decide about every review, on the team or not. */
const DECIDERS: readonly Role[] = ['CEO', 'EHT', 'APF']
const HOSTS: readonly Role[] = ['Head', 'HoS']

function statements(db: Db) {
  return {
    find: db.prepare<[string], Person & { removedAt: number | null; access: number }>(
      'select id, name, job, urn, removed_at as removedAt, access from people where id = ?',
    ),
    all: db.prepare<[], Person>(
      'select id, name, job, urn from people where removed_at is null order by id',
    ),
    hasReal: db.prepare<[], { n: number }>('select count(*) as n from people where demo = 0'),
    add: db.prepare<[string, string, string, string | null, number], unknown>(
      `insert into people (id, name, job, urn, demo) values (?, ?, ?, ?, ?)
       on conflict (id) do update set name = excluded.name, job = excluded.job,
         urn = excluded.urn, removed_at = null`,
    ),
    remove: db.prepare<[number, string], unknown>('update people set removed_at = ? where id = ?'),
    stamp: db.prepare<[number, string], unknown>('update people set access = ? where id = ?'),
    newest: db.prepare<[], { version: number | null }>('select max(access) as version from people'),
    roles: db.prepare<[string], unknown>(
      `select role, urn, since as "from", until as "to" from roles where person = ? order by n`,
    ),
    clearRoles: db.prepare<[string], unknown>('delete from roles where person = ?'),
    addRole: db.prepare<[string, string, string | null, string, string | null], unknown>(
      'insert into roles (person, role, urn, since, until) values (?, ?, ?, ?, ?)',
    ),
    reviews: db.prepare<[], { body: string }>('select body from reviews order by id'),
    putReview: db.prepare<[string, string, string], unknown>(
      `insert into reviews (id, urn, body) values (?, ?, ?)
       on conflict (id) do update set urn = excluded.urn, body = excluded.body`,
    ),
  }
}

function couldConcern(
  person: string,
  roles: readonly RoleAssignment[],
  { lead, reviewers, urn }: ReviewAccess,
): boolean {
  if (lead === person || reviewers.includes(person)) return true
  return roles.some((held) =>
    held.urn === null
      ? DECIDERS.includes(held.role)
      : held.urn === urn && HOSTS.includes(held.role),
  )
}

/** The trust's people, the days they hold their roles, and the teams of its reviews. */
export function createPeople(db: Db): People {
  const sql = statements(db)
  const inOne = transactor(db)
  const listeners = new Set<(people: readonly string[]) => void>()
  let version = sql.newest.get()?.version ?? 0
  let reviews: ReviewAccess[] | null = null

  const rolesOf = (person: string): RoleAssignment[] =>
    sql.roles.all(person).map((row) => roleAssignmentSchema.parse(row))
  const allReviews = () =>
    (reviews ??= sql.reviews.all().map(({ body }) => reviewAccessSchema.parse(JSON.parse(body))))
  const writeRoles = (person: string, roles: readonly RoleAssignment[]) => {
    sql.clearRoles.run(person)
    for (const { role, urn, from, to } of roles) sql.addRole.run(person, role, urn, from, to)
  }
  /** Everybody who could see it before or can after, whatever day their roles are held on. */
  const concerned = (review: ReviewAccess): string[] => {
    const before = allReviews().find(({ id }) => id === review.id) ?? review
    return sql.all.all().flatMap(({ id }) => {
      const held = rolesOf(id)
      return [before, review].some((one) => couldConcern(id, held, one)) ? [id] : []
    })
  }
  /** Everything that changes rights goes through here, so that nobody's change goes unnoticed. */
  const change = (people: readonly string[], write: () => unknown) => {
    inOne(() => {
      write()
      for (const person of people) sql.stamp.run(version + 1, person)
    })
    version += 1
    reviews = null
    for (const listener of listeners) listener(people)
  }

  return {
    version: () => version,
    accessVersion: (person) => sql.find.get(person)?.access ?? 0,
    factsOf(person, today) {
      const found = sql.find.get(person)
      const here = found && found.removedAt === null
      const roles = here ? rolesOf(person) : []
      const held = roles.filter((role) => heldOn(role, today))
      return {
        person: personId(person),
        name: found?.name ?? '',
        today,
        roles,
        reviews: here ? allReviews().filter((one) => couldConcern(person, held, one)) : [],
      }
    },
    all: () => sql.all.all(),
    find: (id) => {
      const found = sql.find.get(id)
      if (!found || found.removedAt !== null) return null
      return { id: found.id, name: found.name, job: found.job, urn: found.urn }
    },
    hasReal: () => (sql.hasReal.get()?.n ?? 0) > 0,
    add: ({ id, name, job, urn }, roles, options) =>
      change([id], () => {
        sql.add.run(id, name, job, urn, options?.demo ? 1 : 0)
        writeRoles(id, roles)
      }),
    setRoles: (person, roles) => change([person], () => writeRoles(person, roles)),
    remove: (person, now) => change([person], () => void sql.remove.run(now, person)),
    putReview: (review) =>
      change(concerned(review), () =>
        sql.putReview.run(review.id, review.urn, JSON.stringify(review)),
      ),
    reviews: () => [...allReviews()],
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
