import { z } from 'zod'
import type { SchoolRow } from '../../src/domain/schools/facts.ts'
import { schoolFactsSchema } from '../../src/domain/schools/facts.ts'
import type { Db } from '../database.ts'
import type { Person } from './people.ts'
import { hashOf, newToken } from './sessions.ts'

const SET_UP_MS = 24 * 3_600_000

export interface School {
  readonly urn: string
  readonly name: string
  readonly phase: string
}

const codeSchema = z.object({ hash: z.string(), endsAt: z.number() })
const trustSchema = z.object({ name: z.string(), listed: z.boolean() })

/** What the document `trust` does not hold yet. */
export interface Unlisted {
  readonly trust: string | null
  /** With what the register tells of them, where it was brought in. */
  readonly schools: readonly School[]
  readonly people: readonly Person[]
}

/** The trust's name and schools, and the link with which it is made. */
export interface TrustFacts {
  name(): string | null
  schools(): School[]
  /** To be called inside a transaction. @param listed whether the document `trust` has them already */
  put(name: string, schools: readonly School[], listed: boolean): void
  /** Schools brought in: new ones are not in the document `trust` yet, of those here name and phase may change. */
  bring(schools: readonly SchoolRow[]): void
  /** A new one-time code for the set-up link; the one before opens nothing any more. */
  newSetUpCode(now: number): string
  setUpCodeIs(code: string, now: number): boolean
  dropSetUpCode(): void
  /** A new person is not in the document `trust` yet. */
  unlist(person: string): void
  unlisted(): Unlisted
  listed(what: Unlisted): void
  /** Everybody, those who were removed too. */
  everybody(): (Person & { readonly email: string | null; readonly removedAt: number | null })[]
}

const statements = (db: Db) => ({
  meta: db.prepare<[string], { value: string }>('select value from meta where key = ?'),
  setMeta: db.prepare<[string, string], unknown>(
    `insert into meta (key, value) values (?, ?)
     on conflict (key) do update set value = excluded.value`,
  ),
  dropMeta: db.prepare<[string], unknown>('delete from meta where key = ?'),
  schools: db.prepare<[], School>('select urn, name, phase from schools order by name'),
  unlistedSchools: db.prepare<[], School & { facts: string }>(
    'select urn, name, phase, facts from schools where listed = 0',
  ),
  bringSchool: db.prepare<[string, string, string, string], unknown>(
    `insert into schools (urn, name, phase, listed, facts) values (?, ?, ?, 0, ?)
     on conflict (urn) do update set name = excluded.name, phase = excluded.phase, facts = excluded.facts`,
  ),
  putSchool: db.prepare<[string, string, string, number], unknown>(
    `insert into schools (urn, name, phase, listed) values (?, ?, ?, ?)
     on conflict (urn) do update set name = excluded.name, phase = excluded.phase`,
  ),
  listSchool: db.prepare<[string], unknown>('update schools set listed = 1 where urn = ?'),
  unlist: db.prepare<[string], unknown>('update people set listed = 0 where id = ?'),
  unlistedPeople: db.prepare<[], Person>('select id, name, job, urn from people where listed = 0'),
  listPerson: db.prepare<[string], unknown>('update people set listed = 1 where id = ?'),
  everybody: db.prepare<[], ReturnType<TrustFacts['everybody']>[number]>(
    'select id, name, job, urn, email, removed_at as removedAt from people order by name, id',
  ),
})

export function createTrustFacts(db: Db): TrustFacts {
  const sql = statements(db)
  const read = <T>(key: string, schema: z.ZodType<T>): T | null => {
    const found = sql.meta.get(key)
    return found ? schema.parse(JSON.parse(found.value)) : null
  }
  const write = (key: string, value: object) => void sql.setMeta.run(key, JSON.stringify(value))
  const trust = () => read('trust', trustSchema)
  return {
    name: () => trust()?.name ?? null,
    schools: () => sql.schools.all(),
    put(name, schools, listed) {
      write('trust', { name, listed })
      for (const { urn, name: school, phase } of schools)
        sql.putSchool.run(urn, school, phase, listed ? 1 : 0)
    },
    bring: db.transaction((schools: readonly SchoolRow[]) => {
      for (const { urn, name, phase, ...facts } of schools)
        sql.bringSchool.run(urn, name, phase, JSON.stringify(facts))
    }),
    newSetUpCode(now) {
      const code = newToken()
      write('set-up', { hash: hashOf(code), endsAt: now + SET_UP_MS })
      return code
    },
    setUpCodeIs(code, now) {
      const kept = read('set-up', codeSchema)
      return kept !== null && kept.hash === hashOf(code) && now < kept.endsAt
    },
    dropSetUpCode: () => void sql.dropMeta.run('set-up'),
    unlist: (person) => void sql.unlist.run(person),
    unlisted() {
      const kept = trust()
      const name = kept && !kept.listed ? kept.name : null
      const schools = sql.unlistedSchools.all().map(({ facts, ...school }) => ({
        ...school,
        ...schoolFactsSchema.parse(JSON.parse(facts)),
      }))
      return { trust: name, schools, people: sql.unlistedPeople.all() }
    },
    listed({ trust: name, schools, people }) {
      if (name !== null) write('trust', { name, listed: true })
      for (const { urn } of schools) sql.listSchool.run(urn)
      for (const { id } of people) sql.listPerson.run(id)
    },
    everybody: () => sql.everybody.all(),
  }
}
