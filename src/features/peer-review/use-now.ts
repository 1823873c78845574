import { useEffect, useState } from 'react'
import { useDesk } from '../../store/react.tsx'
import { parseUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'

const TICK_MS = 30_000

export interface Now {
  /** Milliseconds since 1970. */
  readonly at: number
  /** yyyy-mm-dd by the school's clock. */
  readonly date: string
  /** hh:mm by the school's clock. */
  readonly time: string
}

/** A moment by the clock on a school's wall, wherever the tablet thinks it is. */
const schoolClock = (at: number): Now => ({
  at,
  date: parseUkDate(sayTime(at, 'date')) ?? '',
  time: sayTime(at, 'clock'),
})

/** The school's clock, looked at each half minute and when the tablet wakes. */
export function useNow(): Now {
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
  return schoolClock(at)
}
