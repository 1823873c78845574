import { useCallback, useEffect, useState } from 'react'
import type { DeviceList } from '../../../domain/devices.ts'
import { useDesk } from '../../../store/react.tsx'
import { type Answer, fetchDevices } from './device-calls.ts'

/** The list as the trust has it now; null until it has answered. Only with signal. */
export function useDevices(): { answer: Answer<DeviceList> | null; again: () => void } {
  const { me } = useDesk()
  const [answer, setAnswer] = useState<Answer<DeviceList> | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void fetchDevices(me.person).then((got) => {
      if (!gone) setAnswer(got)
    })
    return () => {
      gone = true
    }
  }, [me.person, turn])
  return { answer, again: useCallback(() => setTurn((n) => n + 1), []) }
}
