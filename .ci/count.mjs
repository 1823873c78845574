// Closes a run with one line, `N passed, N failed`: node .ci/count.mjs EXIT-CODE-OF-THE-TESTS
import { readFileSync } from 'node:fs'

/** @param {string} name @returns {any} */
function read(name) {
  try {
    return JSON.parse(
      readFileSync(new URL(`../node_modules/.cache/results/${name}.json`, import.meta.url), 'utf8'),
    )
  } catch {
    return null
  }
}

const unit = read('vitest')
const browser = read('playwright')?.stats

const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0)
const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0)
let failed = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0)

if (skipped > 0) {
  console.log(`${skipped} skipped: a test that does not run counts as failed`)
  failed += skipped
}
for (const [name, result] of Object.entries({ unit, browser })) {
  if (result) continue
  console.log(`No result of the ${name} tests`)
  failed += 1
}
if (process.argv[2] !== '0' && failed === 0) {
  console.log('A step outside the tests failed')
  failed += 1
}
if (passed === 0 && failed === 0) {
  console.log('Nothing ran')
  failed += 1
}

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
