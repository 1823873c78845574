// Lets the side-by-side harness "peerbench" measure this relay as its peer `own`.
//
//   node test/bench/peer-adapter/build.mjs      # here; prints two lines to copy:
//   export OWN_CMD=… OWN_CLIENT=…               # in peerbench's folder
//   OWN_BELIEF='every row acknowledged after its commit' \
//     node bench.mjs w1 --peers own,hocuspocus,floor --n 60,200 --kill none,acked,converged --reps 3
//
// The bundles lie in node_modules/.cache/bench/peer, where they find this project's packages.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const outDir = path.join(root, 'node_modules/.cache/bench/peer')
/** @param {string} file */
const at = (file) => path.join(root, file)

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: { __APP_VERSION__: '"bench"' },
  resolve: { dedupe: ['yjs', 'lib0'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        serve: at('test/bench/peer-adapter/serve.ts'),
        client: at('test/bench/peer-adapter/client.ts'),
        worker: at('sync-server/worker/worker.ts'),
      },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
})

const serve = JSON.stringify(['node', path.join(outDir, 'serve.js')])
console.log(`export OWN_CMD='${serve}'`)
console.log(`export OWN_CLIENT='${path.join(outDir, 'client.js')}'`)
