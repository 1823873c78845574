import { useEffect, useState } from 'react'
import { useDesk } from '../../store/react.tsx'

const TICK_MS = 15_000

/** Milliseconds since 1970, looked at again four times a minute and when the tablet wakes. */
export function useClock(): number {
  const { now } = useDesk()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const tick = () => setAt(now())
    const timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now])
  return at
}
