import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { classicStart } from './.ci/classic-start.ts'

const paper = '#f7f3ea'
const relay = 'http://localhost:8787'

const { version } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as { version: string }

/** The same sources are the same build, whenever and wherever it is made. */
function sourceStamp(): string {
  const all = createHash('sha256')
  for (const place of ['index.html', 'package-lock.json', 'public', 'src']) {
    const inside = place.includes('.') ? [place] : readdirSync(place, { recursive: true })
    const files = inside.map((name) => (place.includes('.') ? place : `${place}/${String(name)}`))
    for (const file of files.sort())
      if (statSync(file).isFile()) all.update(`${file}\0`).update(readFileSync(file))
  }
  return all.digest('hex').slice(0, 10)
}

function buildStamp(command: 'build' | 'serve'): string {
  if (command === 'serve') return 'dev'
  return process.env['CORRIDOR_BUILD'] ?? sourceStamp()
}

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'sw.ts',
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    id: '/',
    name: 'Corridor',
    short_name: 'Corridor',
    description: 'The notebook a school trust takes into its schools.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: 'en-GB',
    dir: 'ltr',
    categories: ['education', 'productivity'],
    theme_color: paper,
    background_color: paper,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: 'New note',
        url: '/capture',
        icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }],
      },
      {
        name: 'Today',
        url: '/',
        icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }],
      },
    ],
  },
  // The manifest's icons are in the glob already.
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: ['**/*.{js,css,html,svg,png,ico,webp,woff2,wasm}'],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  },
})

const RULES = /[\\/]src[\\/](domain|crdt|store)[\\/]|[\\/]node_modules[\\/](zod|@tabler)[\\/]/
const KIT = /[\\/]src[\\/]ui[\\/]/

/** Screens of one job are one file: the service worker fetches files one after the other. */
const featureOf = (id: string): string | null =>
  /[\\/]src[\\/]features[\\/]([a-z-]+)[\\/]/.exec(id)?.[1] ?? null

export default defineConfig(({ command }) => ({
  plugins: [react(), process.env['VITEST'] ? [] : [pwa, classicStart()]],
  define: { __APP_VERSION__: JSON.stringify(`${version}+${buildStamp(command)}`) },
  // Two copies of yjs do not recognise each other's types, and two of React break hooks.
  resolve: {
    dedupe: ['react', 'react-dom', 'yjs', 'lib0'],
    alias: [{ find: /^zod$/, replacement: '/src/app/zod-without-eval.ts' }],
  },
  build: {
    target: 'es2022',
    manifest: true,
    outDir: 'dist/app',
    // Scripts of later screens lie on the device already: naming them all beforehand would only make
    // the first load heavier. Their styles are found by this list alone.
    modulePreload: {
      resolveDependencies: (_file, deps, { hostType }) =>
        hostType === 'html' ? deps : deps.filter((dep) => dep.endsWith('.css')),
    },
    // One script and one style for the start: cut up by what later screens share with it, they were
    // eighty files, and the service worker was asked for each of them before anything was shown.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 3 },
            // Without what they import: that would put one job's parts, and heavy packages, into another's.
            { name: featureOf, priority: 2, includeDependenciesRecursively: false },
            { name: 'rules', test: RULES, priority: 1, includeDependenciesRecursively: false },
            {
              name: 'ui',
              test: KIT,
              minShareCount: 2,
              priority: 1,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: relay, changeOrigin: false },
      '/sync': { target: relay, changeOrigin: false, ws: true },
    },
  },
  test: {
    // How long a test takes is never what it proves; a machine may be slow.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    include: [
      'src/**/*.test.{ts,tsx}',
      'sync-server/**/*.test.ts',
      'test/contract/**/*.test.{ts,tsx}',
      'test/relay/**/*.test.ts',
      'test/simulation/**/*.test.ts',
    ],
    environment: 'node',
    setupFiles: ['test/helpers/setup.ts'],
    pool: 'forks',
    // By itself it leaves one core for watching, which is every other one of a small machine.
    maxWorkers: '100%',
    retry: 0,
    allowOnly: false,
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/results/vitest.json' }]],
  },
}))
