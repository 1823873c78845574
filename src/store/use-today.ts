import { useEffect, useState } from 'react'
import { londonDate } from '../domain/london.ts'
import { useDesk } from './react.tsx'

const TICK_MS = 60_000

/** yyyy-mm-dd by the clock on a school's wall, wherever the device thinks it is. */
export function useToday(): string {
  const { now } = useDesk()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), TICK_MS)
    return () => clearInterval(timer)
  }, [now])
  return londonDate(at)
}
