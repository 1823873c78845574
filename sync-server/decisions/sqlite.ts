import { type Decision, decisionSchema } from '../../src/domain/decisions.ts'
import { type Db, transactor } from '../database.ts'
import { follows } from './chain.ts'
import type { DecisionLog } from './port.ts'

interface Row {
  readonly body: string
}

const decisionOf = (row: Row): Decision => decisionSchema.parse(JSON.parse(row.body))

/** The chain of decisions in the relay's SQLite database. */
export function sqliteDecisions(db: Db): DecisionLog {
  const inOne = transactor(db)
  const add = db.prepare(
    'insert into decisions (seq, id, machine, subject, hash, body) values (?, ?, ?, ?, ?, ?)',
  )
  const find = db.prepare<[string], Row>('select body from decisions where id = ?')
  const last = db.prepare<[], Row>('select body from decisions order by seq desc limit 1')
  const since = db.prepare<[number], Row>('select body from decisions where seq > ? order by seq')
  const of = db.prepare<[string, string], Row>(
    'select body from decisions where subject = ? and machine = ? order by seq',
  )
  const lastOne = () => {
    const row = last.get()
    return row ? decisionOf(row) : null
  }
  return {
    add: async (d) =>
      inOne(() => {
        if (!follows(d, lastOne())) throw new Error('Not the next decision')
        add.run(d.seq, d.id, d.machine, d.subject, d.hash, JSON.stringify(d))
      }),
    find: async (id) => {
      const row = find.get(id)
      return row ? decisionOf(row) : null
    },
    last: async () => lastOne(),
    of: async (machine, subject) => of.all(subject, machine).map(decisionOf),
    since: async (seq) => since.all(seq).map(decisionOf),
  }
}
