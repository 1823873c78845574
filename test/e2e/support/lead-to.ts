import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { openDatabase } from '../../../sync-server/database.ts'
import { chained } from '../../../sync-server/decisions/chain.ts'
import { sqliteDecisions } from '../../../sync-server/decisions/sqlite.ts'
import { REVIEW_STAGES } from '../../../src/domain/peer-review/stage-order.ts'
import { reviewMachine } from '../../../src/domain/peer-review/stages.ts'
import type { Relay } from './relay.ts'

/**
 * Takes a review to a later stage by decisions in the relay's own chain, for tests of what comes
 * after: the way there has tests of its own. The relay is stopped meanwhile.
 */
export async function leadTo(relay: Relay, review: string, stage: string, at: number) {
  await relay.stop()
  const db = openDatabase(path.join(relay.dataDir, 'corridor.sqlite'))
  try {
    const decisions = sqliteDecisions(db)
    const subject = `review/${review}`
    const made = await decisions.of(reviewMachine.name, subject)
    const order = REVIEW_STAGES.map(([id]) => id as string)
    let from = made.at(-1)?.to ?? reviewMachine.start
    for (const to of order.slice(order.indexOf(from) + 1, order.indexOf(stage) + 1)) {
      const id = randomBytes(16).toString('hex')
      const decided = {
        id,
        machine: reviewMachine.name,
        subject,
        from,
        to,
        reason: null,
        madeAt: at,
      }
      const by = { by: 'p07', role: 'Review lead', device: '0'.repeat(32), receivedAt: at }
      await decisions.add(chained({ ...decided, ...by }, await decisions.last()))
      from = to
    }
  } finally {
    db.close()
  }
  await relay.run()
}
