import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import { decodeRelayMessage, encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import type { DeviceMessage, PushRow } from '../../src/domain/wire/messages.ts'
import { londonDate } from '../../src/domain/london.ts'
import { bundleRelay } from './bundle.ts'
import { crafted } from './mutants.ts'
import { deviceOf, nextId, rowOf } from './rows.ts'

const KILLS = Number(process.env['KILLS'] ?? 20)
const ACKS = Number(process.env['ACKS'] ?? 20_000)
const TEAM = ['p01', 'p02', 'p03', 'p04', 'p05', 'p07']
const BATCH = 20
const IN_FLIGHT = 400

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-kill-'))
const dataDir = path.join(folder, 'data')
let relay: Awaited<ReturnType<typeof bundleRelay>>
const children = new Set<ChildProcess>()

beforeAll(async () => {
  relay = await bundleRelay()
}, 60_000)
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  relay.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A real relay process on a free port. */
async function launch() {
  const child = spawn(process.execPath, [relay.main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let said = ''
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      children.delete(child)
      resolve(code)
    }),
  )
  const base = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (data: Buffer) => {
      const found = /http:\/\/\S+/.exec(data.toString())
      if (found) resolve(found[0])
    })
    void ended.then(() => reject(new Error(`The relay did not start: ${said}`)))
  })
  return { child, base, ended, said: () => said }
}

async function signIn(base: string, person: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { origin: base },
    body: JSON.stringify({ person }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Acked {
  readonly doc: string
  readonly seq: number
}

/** One person's tablet: writes without pause, sends again what was not acknowledged. */
class Tablet {
  readonly acked = new Map<string, Acked>()
  readonly waiting = new Map<string, PushRow>()
  readonly wrong: string[] = []
  cookie = ''
  #socket: WebSocket | null = null
  #client = 0
  #clock = 0
  readonly #doc: string
  readonly #device: string

  constructor(person: string, index: number) {
    this.#doc = `review/rookery-pond-${londonDate(Date.now())}/notes/${person}`
    this.#device = deviceOf(String(index + 1))
    this.#client = 1000 * (index + 1)
  }

  get doc() {
    return this.#doc
  }

  async connect(base: string) {
    const url = `${base.replace('http', 'ws')}/sync`
    const socket = new WebSocket(url, { headers: { origin: base, cookie: this.cookie } })
    this.#socket = socket
    socket.on('error', () => {})
    socket.on('message', (data: Buffer) => this.#hear(data))
    await new Promise((resolve) => socket.on('open', resolve))
    this.#say({ type: 'hello', protocol: 1, device: this.#device, app: 'x', journalHigh: 1 })
    const unsent = [...this.waiting.values()]
    for (let i = 0; i < unsent.length; i += BATCH)
      this.#say({ type: 'push', rows: unsent.slice(i, i + BATCH) })
    // A new session of the app writes under a new clientID.
    this.#client++
    this.#clock = 0
    this.write()
  }

  write() {
    while (this.waiting.size < IN_FLIGHT) {
      const rows = Array.from({ length: BATCH }, () => this.#row())
      for (const row of rows) this.waiting.set(row.id, row)
      this.#say({ type: 'push', rows })
    }
  }

  drop() {
    this.#socket?.terminate()
    this.#socket = null
  }

  #row(): PushRow {
    const clock = this.#clock++
    const part =
      clock === 0 ? { text: 'x' } : { origin: [this.#client, clock - 1] as const, text: 'x' }
    return rowOf(this.#doc, crafted(this.#client, clock, [part]), {
      id: nextId(),
      device: this.#device,
    })
  }

  #say(message: DeviceMessage) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(encodeDeviceMessage(message))
  }

  #hear(data: Buffer) {
    const message = decodeRelayMessage(data)
    if (!message.ok) return void this.wrong.push(message.error)
    const { value } = message
    if (value.type === 'ack')
      for (const { id, doc, seq } of value.rows) {
        const before = this.acked.get(id)
        if (before && before.seq !== seq) this.wrong.push(`${id} was ${before.seq}, is ${seq}`)
        this.acked.set(id, { doc, seq })
        this.waiting.delete(id)
      }
    else if (value.type === 'refused') this.wrong.push(...value.rows.map(({ reason }) => reason))
    if (value.type === 'retry')
      for (const { id } of value.rows) {
        const row = this.waiting.get(id)
        if (row) setTimeout(() => this.#say({ type: 'push', rows: [row] }), 50)
      }
    else this.write()
  }
}

const total = (tablets: readonly Tablet[]) =>
  tablets.reduce((sum, { acked }) => sum + acked.size, 0)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface StoredRow {
  readonly id: Buffer
  readonly doc: string
  readonly seq: number
}

function check(tablets: readonly Tablet[]) {
  const db = new Database(path.join(dataDir, 'corridor.sqlite'))
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const stored = new Map<string, Acked>()
    const seqs = new Map<string, number>()
    const rows = db
      .prepare<[], StoredRow>(
        'select r.id, d.name as doc, seq from rows r join docs d on d.id = r.doc order by r.pos',
      )
      .all()
    for (const { id, doc, seq } of rows) {
      stored.set(id.toString('hex'), { doc, seq })
      expect(seq).toBe((seqs.get(doc) ?? 0) + 1)
      seqs.set(doc, seq)
    }
    const lost = tablets.flatMap(({ acked }) =>
      [...acked].filter(([id, { doc, seq }]) => {
        const kept = stored.get(id)
        return kept?.doc !== doc || kept.seq !== seq
      }),
    )
    expect(lost).toEqual([])
  } finally {
    db.close()
  }
}

it(`T9 ${KILLS} times kill -9 under load: every acknowledged row is there again`, async () => {
  const tablets = TEAM.map((person, index) => new Tablet(person, index))
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, base, ended, said } = await launch()
    if (kill === 0)
      for (const [index, tablet] of tablets.entries())
        tablet.cookie = await signIn(base, TEAM[index] ?? '')
    const before = total(tablets)
    const share = Math.ceil((ACKS - before) / (KILLS - kill))
    await Promise.all(tablets.map((tablet) => tablet.connect(base)))
    for (let i = 0; total(tablets) - before < share && i < 6000; i++) await pause(5)
    await pause((kill * 7) % 40)
    child.kill('SIGKILL')
    await ended
    for (const tablet of tablets) tablet.drop()
    expect(said()).toBe('')
    check(tablets)
  }
  expect(total(tablets)).toBeGreaterThanOrEqual(ACKS)
  expect(tablets.flatMap(({ wrong }) => wrong)).toEqual([])

  // What was on its way at the last kill is sent again and acknowledged: nothing is lost or kept twice.
  const last = await launch()
  await Promise.all(tablets.map((tablet) => tablet.connect(last.base)))
  const unsent = tablets.flatMap(({ waiting }) => [...waiting.keys()])
  for (let i = 0; i < 2000; i++) {
    if (unsent.every((id) => tablets.some(({ acked }) => acked.has(id)))) break
    await pause(5)
  }
  for (const tablet of tablets) tablet.drop()
  last.child.kill('SIGTERM')
  expect(await last.ended).toBe(0)
  check(tablets)
  expect(unsent.filter((id) => !tablets.some(({ acked }) => acked.has(id)))).toEqual([])
}, 600_000)
