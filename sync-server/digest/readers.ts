import { randomBytes } from 'node:crypto'
import type { Db } from '../database.ts'

/**
 * What became of one person's mail of one week. `begun` stays where the relay stopped between sending
 * and writing it down: it may have gone, so it is never sent again.
 */
type State = 'begun' | 'sent' | 'nothing' | 'failed'

interface Known {
  readonly state: State
  readonly tries: number
  readonly nextAt: number
}

const CODE_BYTES = 24
const FIRST_WAIT_MS = 5 * 60_000
const MOST_TRIES = 6

/** Who wants the weekly mail, and which ones were sent. */
export interface Readers {
  /** Whether it may be sent now; false once it was sent, while it waits, or after too many tries. */
  isDue(person: string, week: string, now: number): boolean
  begin(person: string, week: string): void
  end(person: string, week: string, state: 'sent' | 'nothing', now: number): void
  /** Waits twice as long after each try. */
  failed(person: string, week: string, now: number): void
  wants(person: string): boolean
  setWants(person: string, wanted: boolean, now: number): void
  /** The code of their link to stop it; the same each week. */
  codeOf(person: string): string
  personOf(code: string): string | null
}

export function sqliteReaders(db: Db): Readers {
  const find = db.prepare<[string, string], Known>(
    'select state, tries, next_at as nextAt from digest_sent where person = ? and week = ?',
  )
  const put = db.prepare<[string, string, State, number, number], unknown>(
    `insert into digest_sent (person, week, state, tries, next_at) values (?, ?, ?, ?, ?)
     on conflict (person, week) do update set state = excluded.state, tries = excluded.tries,
       next_at = excluded.next_at`,
  )
  const reader = db.prepare<[string], { code: string; offAt: number | null }>(
    'select code, off_at as offAt from digest_readers where person = ?',
  )
  const add = db.prepare<[string, string], unknown>(
    'insert into digest_readers (person, code) values (?, ?) on conflict (person) do nothing',
  )
  const turn = db.prepare<[number | null, string], unknown>(
    'update digest_readers set off_at = ? where person = ?',
  )
  const byCode = db.prepare<[string], { person: string }>(
    'select person from digest_readers where code = ?',
  )
  const triesOf = (person: string, week: string) => find.get(person, week)?.tries ?? 0
  const known = (person: string) => {
    add.run(person, randomBytes(CODE_BYTES).toString('base64url'))
    return reader.get(person)
  }
  return {
    isDue(person, week, now) {
      const found = find.get(person, week)
      if (!found) return true
      return found.state === 'failed' && found.tries < MOST_TRIES && found.nextAt <= now
    },
    begin: (person, week) => void put.run(person, week, 'begun', triesOf(person, week), 0),
    end: (person, week, state, now) =>
      void put.run(person, week, state, triesOf(person, week), now),
    failed(person, week, now) {
      const tries = triesOf(person, week) + 1
      put.run(person, week, 'failed', tries, now + FIRST_WAIT_MS * 2 ** (tries - 1))
    },
    wants: (person) => (reader.get(person)?.offAt ?? null) === null,
    setWants(person, wanted, now) {
      known(person)
      turn.run(wanted ? null : now, person)
    },
    codeOf: (person) => known(person)?.code ?? '',
    personOf: (code) => byCode.get(code)?.person ?? null,
  }
}
