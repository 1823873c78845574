import { useState } from 'react'

/** How far something is that was asked for by a press. */
export type Doing = 'idle' | 'under way' | 'failed'

/** Does one thing at a time, and says so while it lasts and when it could not be done. */
export function useDoing(): {
  readonly doing: Doing
  /** @returns whether it was done; what is asked for while something is under way is not begun */
  readonly run: (work: () => Promise<void>) => Promise<boolean>
} {
  const [doing, setDoing] = useState<Doing>('idle')
  const run = async (work: () => Promise<void>) => {
    if (doing === 'under way') return false
    setDoing('under way')
    try {
      await work()
      setDoing('idle')
      return true
    } catch {
      setDoing('failed')
      return false
    }
  }
  return { doing, run }
}
