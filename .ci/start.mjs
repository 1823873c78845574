import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'

buildIfStale()

// In this process, so that a signal to stop reaches the relay itself.
const main = new URL('../dist/server/main.js', import.meta.url)
process.argv[1] = fileURLToPath(main)
await import(main.href)
