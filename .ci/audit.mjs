// Known faults of what we depend on: node .ci/audit.mjs. Ends with 0 when none is high, 1 when one
// is, 3 when nobody could be asked: then nothing has been checked, and it says so.
import { spawnSync } from 'node:child_process'

const ran = spawnSync('npm', ['audit', '--json', '--package-lock-only'], { encoding: 'utf8' })

/** @returns {{ metadata?: { vulnerabilities?: Record<string, number> } } | null} */
function answer() {
  try {
    return JSON.parse(ran.stdout)
  } catch {
    return null
  }
}

const found = answer()?.metadata?.vulnerabilities
if (!found) {
  console.log('NOT CHECKED: the registry has no audit service here, or did not answer.')
  console.log('Run this again where npm audit works, before a release goes out.')
  process.exitCode = 3
} else {
  const { critical = 0, high = 0, moderate = 0, low = 0 } = found
  console.log(`critical ${critical}, high ${high}, moderate ${moderate}, low ${low}`)
  process.exitCode = critical + high > 0 ? 1 : 0
}
