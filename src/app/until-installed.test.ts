import { expect, it, vi } from 'vitest'
import { untilInstalled } from './until-installed.ts'

it('an install that broke off is begun again until it holds, and never while one is under way', async () => {
  vi.useFakeTimers()
  try {
    const stand: { controller: ServiceWorker | null; found: boolean; tries: number } = {
      controller: null,
      found: false,
      tries: 0,
    }
    const container = {
      get controller() {
        return stand.controller
      },
      getRegistration: async () => (stand.found ? ({} as ServiceWorkerRegistration) : undefined),
    }
    untilInstalled(container, async () => {
      stand.tries++
      if (stand.tries < 3) throw new TypeError('Failed to fetch')
      stand.found = true
    })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(stand.tries).toBe(3)
    stand.controller = {} as ServiceWorker
    await vi.advanceTimersByTimeAsync(20_000)
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
