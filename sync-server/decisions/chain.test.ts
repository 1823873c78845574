import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/domain/decisions.ts'
import { openDatabase } from '../database.ts'
import { chained, verifyChain } from './chain.ts'
import { memoryDecisions } from './memory.ts'
import type { DecisionLog } from './port.ts'
import { sqliteDecisions } from './sqlite.ts'

const made = (n: number, subject = 'review/r1') => ({
  id: n.toString(16).padStart(32, '0'),
  machine: 'peer-review',
  subject,
  from: `s${n - 1}`,
  to: `s${n}`,
  reason: n === 2 ? 'Moved for the fire drill' : null,
  madeAt: n,
  by: 'p03',
  role: 'Head',
  device: 'a'.repeat(32),
  receivedAt: 100 + n,
})

async function filled(log: DecisionLog, count: number) {
  for (let n = 1; n <= count; n++) await log.add(chained(made(n), await log.last()))
  return log.since(0)
}

describe('the chain of decisions', () => {
  it('B9 verifies from the first to the last', async () => {
    expect(verifyChain(await filled(memoryDecisions(), 12))).toEqual({ ok: true, value: 12 })
    expect(verifyChain([])).toEqual({ ok: true, value: 0 })
  })

  it('B9 T31 shows where one was changed, left out, put in or moved, whichever field it was', async () => {
    const all = await filled(memoryDecisions(), 6)
    const third = all[2]
    if (!third) throw new Error('Too few')
    const changes: Partial<Decision>[] = [
      { by: 'p01' },
      { to: 'closed' },
      { reason: 'Another' },
      { receivedAt: 1 },
      { role: 'CEO' },
      { subject: 'review/r2' },
      { device: 'b'.repeat(32) },
      { previous: '' },
      { hash: 'f'.repeat(64) },
    ]
    for (const change of changes)
      expect(verifyChain(all.with(2, { ...third, ...change }))).toEqual({
        ok: false,
        error: { seq: 3 },
      })
    expect(verifyChain(all.toSpliced(2, 1))).toMatchObject({ ok: false, error: { seq: 3 } })
    expect(verifyChain(all.toSpliced(2, 0, third))).toMatchObject({ ok: false, error: { seq: 4 } })
    // A forger can close the changed one again, but not without changing every one after it.
    const forged = chained({ ...third, by: 'p01' }, all[1] ?? null)
    expect(verifyChain(all.with(2, forged))).toMatchObject({ ok: false, error: { seq: 4 } })
  })
})

describe.each([
  ['memory', memoryDecisions],
  ['SQLite', () => sqliteDecisions(openDatabase(':memory:'))],
])('%s decisions', (_name, open) => {
  it('keep what they were given, in order', async () => {
    const log = open()
    const all = await filled(log, 3)
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(await log.since(2)).toEqual(all.slice(2))
    expect(await log.find(made(2).id)).toEqual(all[1])
    expect(await log.find('0'.repeat(32))).toBeNull()
    expect(await log.last()).toEqual(all[2])
  })

  it('find those about one subject', async () => {
    const log = open()
    await filled(log, 2)
    await log.add(chained(made(3, 'review/r2'), await log.last()))
    expect((await log.of('peer-review', 'review/r2')).map(({ seq }) => seq)).toEqual([3])
    expect(await log.of('other', 'review/r2')).toEqual([])
  })

  it('take only the one that comes next', async () => {
    const log = open()
    const [first] = await filled(log, 1)
    if (!first) throw new Error('Nothing')
    await expect(log.add(first)).rejects.toThrow('Not the next decision')
    await expect(log.add(chained(made(9), null))).rejects.toThrow('Not the next decision')
    expect(await log.since(0)).toEqual([first])
  })
})

it('T31 shows one row that was changed in the database file', async () => {
  const db = openDatabase(':memory:')
  const log = sqliteDecisions(db)
  await filled(log, 5)
  db.prepare(`update decisions set body = replace(body, 'p03', 'p01') where seq = 4`).run()
  expect(verifyChain(await log.since(0))).toEqual({ ok: false, error: { seq: 4 } })
})
