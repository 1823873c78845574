import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 280_000
// What the first screen loads besides the entry and all that the entry imports.
const home = [/^src\/features\/peer-review\/home[^/]*\.tsx$/]

const dist = new URL('../dist/app/', import.meta.url)

/** @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[] }} Chunk */
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** @type {Set<string>} */
const first = new Set()

/** @param {string} key */
function load(key) {
  const chunk = manifest[key]
  if (!chunk || first.has(chunk.file)) return
  first.add(chunk.file)
  chunk.imports?.forEach(load)
}

// The start itself is no module, so only the page names it.
const page = readFileSync(new URL('index.html', dist), 'utf8')
for (const [, file] of page.matchAll(/<script[^>]* src="\/([^"]+)"/g)) if (file) first.add(file)

for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isEntry || home.some((pattern) => pattern.test(chunk.src ?? key))) load(key)
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)

const rows = [...first]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(new URL(file, dist))).length }))
  .sort((a, b) => b.bytes - a.bytes)
const total = rows.reduce((sum, { bytes }) => sum + bytes, 0)

for (const { file, bytes } of rows) console.log(kilobytes(bytes), file)
console.log(kilobytes(total), `first load, gzip; the limit is ${limit / 1000} kB`)

if (first.size < 2) throw new Error('Page or manifest name no start: nothing was measured')
if (total > limit) {
  console.error(`First load is ${kilobytes(total - limit).trim()} over its limit`)
  process.exitCode = 1
}
