// Builds everything twice from nothing and compares each file: node .ci/repro.mjs
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = path.join(root, 'node_modules/vite/bin/vite.js')

/** @param {string} outDir @returns {Map<string, string>} each file's hash by its path */
function buildInto(outDir) {
  for (const [name, args] of /** @type {const} */ ([
    ['app', []],
    ['server', ['-c', 'sync-server/vite.config.ts']],
  ])) {
    const to = path.join(outDir, name)
    const ran = spawnSync(
      process.execPath,
      [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', to, ...args],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    if (ran.status !== 0) process.exit(ran.status ?? 1)
  }
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  const hashOf = (/** @type {string} */ file) =>
    createHash('sha256').update(readFileSync(file)).digest('hex')
  return new Map(files.map((file) => [path.relative(outDir, file), hashOf(file)]))
}

// Side by side, so that what is written relative to the sources is the same.
const folders = ['dist/repro-a', 'dist/repro-b'].map((name) => path.join(root, name))
const [first, second] = folders.map(buildInto)
for (const folder of folders) rmSync(folder, { recursive: true, force: true })

const names = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].sort()
const differing = names.filter((name) => first?.get(name) !== second?.get(name))
const whole = createHash('sha256')
for (const name of names) whole.update(`${name} ${first?.get(name)}\n`)
console.log(`${names.length} files, ${differing.length} differ`)
for (const name of differing) console.log(`  ${name}`)
console.log(`sha256 of all: ${whole.digest('hex')}`)
process.exitCode = differing.length === 0 && names.length > 0 ? 0 : 1
