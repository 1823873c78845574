import { type DeviceState, deviceStateSchema, type Held } from '../../src/domain/wire/messages.ts'
import { type Db, transactor } from '../database.ts'

interface Contact {
  readonly person: string
  journalHigh: number
  held: Held | null
  heldAt: number
  lastContact: number
  app: string
}

/** What a device says of itself when it makes contact. */
export interface Said {
  readonly journalHigh: number
  readonly app: string
}

interface Row {
  readonly person: string
  readonly journalHigh: number
  readonly held: string | null
  readonly heldAt: number
  readonly lastContact: number
  readonly app: string
}

function contactOf(row: Row): Contact {
  const held = deviceStateSchema.shape.held.nullable().parse(JSON.parse(row.held ?? 'null'))
  return { ...row, held }
}

const COLUMNS = `person, journal_high as journalHigh, held, held_at as heldAt,
  last_contact as lastContact, app`

const statements = (db: Db) => ({
  find: db.prepare<[string], Row>(`select ${COLUMNS} from devices where id = ?`),
  ofPerson: db.prepare<[string], { id: string }>('select id from devices where person = ?'),
  save: db.prepare<[string, string, number, string | null, number, number, string], unknown>(
    `insert into devices (id, person, journal_high, held, held_at, last_contact, app)
     values (?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set journal_high = excluded.journal_high, held = excluded.held,
       held_at = excluded.held_at, last_contact = excluded.last_contact, app = excluded.app`,
  ),
})

/**
 * Devices and what they last said of themselves. Heard often and worth little a second
 * later, so it is kept in memory and written down together.
 */
export class Devices {
  readonly #sql: ReturnType<typeof statements>
  readonly #inOne: ReturnType<typeof transactor>
  readonly #known = new Map<string, Contact>()
  readonly #byPerson = new Map<string, Set<string>>()
  readonly #dirty = new Set<string>()

  constructor(db: Db) {
    this.#sql = statements(db)
    this.#inOne = transactor(db)
  }

  /** @returns the highest journal number ever heard from it, or null if it is somebody else's */
  meet(device: string, person: string, said: Said, now: number): number | null {
    const old = this.#contact(device)
    if (old && old.person !== person) return null
    const met = old ?? { person, journalHigh: 0, held: null, heldAt: 0, lastContact: now, app: '' }
    met.journalHigh = Math.max(met.journalHigh, said.journalHigh)
    met.app = said.app
    met.lastContact = now
    this.#known.set(device, met)
    this.#devicesOf(person).add(device)
    this.#dirty.add(device)
    return met.journalHigh
  }

  ownerOf(device: string): string | null {
    return this.#contact(device)?.person ?? null
  }

  hold(device: string, held: Held, now: number) {
    const met = this.#contact(device)
    if (!met) return
    met.held = held
    met.heldAt = now
    met.lastContact = now
    this.#dirty.add(device)
  }

  statesOf(people: readonly string[]): DeviceState[] {
    const devices = people.flatMap((person) => [...this.#devicesOf(person)])
    return devices.flatMap((device): DeviceState[] => {
      const met = this.#contact(device)
      if (!met?.held) return []
      return [{ person: met.person, device, held: met.held, at: met.heldAt }]
    })
  }

  /** Writes down what was heard since the last time, in one transaction. */
  flush() {
    if (this.#dirty.size === 0) return
    this.#inOne(() => {
      for (const device of this.#dirty) this.#write(device)
    })
    this.#dirty.clear()
  }

  #write(device: string) {
    const met = this.#known.get(device)
    if (!met) return
    const held = met.held && JSON.stringify(met.held)
    const { person, journalHigh, heldAt, lastContact, app } = met
    this.#sql.save.run(device, person, journalHigh, held, heldAt, lastContact, app)
  }

  #contact(device: string): Contact | null {
    const cached = this.#known.get(device)
    if (cached) return cached
    const row = this.#sql.find.get(device)
    if (!row) return null
    const fresh = contactOf(row)
    this.#known.set(device, fresh)
    return fresh
  }

  #devicesOf(person: string): Set<string> {
    const known = this.#byPerson.get(person)
    if (known) return known
    const fresh = new Set(this.#sql.ofPerson.all(person).map(({ id }) => id))
    this.#byPerson.set(person, fresh)
    return fresh
  }
}
