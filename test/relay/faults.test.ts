import { describe, expect, it } from 'vitest'
import type { RelayMessage } from '../../src/domain/wire/messages.ts'
import { openDatabase, type Db } from '../../sync-server/database.ts'
import { sqliteDecisions } from '../../sync-server/decisions/sqlite.ts'
import { verifyChain } from '../../sync-server/decisions/chain.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { deviceOf, editor, rowOf, typeInto } from './rows.ts'
import { type FakeDevice, openWorld, quiet } from './world.ts'

const DOC = 'review/r1'
const CALLS = new Set<PropertyKey>(['run', 'get', 'all'])

/** The database with one call that fails, before it did its work or after. */
function failing(db: Db) {
  const state = { calls: 0, failAt: 0, done: false }
  const wrap = (statement: object): object =>
    new Proxy(statement, {
      get(target, key) {
        const own: unknown = Reflect.get(target, key)
        if (!CALLS.has(key) || typeof own !== 'function') return own
        return (...values: unknown[]) => {
          state.calls++
          const fails = state.calls === state.failAt
          if (fails && !state.done) throw new Error('disk I/O error')
          const result: unknown = Reflect.apply(own, target, values)
          if (fails) throw new Error('disk I/O error')
          return result
        }
      },
    })
  const proxy = new Proxy(db, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key)
      if (typeof own !== 'function') return own
      const bound = own.bind(target) as (...values: unknown[]) => unknown
      return key === 'prepare' ? (...values: unknown[]) => wrap(bound(...values) as object) : bound
    },
  })
  return { db: proxy, state }
}

interface Attempt {
  readonly acked: Set<string>
  /** Decisions confirmed to anybody. */
  readonly decided: number
}

/** The script: two people write, one steps a review on, with the `failAt`-th call failing. */
async function run(failAt: number, done = false) {
  const real = openDatabase(':memory:')
  const { db, state } = failing(real)
  const log = sqliteLog(db)
  const decisions = sqliteDecisions(db)
  const world = openWorld({ log, decisions })
  state.calls = 0
  state.failAt = failAt
  state.done = done
  const [a, b] = [editor(1), editor(2)]
  const rows = (from: typeof a, device: string) =>
    ['one ', 'two ', 'three '].map((word) => rowOf(DOC, from.one(typeInto(word)), { device }))
  const mine = rows(a, deviceOf('a'))
  const theirs = rows(b, deviceOf('b'))
  const refused = rowOf('review/other', new Uint8Array([1, 2, 3]), { device: deviceOf('a') })
  const step = {
    id: '5'.repeat(32),
    machine: 'peer-review',
    subject: DOC,
    from: 'planned',
    to: 'focus_sent',
    reason: null,
    madeAt: 1,
  }

  const heard: RelayMessage[] = []
  const everyone = async (): Promise<FakeDevice[]> => {
    const all = [world.device('p04', 'a'), world.device('p05', 'b'), world.device('p03', 'c')]
    await Promise.all(all.map((device) => device.settled()))
    return all
  }
  const attempt = async (): Promise<Attempt> => {
    const all = await everyone()
    const [one, two, head] = all
    one?.say({ type: 'push', rows: [...mine, refused] })
    two?.say({ type: 'push', rows: theirs })
    head?.say({ type: 'propose', proposal: step })
    await Promise.all(all.map((device) => device.settled()))
    await quiet()
    heard.push(...all.flatMap((device) => device.got))
    for (const device of all) device.closed()
    const decided = heard.flatMap((m) => (m.type === 'decided' ? [m.decision.id] : []))
    const acked = heard.flatMap((m) => (m.type === 'ack' ? m.rows.map(({ id }) => id) : []))
    return { acked: new Set(acked), decided: new Set(decided).size }
  }

  const first = await attempt()
  const durable = new Set((await sqliteLog(real).after(DOC, 0, 100)).map(({ id }) => id))
  const chain = await sqliteDecisions(real).since(0)
  state.failAt = 0
  const second = await attempt()
  const kept = await sqliteLog(real).after(DOC, 0, 100)
  return {
    first,
    durable,
    chain,
    second,
    kept,
    calls: state.calls,
    wanted: [...mine, ...theirs],
    log,
  }
}

describe('T10 the Nth call to the database fails', () => {
  it.each([
    ['before its work', false],
    ['after its work', true],
  ])(
    'T10 %s, for every N: no false ack, and trying again completes',
    async (_when, done) => {
      const { calls } = await run(0)
      expect(calls).toBeGreaterThan(40)
      for (let n = 1; n <= calls; n++) {
        const { first, durable, chain, second, kept, wanted } = await run(n, done)
        for (const id of first.acked) expect(durable, `call ${n}`).toContain(id)
        expect(first.decided, `call ${n}`).toBeLessThanOrEqual(chain.length)
        expect([...second.acked].sort(), `call ${n}`).toEqual(wanted.map(({ id }) => id).sort())
        expect(second.decided, `call ${n}`).toBeGreaterThan(0)
        expect(
          kept.map(({ seq }) => seq),
          `call ${n}`,
        ).toEqual([1, 2, 3, 4, 5, 6])
        expect(verifyChain(chain).ok, `call ${n}`).toBe(true)
      }
    },
    60_000,
  )

  it('T10 a failed transaction leaves nothing behind, whichever call of it failed', async () => {
    const real = openDatabase(':memory:')
    const { db, state } = failing(real)
    const log = sqliteLog(db)
    const good = rowOf(DOC, editor(1).one(typeInto('a')))
    const entry = (row: typeof good, client: number) => ({
      ...row,
      person: 'p04',
      receivedAt: 1,
      facts: { adds: [{ client, from: 0, to: 1 }], deletes: [], needs: [] },
    })
    const pair = [entry(good, 1), entry(rowOf('trust', new Uint8Array([0, 0])), 2)]
    for (let n = 1; ; n++) {
      state.calls = 0
      state.failAt = n
      const stored = await log.append(pair).then(
        () => true,
        () => false,
      )
      if (stored) break
      expect(real.inTransaction).toBe(false)
      expect(real.prepare('select count(*) as n from rows').get()).toEqual({ n: 0 })
      expect(real.prepare('select count(*) as n from docs').get()).toEqual({ n: 0 })
      expect(real.prepare('select count(*) as n from clients').get()).toEqual({ n: 0 })
      expect(n).toBeLessThan(100)
    }
    state.failAt = 0
    expect(await log.head(DOC)).toBe(1)
  })
})
