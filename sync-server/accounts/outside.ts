import type { Db } from '../database.ts'

/** An account at Google or Microsoft that stands for a person. */
export interface OutsideAccount {
  readonly issuer: string
  readonly subject: string
  readonly provider: string
  readonly person: string
  readonly email: string
}

export interface OutsideLine {
  readonly provider: string
  readonly email: string
  readonly usedAt: number
}

export interface OutsideAccounts {
  personOf(issuer: string, subject: string): string | null
  /** The one person who is there under this address, or null. */
  personByEmail(email: string): string | null
  list(person: string): OutsideLine[]
  add(account: OutsideAccount, now: number): void
  used(issuer: string, subject: string, now: number): void
  setEmail(person: string, email: string): void
}

/** Which accounts of the trust's own providers belong to whom. */
export function createOutsideAccounts(db: Db): OutsideAccounts {
  const personOf = db.prepare<[string, string], { person: string }>(
    'select person from outside_accounts where issuer = ? and subject = ?',
  )
  const byEmail = db.prepare<[string], { id: string }>(
    'select id from people where email = ? and removed_at is null limit 2',
  )
  const list = db.prepare<[string], OutsideLine>(
    `select provider, email, used_at as usedAt from outside_accounts
     where person = ? order by made_at, provider`,
  )
  const add = db.prepare<[string, string, string, string, string, number, number], unknown>(
    `insert into outside_accounts (issuer, subject, provider, person, email, made_at, used_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  )
  const used = db.prepare<[number, string, string], unknown>(
    'update outside_accounts set used_at = ? where issuer = ? and subject = ?',
  )
  const setEmail = db.prepare<[string, string], unknown>('update people set email = ? where id = ?')
  return {
    personOf: (issuer, subject) => personOf.get(issuer, subject)?.person ?? null,
    personByEmail(email) {
      const found = byEmail.all(email.toLowerCase())
      return found.length === 1 ? (found[0]?.id ?? null) : null
    },
    list: (person) => list.all(person),
    add({ issuer, subject, provider, person, email }, now) {
      add.run(issuer, subject, provider, person, email.toLowerCase(), now, now)
    },
    used: (issuer, subject, now) => void used.run(now, issuer, subject),
    setEmail: (person, email) => void setEmail.run(email.toLowerCase(), person),
  }
}
