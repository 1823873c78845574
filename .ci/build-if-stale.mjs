import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = ['index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const products = ['dist/app/index.html', 'dist/server/main.js']

/** @param {string} folder @returns {number} the time of its newest file or folder */
function newestIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  const times = entries.map((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? newestIn(full) : statSync(full).mtimeMs
  })
  // The folder itself too: its time is all that a deleted file leaves behind.
  return Math.max(statSync(folder).mtimeMs, ...times)
}

function isStale() {
  const built = products.map(
    (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  const sources = [
    ...files.map((file) => statSync(path.join(root, file)).mtimeMs),
    ...['src', 'sync-server', 'public'].map((folder) => newestIn(path.join(root, folder))),
  ]
  return Math.min(...built) < Math.max(...sources)
}

/** Builds app and server unless both are newer than all they are made of. */
export function buildIfStale() {
  if (!isStale()) return
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  for (const args of [[], ['-c', 'sync-server/vite.config.ts']]) {
    const ran = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    if (ran.status !== 0) process.exit(ran.status ?? 1)
  }
}
