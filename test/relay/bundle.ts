import { rmSync } from 'node:fs'
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
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  })
  return {
    main: path.join(outDir, 'main.mjs'),
    worker: pathToFileURL(path.join(outDir, 'worker.mjs')),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  }
}
