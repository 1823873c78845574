import { type Context, Hono } from 'hono'
import { type PutAside, putAsideSchema, tendsRelay } from '../src/domain/relay-care.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import type { Db } from './database.ts'
import { londonDate } from '../src/domain/london.ts'

/** Newest first; more than this is one cause, and its lines say so already. */
const LINES = 500

/** What was put aside, by person and reason. No bytes are read. */
export function putAsideOf(db: Db): () => PutAside[] {
  const find = db.prepare<[number], unknown>(
    `select person, coalesce(people.name, person) as name, reason, count(*) as changes,
       min(received_at) as first, max(received_at) as last
     from quarantine left join people on people.id = quarantine.person
     group by person, reason order by last desc limit ?`,
  )
  return () => find.all(LINES).map((row) => putAsideSchema.parse(row))
}

export interface CarePorts {
  readonly accounts: SqliteAccounts
  readonly now: () => number
  /** Who asks, or null without a session. */
  readonly personOf: (c: Context) => string | null
  readonly putAside: () => PutAside[]
}

/** What those who look after the relay may see of it: counts and times, never contents. */
export function careRoutes({ accounts, now, personOf, putAside }: CarePorts): Hono {
  return new Hono().get('/', (c) => {
    const person = personOf(c)
    if (person === null) return c.json({ error: 'signed-out' }, 401)
    if (!tendsRelay(accounts.factsOf(person, londonDate(now()))))
      return c.json({ error: 'not-allowed' }, 403)
    return c.json({ putAside: putAside() })
  })
}
