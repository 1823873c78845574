import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The relay as it ships, bundled once for a test file. Inside node_modules, where it finds its packages. */
export async function bundleRelay() {
  const outDir = path.join(root, 'node_modules/.cache/relay-bundle', String(process.pid))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { dedupe: ['yjs', 'lib0'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          main: path.join(root, 'sync-server/main.ts'),
          worker: path.join(root, 'sync-server/worker/worker.ts'),
        },
        output: {
          format: 'esm',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  })
  // Folders below node_modules do not inherit what kind of modules they hold.
  writeFileSync(path.join(outDir, 'package.json'), '{"type":"module"}')
  return {
    main: path.join(outDir, 'main.js'),
    worker: pathToFileURL(path.join(outDir, 'worker.js')),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  }
}
