import { z } from 'zod'
import { roleAssignmentSchema } from '../../src/domain/roles.ts'
import type { Db } from '../database.ts'

const detailSchema = z.object({
  /** Roles after the change. */
  roles: z.array(roleAssignmentSchema).optional(),
  /** Roles before it. */
  before: z.array(roleAssignmentSchema).optional(),
  /** What it was about, where that is not the person: a passkey's name, a provider. */
  about: z.string().optional(),
})

/** Every change of somebody's rights or ways of signing in. */
export type RightsEvent =
  | 'trust-made'
  | 'invited'
  | 'invited-again'
  | 'invitation-taken-back'
  | 'joined'
  | 'roles-changed'
  | 'removed'
  | 'brought-back'
  | 'sessions-ended'
  | 'passkey-made'
  | 'passkey-removed'
  | 'account-joined'

export interface RightsEntry {
  readonly n: number
  readonly at: number
  /** Who did it. */
  readonly by: string
  readonly person: string
  readonly what: RightsEvent
  readonly detail: z.infer<typeof detailSchema>
}

export interface RightsLog {
  /** To be called inside the transaction of what it tells of. */
  add(entry: Omit<RightsEntry, 'n'>): void
  /** Newest first. */
  of(person: string): RightsEntry[]
}

/** Only added to: the database itself refuses to change or delete a line. */
export function createRightsLog(db: Db): RightsLog {
  const add = db.prepare<[number, string, string, string, string], unknown>(
    'insert into rights_log (at, by, person, what, detail) values (?, ?, ?, ?, ?)',
  )
  const of = db.prepare<[string], Omit<RightsEntry, 'detail'> & { detail: string }>(
    'select n, at, by, person, what, detail from rights_log where person = ? order by n desc',
  )
  return {
    add: ({ at, by, person, what, detail }) =>
      void add.run(at, by, person, what, JSON.stringify(detail)),
    of: (person) =>
      of.all(person).map((row) => ({ ...row, detail: detailSchema.parse(JSON.parse(row.detail)) })),
  }
}
