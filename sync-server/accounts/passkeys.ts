import type { Db } from '../database.ts'
import { blobOf } from '../database.ts'

/** One passkey as its owner sees it. */
export interface PasskeyLine {
  readonly id: string
  readonly name: string
  readonly madeAt: number
  readonly usedAt: number
}

/** One passkey as a signature is checked with it. */
export interface Passkey {
  readonly id: string
  readonly person: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: string[]
}

export interface Passkeys {
  find(id: string): Passkey | null
  list(person: string): PasskeyLine[]
  add(passkey: Passkey, name: string, now: number): void
  used(id: string, counter: number, now: number): void
  rename(person: string, id: string, name: string): void
  remove(person: string, id: string): void
}

interface Row extends Omit<Passkey, 'publicKey' | 'transports'> {
  readonly publicKey: Buffer
  readonly transports: string
}

const transportsOf = (text: string) => text.split(' ').filter((transport) => transport !== '')

/** Public keys of passkeys; the private halves never leave people's devices. */
export function createPasskeys(db: Db): Passkeys {
  const find = db.prepare<[string], Row>(
    `select id, person, public_key as publicKey, counter, transports from passkeys where id = ?`,
  )
  const list = db.prepare<[string], PasskeyLine>(
    `select id, name, made_at as madeAt, used_at as usedAt from passkeys
     where person = ? order by made_at, id`,
  )
  const add = db.prepare<[string, string, string, Buffer, number, string, number, number], unknown>(
    `insert into passkeys (id, person, name, public_key, counter, transports, made_at, used_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const used = db.prepare<[number, number, string], unknown>(
    'update passkeys set counter = ?, used_at = ? where id = ?',
  )
  const rename = db.prepare<[string, string, string], unknown>(
    'update passkeys set name = ? where person = ? and id = ?',
  )
  const remove = db.prepare<[string, string], unknown>(
    'delete from passkeys where person = ? and id = ?',
  )
  return {
    find(id) {
      const row = find.get(id)
      if (!row) return null
      const { publicKey, transports, ...rest } = row
      return {
        ...rest,
        publicKey: new Uint8Array(publicKey),
        transports: transportsOf(transports),
      }
    },
    list: (person) => list.all(person),
    add({ id, person, publicKey, counter, transports }, name, now) {
      add.run(id, person, name, blobOf(publicKey), counter, transports.join(' '), now, now)
    },
    used: (id, counter, now) => void used.run(counter, now, id),
    rename: (person, id, name) => void rename.run(name, person, id),
    remove: (person, id) => void remove.run(person, id),
  }
}
