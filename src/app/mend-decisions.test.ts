import { describe, expect, it } from 'vitest'
import { CorridorDatabase } from '../store/db.ts'
import { dexieLedger } from '../store/ledger.ts'
import { isSealed } from '../store/vault/sealed-part.ts'
import { freshRows } from '../../test/helpers/vault-keys.ts'
import { mendDecisions } from './mend-decisions.ts'

const decision = (seq: number) => ({
  seq,
  id: String(seq).repeat(32),
  machine: 'peer-review',
  subject: 'review/r',
  from: 'a',
  to: 'b',
  reason: null,
  madeAt: 1,
  by: 'p04',
  role: 'Head',
  device: 'd'.repeat(32),
  receivedAt: 1,
  previous: '',
  hash: '',
})

describe('a damaged decision', () => {
  it('T6: makes the feed begin again; sound ones leave it where it stood', async () => {
    const db = new CorridorDatabase('mend-decisions', await freshRows())
    const ledger = dexieLedger(db)
    await ledger.addDecisions([decision(1), decision(2)])
    const feed = { log: 7, decisions: 2, access: 1 }
    await ledger.setMeta('feed', feed)
    await mendDecisions(db, ledger)
    expect(await ledger.meta('feed')).toEqual(feed)

    const stored = await db.decisions.get(1)
    if (!stored || !isSealed(stored)) throw new Error('not sealed')
    const sealed = stored.sealed.slice()
    sealed[20] = (sealed[20] ?? 0) ^ 1
    const damaged = { ...stored, sealed }
    await db.decisions.put(damaged)
    await mendDecisions(db, ledger)
    expect(await ledger.meta('feed')).toBeUndefined()
    db.close()
  })
})
