import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
})
const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const packages = Object.entries(lock.packages).filter(([where]) => where !== '')

/** What may be in what we ship. */
const SHIPPED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])
/** What may help to build and test, and is not shipped: data, and weak copyleft used unchanged. */
const TOOLS = new Set([...SHIPPED, 'BSD', 'CC-BY-4.0', 'MPL-2.0'])

/** Packages whose licence stands in a file of theirs and not in their manifest. */
const IN_A_FILE: Readonly<Record<string, string>> = {
  'node_modules/combine-errors': 'Readme.md',
  'node_modules/png-js': 'LICENSE',
}

function licenceOf(where: string, named: string | undefined): string {
  if (named !== undefined) return named
  const file = IN_A_FILE[where]
  const text = file === undefined ? '' : readFileSync(path.join(where, file), 'utf8')
  return /^MIT( License)?$/m.test(text) ? 'MIT' : 'none'
}

/** An expression of licences: of several to choose from one is enough, of several together all count. */
function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\(|\)$/g, '')
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => isAllowed(one, allowed))
  return plain.split(' AND ').every((one) => allowed.has(one))
}

describe('T40 what we depend on', () => {
  it('T40 is under licences that let us ship it, or only help to build', () => {
    const others = packages
      .map(([where, { license, dev }]) => ({ where, dev, licence: licenceOf(where, license) }))
      .filter(({ licence, dev }) => !isAllowed(licence, dev ? TOOLS : SHIPPED))
      .map(({ where, licence }) => `${where}: ${licence}`)
    expect(others).toEqual([])
  })

  it('T40 is named with its exact version and the hash of what it must be', () => {
    const loose = packages.filter(
      ([, { version, integrity, link }]) =>
        link !== true && (version === undefined || !integrity?.startsWith('sha512-')),
    )
    expect(loose.map(([where]) => where)).toEqual([])
  })

  it('T40 has one copy of yjs and of React: two of either break what they hold', () => {
    for (const name of ['yjs', 'react', 'react-dom'])
      expect(packages.filter(([where]) => where.endsWith(`node_modules/${name}`))).toHaveLength(1)
  })
})

const TOP = ['src', 'public', 'sync-server', 'test', 'docs', '.ci']
const TEXT = /\.(ts|tsx|mjs|js|json|md|html|css|txt|svg|yml|yaml|env)$/

const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  'an AWS key': /\bAKIA[0-9A-Z]{16}\b/,
  'a GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  'a Google key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a Slack token': /\bxox[abprs]-[0-9A-Za-z-]{10,}\b/,
  'an npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'a JSON web token': /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./,
  'a password in an address': /\b[a-z]+:\/\/[^\s/:@'"`$]+:[^\s/:@'"`$]{3,}@[a-z0-9]/i,
  'a secret written out':
    /\b(?:api[_-]?key|client[_-]?secret|password)\b['"]?\s*[:=]\s*['"][A-Za-z0-9+/_-]{20,}['"]/i,
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

const secretsIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []))

describe('T40 secrets', () => {
  it('T40 none lies in the repository', () => {
    const own = readdirSync('.').filter((name) => TEXT.test(name) || name.startsWith('.env'))
    const files = [...own, ...TOP.flatMap(filesIn)]
    expect(files.length).toBeGreaterThan(300)
    const found = files.flatMap((file) =>
      secretsIn(readFileSync(file, 'utf8')).map((what) => `${file}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it('T40 one that did would be found', () => {
    const made = {
      'a private key': `-----BEGIN ${'EC '}PRIVATE KEY-----`,
      'an AWS key': `AKIA${'A1'.repeat(8)}`,
      'a GitHub token': `ghp_${'a1'.repeat(18)}`,
      'a Google key': `AIza${'a'.repeat(35)}`,
      'a Slack token': `xoxb-${'1'.repeat(12)}`,
      'an npm token': `npm_${'a'.repeat(36)}`,
      'a JSON web token': `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.c`,
      'a password in an address': `https://someone:${'hunter22'}@example.org`,
      'a secret written out': `client_secret = "${'Ab1'.repeat(8)}"`,
    }
    for (const [what, text] of Object.entries(made)) expect(secretsIn(text)).toContain(what)
  })
})
