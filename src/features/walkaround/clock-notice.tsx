import { useEffect, useState } from 'react'
import { clockIsDoubtful, skewIsWrong, type TwoClocks } from '../../domain/checks/clock.ts'
import { useDesk, useWatched } from '../../store/react.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { fetchClocks } from './clock-api.ts'
import type { RunHere } from './use-run.ts'

const sayMoment = (at: number): string => `${sayTime(at, 'day')}, ${sayTime(at, 'clock')}`

/** A walk made by a clock that was wrong: the trust's time stands beside the device's, and it is said (HC23). */
export function ClockNotice({ here }: { here: RunHere }) {
  const { line, now } = useDesk()
  const { clockSkew } = useWatched(line)
  const kept = useClocks(here)
  if (kept && clockIsDoubtful(kept))
    return (
      <Notice tone="warn" live={false} title="The clock of this walk may be wrong">
        The device that wrote it said {sayMoment(kept.device)}. The trust received it{' '}
        {sayMoment(kept.trust)}. Both are kept. If the day of the walk is wrong, say so in the line
        on the finish page.
      </Notice>
    )
  if (here.submitted || !skewIsWrong(clockSkew) || clockSkew === null) return null
  return (
    <Notice tone="warn" live={false} title="This device’s clock is wrong">
      Here it is {sayMoment(now())}; at the trust it is {sayMoment(now() - clockSkew)}. Put the
      clock right in the device’s settings. The trust keeps its own time beside this one.
    </Notice>
  )
}

/** Asked once for each look at a walk, while there is signal. */
function useClocks({ name, run, answers, defects }: RunHere): TwoClocks | null {
  const { contact } = useDesk()
  const { live } = useWatched(contact)
  const [clocks, setClocks] = useState<TwoClocks | null>(null)
  const own = [
    run.id,
    ...[...answers.values()].flatMap(({ records }) => records.map(({ id }) => id)),
    ...defects.filter((defect) => defect.run === run.id).map(({ id }) => id),
  ].join()
  useEffect(() => {
    if (!live) return
    let over = false
    void fetchClocks(name, new Set(own.split(','))).then((found) => {
      if (!over) setClocks(found)
    })
    return () => {
      over = true
    }
  }, [live, name, own])
  return clocks
}
