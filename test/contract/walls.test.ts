import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lint } from '../../.ci/lint.mjs'

const refused: [file: string, code: string][] = [
  ['src/domain/a.ts', "import '../store/x.ts'"],
  ['src/domain/b.ts', "import '../crdt/x.ts'"],
  ['src/domain/deep/c.ts', "export * from '../../ui/x.ts'"],
  ['src/domain/d.ts', "import type { X } from '../store/x.ts'"],
  ['src/domain/e.ts', "export type X = typeof import('../store/x.ts')"],
  ['src/domain/f.ts', "export const load = () => import('../store/x.ts')"],
  ['src/domain/g.ts', "import 'yjs'"],
  ['src/domain/h.ts', "import 'react'"],
  ['src/domain/i.ts', "import 'dexie'"],
  ['src/domain/j.ts', "import 'node:fs'"],
  ['src/domain/k.ts', "import 'fs/promises'"],
  ['src/domain/l.ts', "import 'lib0/random'"],
  ['src/domain/m.ts', 'export const x = Date.now()'],
  ['src/domain/n.ts', 'export const x = new Date()'],
  ['src/domain/o.ts', 'export const x = Math.random()'],
  ['src/domain/p.ts', 'export const x = crypto.randomUUID()'],
  ['src/domain/q.ts', 'setTimeout(() => {}, 1)'],
  ['src/domain/r.ts', "export const x = fetch('/')"],
  ['src/domain/s.ts', 'export const x = globalThis.Date'],
  ['src/domain/t.ts', "export const x = Date['now']()"],
  ['src/domain/u.ts', 'export const load = (x: string) => import(x)'],
  ['src/domain/v.test.ts', "import '../store/x.ts'"],
  ['src/crdt/a.ts', "import '../store/x.ts'"],
  ['src/crdt/b.ts', "import 'dexie'"],
  ['src/crdt/c.ts', 'export const x = Date.now()'],
  ['src/store/a.ts', "import '../sync/x.ts'"],
  ['src/store/b.ts', "import '../ui/x.ts'"],
  ['src/store/c.ts', "import 'node:fs'"],
  ['src/sync/a.ts', "import '../ui/x.ts'"],
  ['src/sync/b.ts', "import '../features/one/x.ts'"],
  ['src/ui/a.tsx', "import '../domain/x.ts'"],
  ['src/ui/c.tsx', "import '../domain/papers.ts'"],
  ['src/ui/b.tsx', "import '../store/x.ts'"],
  ['src/features/one/a.ts', "import '../two/x.ts'"],
  ['src/features/one/b.ts', "import '../../app/x.ts'"],
  ['src/features/one/c.ts', "import '../../sync/x.ts'"],
  ['src/features/one/d.ts', "import '../one/../two/x.ts'"],
  ['src/features/one/e.ts', "import '/src/features/two/x.ts'"],
  ['src/features/one/f.ts', "import '../../../sync-server/x.ts'"],
  ['src/features/one/g.ts', "export const all = import.meta.glob('../two/*.ts')"],
  ['src/features/one/h.ts', "import '../../../test/helpers/x.ts'"],
  ['src/features/one/i.test.ts', "import '../two/x.ts'"],
  ['src/features/feature.ts', "import './one/x.ts'"],
  ['src/app/a.ts', "import '../../sync-server/x.ts'"],
  ['src/nowhere/a.ts', "import '../store/x.ts'"],
  ['src/sw.ts', "import './store/x.ts'"],
  ['sync-server/a.ts', "import '../src/store/x.ts'"],
  ['sync-server/log/b.ts', "import '../../src/sync/x.ts'"],
  ['sync-server/c.ts', "import '../src/app/x.ts'"],
]

const allowed: [file: string, code: string][] = [
  ['src/domain/ok-a.ts', "import { z } from 'zod'\nexport const x = z"],
  ['src/domain/ok-b.ts', "import './deep/ok-c.ts'"],
  ['src/domain/deep/ok-c.ts', "import 'lib0/encoding'\nimport 'crc-32'"],
  ['src/domain/ok-d.ts', 'export const at = (now: number) => new Date(now)'],
  ['src/domain/ok-e.ts', 'export const next = (fetch: () => number) => fetch()'],
  ['src/domain/ok.test.ts', "import '../../test/helpers/x.ts'\nexport const x = Date.now()"],
  ['src/crdt/ok.ts', "import 'yjs'\nimport 'lib0/encoding'\nimport '../domain/x.ts'"],
  ['src/store/ok.ts', "import 'dexie'\nimport '../crdt/x.ts'\nimport '../domain/x.ts'"],
  ['src/sync/ok.ts', "import '../store/x.ts'\nimport '../crdt/x.ts'\nimport '../domain/x.ts'"],
  ['src/ui/ok.tsx', "import 'react'\nimport './deep/x.ts'\nimport '../domain/paper.ts'"],
  ['src/features/one/ok.ts', "import '../feature.ts'\nimport '../../ui/x.ts'\nimport './x.ts'"],
  ['src/features/one/ok-b.ts', "import '../../store/x.ts'\nimport '../../crdt/x.ts'"],
  ['src/features/one/ok-c.ts', "export const form = () => import('./form.tsx')"],
  ['src/app/ok.ts', "export const all = import.meta.glob('../features/*/feature.ts')"],
  ['src/app/ok-b.ts', "import '../sync/x.ts'\nimport '../features/one/x.ts'"],
  ['sync-server/ok.ts', "import 'node:fs'\nimport 'hono'\nimport '../src/domain/x.ts'"],
  ['sync-server/log/ok.ts', "import '../../src/crdt/x.ts'\nimport '../x.ts'"],
  ['test/helpers/ok.ts', "import '../../src/app/x.ts'\nimport '../../sync-server/x.ts'"],
]

interface Report {
  diagnostics: { filename: string; code: string; message: string }[]
}

const wallRules = ['corridor(walls)', 'corridor(pure)', 'eslint(no-restricted-globals)']
let root: string
let complaints: Map<string, string[]>

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'corridor-walls-'))
  for (const [file, code] of [...refused, ...allowed]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), `${code}\n`)
  }
  mkdirSync(path.join(root, 'src/features/two'), { recursive: true })
  const ran = lint(root, { args: ['-f', 'json'], stdio: 'pipe' })
  const { diagnostics } = JSON.parse(ran.stdout) as Report
  complaints = new Map()
  for (const { filename, code, message } of diagnostics) {
    if (!wallRules.includes(code)) continue
    complaints.set(filename, [...(complaints.get(filename) ?? []), message])
  }
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the walls', () => {
  test.each(refused)('refuse %s: %s', (file) => {
    expect(complaints.get(file)).toHaveLength(1)
  })

  test.each(allowed)('let pass %s: %s', (file) => {
    expect(complaints.get(file)).toBeUndefined()
  })

  test('stand around every folder there is', () => {
    const known = ['app', 'crdt', 'domain', 'features', 'store', 'sync', 'ui']
    const entries = readdirSync(new URL('../../src', import.meta.url), { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    expect(folders.filter((folder) => !known.includes(folder))).toEqual([])
  })
})
