import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { InvitationPlan } from '../../src/domain/people-admin.ts'
import { roleAssignmentSchema } from '../../src/domain/roles.ts'
import type { Db } from '../database.ts'
import { hashOf, newToken } from './sessions.ts'

const LASTS_MS = 7 * 24 * 3_600_000

export interface Invitation extends InvitationPlan {
  readonly id: string
  /** Whom it is for: a new person's id, or that of somebody who needs a new way to sign in. */
  readonly person: string
  readonly madeBy: string
  readonly madeAt: number
  readonly endsAt: number
  readonly usedAt: number | null
  readonly takenBackAt: number | null
}

export type InvitationState = 'waiting' | 'used' | 'ended' | 'taken-back'

export const stateOf = (
  { usedAt, takenBackAt, endsAt }: Invitation,
  now: number,
): InvitationState =>
  usedAt !== null
    ? 'used'
    : takenBackAt !== null
      ? 'taken-back'
      : endsAt <= now
        ? 'ended'
        : 'waiting'

/** An invitation and the code that opens it; the code is told once, only its hash is kept. */
export interface Sent {
  readonly invitation: Invitation
  readonly code: string
}

export interface Invitations {
  make(plan: InvitationPlan, person: string, madeBy: string, now: number): Sent
  find(id: string): Invitation | null
  byCode(code: string): Invitation | null
  /** Neither used nor taken back, the newest first. */
  open(): Invitation[]
  /** A new code and another seven days; the old code opens nothing any more. */
  again(id: string, now: number): Sent | null
  used(id: string, now: number): void
  takeBack(id: string, now: number): void
}

interface Row extends Omit<Invitation, 'roles'> {
  readonly roles: string
}

const COLUMNS = `id, person, name, job, email, roles, made_by as madeBy, made_at as madeAt,
  ends_at as endsAt, used_at as usedAt, taken_back_at as takenBackAt`

const read = (row: Row | undefined): Invitation | null =>
  row ? { ...row, roles: z.array(roleAssignmentSchema).parse(JSON.parse(row.roles)) } : null

export const newPersonId = (): string => randomBytes(10).toString('hex')

const statements = (db: Db) => ({
  add: db.prepare<
    [string, string, string, string, string, string, string, string, number, number],
    unknown
  >(
    `insert into invitations (id, code, person, name, job, email, roles, made_by, made_at, ends_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  find: db.prepare<[string], Row>(`select ${COLUMNS} from invitations where id = ?`),
  byCode: db.prepare<[string], Row>(`select ${COLUMNS} from invitations where code = ?`),
  open: db.prepare<[], Row>(
    `select ${COLUMNS} from invitations where used_at is null and taken_back_at is null
     order by made_at desc, id`,
  ),
  again: db.prepare<[string, number, string], unknown>(
    'update invitations set code = ?, ends_at = ? where id = ?',
  ),
  used: db.prepare<[number, string], unknown>('update invitations set used_at = ? where id = ?'),
  takeBack: db.prepare<[number, string], unknown>(
    'update invitations set taken_back_at = ? where id = ?',
  ),
})

export function createInvitations(db: Db): Invitations {
  const sql = statements(db)
  const find = (id: string) => read(sql.find.get(id))
  const known = (id: string): Invitation => {
    const found = find(id)
    if (!found) throw new Error('The invitation is gone')
    return found
  }
  return {
    make({ name, job, email, roles }, person, madeBy, now) {
      const id = randomBytes(10).toString('hex')
      const code = newToken()
      const [text, ends] = [JSON.stringify(roles), now + LASTS_MS]
      sql.add.run(id, hashOf(code), person, name, job, email, text, madeBy, now, ends)
      return { invitation: known(id), code }
    },
    find,
    byCode: (code) => read(sql.byCode.get(hashOf(code))),
    open: () => sql.open.all().flatMap((row) => read(row) ?? []),
    again(id, now) {
      const found = find(id)
      if (!found || found.usedAt !== null || found.takenBackAt !== null) return null
      const code = newToken()
      sql.again.run(hashOf(code), now + LASTS_MS, id)
      return { invitation: known(id), code }
    },
    used: (id, now) => void sql.used.run(now, id),
    takeBack: (id, now) => void sql.takeBack.run(now, id),
  }
}
