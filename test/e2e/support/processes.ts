import { readdirSync, readFileSync } from 'node:fs'

const argumentsOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // It ended while we looked.
  }
}

/** Every process that was started with this folder among its arguments. */
const withFolder = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && argumentsOf(name).includes(folder))
    .map(Number)

/** What a flat battery does: nothing gets to finish. Resolves when all of them are gone. */
export async function killAllWith(folder: string): Promise<void> {
  for (;;) {
    const alive = withFolder(folder)
    if (alive.length === 0) return
    for (const pid of alive) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // Gone already.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
