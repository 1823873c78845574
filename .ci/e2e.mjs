import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.mjs'
import { ensureChromium } from './ensure-chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')

buildIfStale()

const args = [cli, 'test', '-c', 'test/e2e/playwright.config.ts', ...process.argv.slice(2)]
const ran = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: ensureChromium() },
})
process.exitCode = ran.status ?? 1
