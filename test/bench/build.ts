import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build, type InlineConfig } from 'vite'

/** npm runs scripts in the project's folder. */
const root = process.cwd()
export const at = (relative: string): string => path.join(root, relative)
export const RESULTS = at('node_modules/.cache/bench')

const NODE_ENTRIES = {
  main: 'sync-server/main.ts',
  worker: 'sync-server/worker/worker.ts',
  bare: 'test/bench/bare-relay.ts',
  storm: 'test/bench/storm-tablets.ts',
  load: 'test/bench/load-tablets.ts',
  fill: 'test/bench/cold-fill.ts',
  cold: 'test/bench/cold-clients.ts',
} as const

const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: { __APP_VERSION__: '"bench"' },
  resolve: { dedupe: ['yjs', 'lib0'] },
} satisfies InlineConfig

const output = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared-[hash].js',
} as const

/** A folder of one run, inside node_modules so that bundles find their packages. */
function outDir(name: string): string {
  const dir = path.join(RESULTS, `${name}-${process.pid}`)
  mkdirSync(dir, { recursive: true })
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export type Bundle = (name: keyof typeof NODE_ENTRIES) => string

/** Bundles the relay as the product does, and the processes that measure it. */
export async function buildForNode(): Promise<Bundle> {
  const dir = outDir('node')
  const entries = Object.entries(NODE_ENTRIES).map(([name, file]) => [name, at(file)] as const)
  await build({
    ...shared,
    build: {
      ssr: true,
      target: 'node20',
      outDir: dir,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: { input: Object.fromEntries(entries), output },
    },
  })
  return (name) => path.join(dir, `${name}.js`)
}

/** Bundles the page that the browser measures in. @returns its folder */
export async function buildPage(): Promise<string> {
  const dir = outDir('page')
  await build({
    ...shared,
    define: { ...shared.define, 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: dir,
      reportCompressedSize: false,
      modulePreload: false,
      rolldownOptions: { input: { page: at('test/bench/browser/page.ts') }, output },
    },
  })
  return dir
}

/**
 * Builds the whole app as it is delivered, beside whatever was built before.
 * @param readable leaves names as they are, for profiles
 * @returns its folder
 */
export async function buildApp(readable = false): Promise<string> {
  const dir = outDir('app')
  await build({
    root,
    configFile: at('vite.config.ts'),
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true, reportCompressedSize: false, minify: !readable },
  })
  return dir
}
