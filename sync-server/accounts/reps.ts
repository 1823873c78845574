import { type RepAccess, repAccessSchema } from '../../src/domain/access/facts.ts'
import type { Holder } from '../../src/domain/access/held.ts'
import { readsRep, REP_START } from '../../src/domain/access/reps.ts'
import type { RoleAssignment } from '../../src/domain/roles.ts'
import type { Db } from '../database.ts'
import { couldConcernRep } from './concerns.ts'

/** A plan, and its stage as the confirmed decisions have it. */
export type KeptRep = RepAccess & { readonly stage: string }

/** What plans need of the trust's people. */
export interface Everybody {
  /** Everybody who is still there, with every role that they were ever given. */
  held(): readonly { readonly id: string; readonly roles: readonly RoleAssignment[] }[]
  /** Writes, and tells those whose rights it changes. */
  change(people: readonly string[], write: () => void): void
}

const statements = (db: Db) => ({
  all: db.prepare<[], { body: string; stage: string }>('select body, stage from reps order by id'),
  setStage: db.prepare<[string, string], unknown>('update reps set stage = ? where id = ?'),
  put: db.prepare<[string, string, string, string], unknown>(
    `insert into reps (id, urn, body, stage) values (?, ?, ?, ?)
     on conflict (id) do update set urn = excluded.urn, body = excluded.body`,
  ),
})

/** Rapid enhancement plans as the relay keeps them: whose they are, and how far. */
export class Reps {
  readonly #sql: ReturnType<typeof statements>
  readonly #everybody: Everybody
  #kept: KeptRep[] | null = null

  constructor(db: Db, everybody: Everybody) {
    this.#sql = statements(db)
    this.#everybody = everybody
  }

  all(): readonly KeptRep[] {
    this.#kept ??= this.#sql.all
      .all()
      .map(({ body, stage }) => ({ ...repAccessSchema.parse(JSON.parse(body)), stage }))
    return this.#kept
  }

  find(id: string): KeptRep | null {
    return this.all().find((rep) => rep.id === id) ?? null
  }

  /** Those that somebody may open today. */
  readBy(holder: Holder): KeptRep[] {
    return this.all().filter((rep) => readsRep(holder, rep))
  }

  /** Its stage stays as the decisions have it. */
  put({ stage: _stage, ...rep }: RepAccess) {
    this.#write([this.find(rep.id) ?? rep, rep], () =>
      this.#sql.put.run(rep.id, rep.urn, JSON.stringify(rep), REP_START),
    )
  }

  /** Where a confirmed decision led. */
  setStage(id: string, stage: string) {
    const known = this.find(id)
    if (known && known.stage !== stage)
      this.#write([known], () => this.#sql.setStage.run(stage, id))
  }

  /** @param versions the plan before and after: who could see either is told */
  #write(versions: readonly RepAccess[], write: () => unknown) {
    const told = this.#everybody
      .held()
      .flatMap(({ id, roles }) =>
        versions.some((rep) => couldConcernRep(id, roles, rep)) ? [id] : [],
      )
    this.#everybody.change(told, () => {
      write()
      this.#kept = null
    })
  }
}
