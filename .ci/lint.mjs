import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { roomsOf } from './walls.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const oxlint = path.join(here, '../node_modules/oxlint/bin/oxlint')
const tests = '*.test.{ts,tsx}'

const reachOutside = `
  fetch crypto performance navigator process console globalThis window self document
  localStorage sessionStorage indexedDB caches WebSocket Worker XMLHttpRequest EventSource
  BroadcastChannel setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame
  requestIdleCallback
`
  .trim()
  .split(/\s+/)

const rules = {
  eqeqeq: 'error',
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
  'import/no-cycle': 'error',
  'react/rules-of-hooks': 'error',
  'react/exhaustive-deps': 'error',
  // These two guess at the React compiler's needs, which we do not use: they refuse a component
  // read from context, and a ref handed on by a render function.
  'react/static-components': 'off',
  'react/refs': 'off',
  // An <output> is a form's result; a line that speaks up when it changes is a status.
  'jsx-a11y/prefer-tag-over-role': 'off',
  // Capture opens ready to write, and the kit passes that on.
  'jsx-a11y/no-autofocus': 'off',
  // A region that scrolls must be reachable from the keyboard.
  'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region'], tags: [] }],
  // A Yjs text is read with toString, and says what it holds.
  'typescript/no-base-to-string': [
    'error',
    { ignoredTypeNames: ['Text', 'YText', 'Error', 'URL'] },
  ],
  // Our ports are plain objects over closures: nothing in them reads `this`.
  'typescript/unbound-method': 'off',
  'typescript/no-explicit-any': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

/** @param {string} root @param {import('./walls.mjs').Room} room */
function wallsOf(root, room) {
  const inside = `**/${room.home}/**`
  const may = [...room.may, 'test', 'src/app']
  return [
    {
      files: [`${inside}/*.{ts,tsx}`],
      rules: {
        'corridor/walls': ['error', { ...room, root }],
        ...(room.pure && {
          'corridor/pure': 'error',
          'no-restricted-globals': ['error', ...reachOutside],
        }),
      },
    },
    {
      files: [`${inside}/${tests}`],
      rules: {
        'corridor/walls': ['error', { home: room.home, may, node: true, root }],
        'corridor/pure': 'off',
        'no-restricted-globals': 'off',
      },
    },
  ]
}

/** @param {string} root @returns the whole configuration, its walls read from the folders */
export function lintConfig(root) {
  return {
    plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'import', 'vitest'],
    jsPlugins: [path.join(here, 'walls.mjs')],
    categories: { correctness: 'error' },
    env: { browser: true, node: true, es2024: true },
    rules,
    overrides: [
      ...roomsOf(root).flatMap((room) => wallsOf(root, room)),
      {
        files: [`**/${tests}`, '**/test/**'],
        rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
      },
      // Playwright hands a fixture on by a function that it calls `use`; no React is near.
      { files: ['**/test/e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
      // Plain JavaScript annotates in comments, where a foreign syntax tree has no better name.
      { files: ['**/.ci/*.mjs'], rules: { 'typescript/no-explicit-any': 'off' } },
    ],
  }
}

/**
 * @param {string} root
 * @param {{ args?: string[], stdio?: 'inherit' | 'pipe' }} [options]
 */
export function lint(root, { args = [], stdio = 'inherit' } = {}) {
  const cache = path.join(root, 'node_modules/.cache')
  const config = path.join(cache, 'oxlint.json')
  mkdirSync(cache, { recursive: true })
  writeFileSync(config, JSON.stringify(lintConfig(root), null, 2))
  const places = ['src', 'sync-server', 'test', '.ci', 'vite.config.ts']
  const present = places.filter((place) => existsSync(path.join(root, place)))
  return spawnSync(
    process.execPath,
    [oxlint, '-c', config, '--deny-warnings', ...args, ...present],
    {
      cwd: root,
      stdio,
      encoding: 'utf8',
    },
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = ['--type-aware', '--report-unused-disable-directives', ...process.argv.slice(2)]
  process.exitCode = lint(path.dirname(here), { args }).status ?? 1
}
