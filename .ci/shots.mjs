import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { runTs } from './run-ts.mjs'

buildIfStale()
// The bundled script lies elsewhere than its source, so it cannot find the build from where it is.
process.env['CORRIDOR_DIST'] = fileURLToPath(new URL('../dist', import.meta.url))
process.env['CHROMIUM_PATH'] = ensureChromium()
await runTs('test/e2e/shots.ts', process.argv.slice(2))
