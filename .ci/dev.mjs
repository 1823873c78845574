import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = 'node_modules/vite/bin/vite.js'

buildIfStale()

const children = [
  [vite, 'build', '--watch', '--logLevel', 'warn', '-c', 'sync-server/vite.config.ts'],
  ['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/server/main.js'],
  [vite],
].map((args) =>
  spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }),
)

const stop = () => children.forEach((child) => child.kill())
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
