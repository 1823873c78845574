import type { DeviceView, Enrolment } from '../../src/domain/devices.ts'
import { deviceStateSchema } from '../../src/domain/wire/messages.ts'
import { blobOfHex, bytesOfBlob, type Db, transactor } from '../database.ts'

interface Standing {
  readonly key: Uint8Array | null
  readonly revoked: boolean
}

interface StandingRow {
  readonly key: Buffer | null
  readonly revokedAt: number | null
}

interface ViewRow {
  readonly device: string
  readonly person: string
  readonly personName: string | null
  readonly name: string
  readonly app: string
  readonly enrolledAt: number | null
  readonly lastContact: number
  readonly held: string | null
  readonly revokedAt: number | null
  readonly revokedBy: string | null
  readonly wipedAt: number | null
}

const VIEW = `select devices.id as device, person, people.name as personName, devices.name as name,
  app, enrolled_at as enrolledAt, last_contact as lastContact, held, revoked_at as revokedAt,
  revoked_by as revokedBy, wiped_at as wipedAt
  from devices left join people on people.id = person`

const statements = (db: Db) => ({
  standing: db.prepare<[string], StandingRow>(
    'select key, revoked_at as revokedAt from devices where id = ?',
  ),
  enrol: db.prepare<[string, string, Buffer, string, string, string, number, number], unknown>(
    `insert into devices
       (id, person, key, name, agent, app, enrolled_at, last_contact, journal_high)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0)
     on conflict (id) do update set key = excluded.key, agent = excluded.agent,
       app = excluded.app, last_contact = excluded.last_contact, wiped_at = null,
       name = case when devices.name = '' then excluded.name else devices.name end,
       enrolled_at = coalesce(devices.enrolled_at, excluded.enrolled_at)`,
  ),
  rename: db.prepare<[string, string], unknown>('update devices set name = ? where id = ?'),
  revoke: db.prepare<[number, string, string, string], unknown>(
    'update devices set revoked_at = ?, revoked_by = ?, report = ? where id = ? and revoked_at is null',
  ),
  report: db.prepare<[string], { report: string | null }>(
    'select report from devices where id = ?',
  ),
  wiped: db.prepare<[number, string], unknown>('update devices set wiped_at = ? where id = ?'),
  view: db.prepare<[string], ViewRow>(`${VIEW} where devices.id = ?`),
  views: db.prepare<[], ViewRow>(`${VIEW} order by last_contact desc, devices.id`),
  docs: db.prepare<[string], { doc: string }>(
    'select doc from device_docs where device = ? order by doc',
  ),
  serve: db.prepare<[string, string, number], unknown>(
    'insert or ignore into device_docs (device, doc, since) values (?, ?, ?)',
  ),
  forget: db.prepare<[string, string], unknown>(
    'delete from device_docs where device = ? and doc = ?',
  ),
  forgetAll: db.prepare<[string], unknown>('delete from device_docs where device = ?'),
})

const heldSchema = deviceStateSchema.shape.held.nullable()

/** Keys of devices, what was sent to each of them, and which were reported lost. */
export class Enrolments {
  readonly #sql: ReturnType<typeof statements>
  readonly #inOne: ReturnType<typeof transactor>
  readonly #standing = new Map<string, Standing>()
  readonly #served = new Map<string, Set<string>>()
  #unwritten: { device: string; doc: string; now: number }[] = []

  constructor(db: Db) {
    this.#sql = statements(db)
    this.#inOne = transactor(db)
  }

  standingOf(device: string): Standing {
    const known = this.#standing.get(device)
    if (known) return known
    const row = this.#sql.standing.get(device)
    const key = row?.key ? bytesOfBlob(row.key) : null
    const standing = { key, revoked: typeof row?.revokedAt === 'number' }
    this.#standing.set(device, standing)
    return standing
  }

  /** The name a device has already is kept: somebody may have chosen it. */
  enrol({ device, key, name, agent, app }: Enrolment, person: string, now: number) {
    this.#sql.enrol.run(device, person, blobOfHex(key), name, agent, app, now, now)
    this.#standing.delete(device)
  }

  rename(device: string, name: string) {
    this.#sql.rename.run(name, device)
  }

  /** From now on nothing of it is taken. What it was then is kept for the report. */
  revoke(device: string, by: string, now: number) {
    const then = this.view(device)
    if (!then) return
    const report: DeviceView = { ...then, revokedAt: now, revokedBy: by }
    this.#sql.revoke.run(now, by, JSON.stringify(report), device)
    this.#standing.delete(device)
  }

  /** What was on a lost device when it was reported, or null if it was not. */
  reportOf(device: string): unknown {
    const kept = this.#sql.report.get(device)?.report
    return kept ? JSON.parse(kept) : null
  }

  /** It says that it has emptied itself. */
  wiped(device: string, now: number) {
    this.#inOne(() => {
      this.#sql.wiped.run(now, device)
      this.#sql.forgetAll.run(device)
    })
    this.#served.delete(device)
  }

  /** These documents are not on it any more. */
  forgets(device: string, docs: readonly string[]) {
    this.#inOne(() => docs.forEach((doc) => this.#sql.forget.run(device, doc)))
    for (const doc of docs) this.#served.get(device)?.delete(doc)
  }

  /** Notes a document that is about to be sent. @returns whether it is yet to be written down */
  serves(device: string, doc: string, now: number): boolean {
    if (this.#servedTo(device).has(doc)) return false
    this.#unwritten.push({ device, doc, now })
    return true
  }

  /** Writes down what was noted; a failure leaves it noted. */
  write() {
    const noted = this.#unwritten
    if (noted.length === 0) return
    this.#inOne(() => {
      for (const { device, doc, now } of noted) this.#sql.serve.run(device, doc, now)
    })
    this.#unwritten = []
    for (const { device, doc } of noted) this.#servedTo(device).add(doc)
  }

  view(device: string): DeviceView | null {
    const row = this.#sql.view.get(device)
    return row ? this.#viewOf(row) : null
  }

  views(): DeviceView[] {
    return this.#sql.views.all().map((row) => this.#viewOf(row))
  }

  #viewOf({ held: said, personName, ...row }: ViewRow): DeviceView {
    const held = heldSchema.parse(JSON.parse(said ?? 'null'))
    const docs = this.#sql.docs.all(row.device).map(({ doc }) => doc)
    const name = personName ?? row.person
    return {
      ...row,
      personName: name,
      unsent: held?.unsent ?? null,
      lock: held?.lock ?? null,
      docs,
    }
  }

  #servedTo(device: string): Set<string> {
    const known = this.#served.get(device)
    if (known) return known
    const fresh = new Set(this.#sql.docs.all(device).map(({ doc }) => doc))
    this.#served.set(device, fresh)
    return fresh
  }
}
