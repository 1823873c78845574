// Runs one TypeScript file of ours on Node 20, which cannot: node .ci/run-ts.mjs FILE [ARGUMENT…]
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/** @param {string} file @param {string[]} args */
export async function runTs(file, args) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const name = path.basename(file).replace(/\.tsx?$/, '')
  // One folder for each run, so that two at once do not overwrite each other; inside node_modules,
  // so that the bundle finds the packages it leaves outside.
  const outDir = path.join(root, 'node_modules/.cache/run-ts', `${name}-${process.pid}`)
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __APP_VERSION__: '"run"' },
    resolve: { dedupe: ['yjs', 'lib0'] },
    build: {
      ssr: path.resolve(file),
      target: 'node20',
      outDir,
      emptyOutDir: true,
      sourcemap: 'inline',
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          format: 'esm',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  })
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }))
  process.setSourceMapsEnabled(true)
  const bundle = path.join(outDir, `${name}.mjs`)
  process.argv.splice(1, process.argv.length, bundle, ...args)
  await import(pathToFileURL(bundle).href)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Error('Name the file to run')
  await runTs(file, args)
}
