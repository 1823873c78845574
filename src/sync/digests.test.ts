import { describe, expect, it } from 'vitest'
import type { Documents } from '../store/documents.ts'
import { createDigests } from './digests.ts'

/** Time that goes on only when it is told to. */
function handClock() {
  const due = new Map<() => void, number>()
  return {
    after(ms: number, run: () => void) {
      due.set(run, ms)
      return () => due.delete(run)
    },
    /** Runs what was to run within so many milliseconds. */
    async pass(ms: number) {
      for (const [run] of [...due].filter(([, at]) => at <= ms)) {
        due.delete(run)
        run()
      }
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

const QUIET_MS = 1200

function line(docs: readonly string[]) {
  const clock = handClock()
  const asked: string[] = []
  let told = 0
  const documents = { cursorOf: async () => 3, digest: async () => 'same' }
  const digests = createDigests({
    // Of documents and surroundings only what a comparison needs.
    documents: documents as unknown as Documents,
    around: { after: clock.after, now: () => 0, random: () => new Uint8Array() },
    followed: () => docs,
    ask: (doc) => asked.push(doc),
    isSettled: () => true,
    catchUp: async () => {},
    refetch: async () => {},
    resend: async () => {},
    onCure: () => {},
    onChange: () => void told++,
  })
  return { digests, asked, clock, told: () => told }
}

describe('W5 the fingerprints behind “all saved”', () => {
  it('are asked for once it is quiet, and all equal when each has answered', async () => {
    const { digests, asked, clock } = line(['a', 'b'])
    digests.restart()
    await clock.pass(QUIET_MS)
    expect(asked).toEqual(['a', 'b'])
    await digests.answered('a', 3, 'same')
    expect(await digests.allEqual()).toBe(false)
    await digests.answered('b', 3, 'same')
    expect(await digests.allEqual()).toBe(true)
  })

  it('say so at once after a line that broke and came back with nothing new', async () => {
    const { digests, asked, clock, told } = line(['a'])
    digests.restart()
    await clock.pass(QUIET_MS)
    await digests.answered('a', 3, 'same')
    digests.stop()
    const before = told()
    digests.restart()
    await clock.pass(QUIET_MS)
    expect(asked).toEqual(['a'])
    expect(told()).toBe(before + 1)
    expect(await digests.allEqual()).toBe(true)
  })
})
