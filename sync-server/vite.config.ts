import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  publicDir: false,
  resolve: { dedupe: ['yjs', 'lib0'] },
  // One copy of yjs in the process, ours and every dependency's: so no package is bundled.
  ssr: { target: 'node', noExternal: [] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../dist/server'),
    emptyOutDir: true,
    copyPublicDir: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: here('./main.ts'), worker: here('./worker/worker.ts') },
      output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
})
