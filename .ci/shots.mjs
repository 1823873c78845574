import { buildIfStale } from './build-if-stale.mjs'
import { ensureChromium } from './ensure-chromium.mjs'
import { runTs } from './run-ts.mjs'

buildIfStale()
process.env['CHROMIUM_PATH'] = ensureChromium()
await runTs('test/e2e/shots.ts', process.argv.slice(2))
