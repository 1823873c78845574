import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function installed() {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`CHROMIUM_PATH names no file: ${asked}`)
  }
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  for (const name of names) {
    const found = spawnSync('which', [name], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return null
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null
  const options = {
    stdio: /** @type {['ignore', 2, 2]} */ (['ignore', 2, 2]),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  const lock = ['-o', 'DPkg::Lock::Timeout=300']
  const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core']
  spawnSync('apt-get', [...lock, 'update', '-qq'], options)
  spawnSync('apt-get', [...lock, 'install', '-y', '-qq', ...packages], options)
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null
}

function installWithPlaywright() {
  const require = createRequire(import.meta.url)
  const cli = require.resolve('@playwright/test/cli')
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = require('@playwright/test')
  return chromium.executablePath()
}

/** Finds a Chromium, or fetches one. @returns {string} its executable */
export function ensureChromium() {
  return installed() ?? installOnDebian() ?? installWithPlaywright()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium())
