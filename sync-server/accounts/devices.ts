import { type DeviceState, deviceStateSchema, type Held } from '../../src/domain/wire/messages.ts'
import { type Db, transactor } from '../database.ts'

interface Contact {
  readonly person: string
  journalHigh: number
  held: Held | null
  heldAt: number
  lastContact: number
}

export interface Devices {
  meet(device: string, person: string, journalHigh: number, now: number): number | null
  ownerOf(device: string): string | null
  hold(device: string, held: Held, now: number): void
  statesOf(people: readonly string[]): DeviceState[]
  /** Writes down what was heard since the last time, in one transaction. */
  flush(): void
}

interface Row {
  readonly person: string
  readonly journalHigh: number
  readonly held: string | null
  readonly heldAt: number
  readonly lastContact: number
}

function contactOf(row: Row): Contact {
  const held = deviceStateSchema.shape.held.nullable().parse(JSON.parse(row.held ?? 'null'))
  return { ...row, held }
}

const COLUMNS = `person, journal_high as journalHigh, held, held_at as heldAt,
  last_contact as lastContact`

/**
 * Devices and what they last said of themselves. Heard often and worth little a second
 * later, so it is kept in memory and written down together; who owns a device at once.
 */
export function createDevices(db: Db): Devices {
  const inOne = transactor(db)
  const find = db.prepare<[string], Row>(`select ${COLUMNS} from devices where id = ?`)
  const ofPerson = db.prepare<[string], { id: string }>('select id from devices where person = ?')
  const save = db.prepare<[string, string, number, string | null, number, number], unknown>(
    `insert into devices (id, person, journal_high, held, held_at, last_contact)
     values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set journal_high = excluded.journal_high, held = excluded.held,
       held_at = excluded.held_at, last_contact = excluded.last_contact`,
  )
  const known = new Map<string, Contact>()
  const dirty = new Set<string>()

  const contact = (device: string): Contact | null => {
    const cached = known.get(device)
    if (cached) return cached
    const row = find.get(device)
    if (!row) return null
    const fresh = contactOf(row)
    known.set(device, fresh)
    return fresh
  }
  const write = (device: string, { person, journalHigh, held, heldAt, lastContact }: Contact) =>
    save.run(device, person, journalHigh, held && JSON.stringify(held), heldAt, lastContact)

  return {
    meet(device, person, journalHigh, now) {
      const old = contact(device)
      if (old && old.person !== person) return null
      const met = old ?? { person, journalHigh: 0, held: null, heldAt: 0, lastContact: now }
      met.journalHigh = Math.max(met.journalHigh, journalHigh)
      met.lastContact = now
      if (old) dirty.add(device)
      else {
        write(device, met)
        known.set(device, met)
      }
      return met.journalHigh
    },
    ownerOf: (device) => contact(device)?.person ?? null,
    hold(device, held, now) {
      const met = contact(device)
      if (!met) return
      met.held = held
      met.heldAt = now
      met.lastContact = now
      dirty.add(device)
    },
    statesOf(people) {
      const devices = people.flatMap((person) => ofPerson.all(person).map(({ id }) => id))
      return devices.flatMap((device): DeviceState[] => {
        const met = contact(device)
        if (!met?.held) return []
        return [{ person: met.person, device, held: met.held, at: met.heldAt }]
      })
    },
    flush() {
      if (dirty.size === 0) return
      inOne(() => {
        for (const device of dirty) {
          const met = known.get(device)
          if (met) write(device, met)
        }
      })
      dirty.clear()
    },
  }
}
