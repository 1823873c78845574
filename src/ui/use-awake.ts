import { useEffect } from 'react'

/** The screen neither dims nor locks while this is shown; a browser that cannot promise it goes on as always. */
export function useAwake(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null
    let over = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      held = await navigator.wakeLock?.request('screen')
      if (over) await held?.release()
    }
    // The browser lets go of it whenever the page is hidden; low battery may refuse it.
    const again = () => void hold().catch(() => undefined)
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [])
}
