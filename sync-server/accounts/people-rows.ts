import type { Statement } from 'better-sqlite3'
import type { Db } from '../database.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly job: string
  readonly urn: string | null
}

/** Every question that the people’s tables are asked. */
export function statements(db: Db) {
  return {
    find: db.prepare<[string], Person & { removedAt: number | null; access: number }>(
      'select id, name, job, urn, removed_at as removedAt, access from people where id = ?',
    ),
    schools: db.prepare<[], string>('select urn from schools order by urn').pluck() as Statement<
      [],
      string
    >,
    all: db.prepare<[], Person>(
      'select id, name, job, urn from people where removed_at is null order by id',
    ),
    hasReal: db.prepare<[], { n: number }>('select count(*) as n from people where demo = 0'),
    add: db.prepare<[string, string, string, string | null, number], unknown>(
      `insert into people (id, name, job, urn, demo) values (?, ?, ?, ?, ?)
       on conflict (id) do update set name = excluded.name, job = excluded.job,
         urn = excluded.urn, removed_at = null`,
    ),
    bringBack: db.prepare<[string], unknown>('update people set removed_at = null where id = ?'),
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
    leaders: db.prepare<[], unknown>(
      `select person, role, roles.urn as urn, since as "from", until as "to" from roles
       join people on people.id = roles.person
       where removed_at is null and roles.urn is not null and role in ('Head', 'HoS')
       order by roles.urn, role, n`,
    ),
    reviews: db.prepare<[], { body: string; stage: string }>(
      'select body, stage from reviews order by id',
    ),
    setStage: db.prepare<[string, string], unknown>('update reviews set stage = ? where id = ?'),
    putReview: db.prepare<[string, string, string], unknown>(
      `insert into reviews (id, urn, body) values (?, ?, ?)
       on conflict (id) do update set urn = excluded.urn, body = excluded.body`,
    ),
  }
}
