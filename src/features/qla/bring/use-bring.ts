import { useState } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { lateKey } from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { useBringMarks } from '../../../store/use-bring-marks.ts'
import type { SittingHere } from '../sittings/use-sitting.ts'
import type { MarksRoot } from '../../../crdt/marks.ts'
import type { Arrival } from './arrivals.ts'

export type Bringing =
  | { readonly at: 'choosing' }
  /** They are on the screen, and not yet on this device. */
  | { readonly at: 'keeping'; readonly arrivals: readonly Arrival[] }
  /** The storage did not answer: nothing was written. */
  | { readonly at: 'failed' }
  | { readonly at: 'brought'; readonly arrivals: readonly Arrival[] }

/** Other papers that the table is the first to name, with their keys; and the marks that are not here yet. */
function tableOf(
  here: Pick<SittingHere, 'components'>,
  arrivals: readonly Arrival[],
  newId: () => string,
) {
  const keys = new Map<string, string>()
  const components: Fields[] = []
  let n = Math.max(-1, ...here.components.map((one) => one.n))
  for (const { item, newPaper } of arrivals) {
    if (!newPaper || keys.has(item)) continue
    const { name, max } = newPaper
    const key = lateKey(newId())
    components.push({ key, n: ++n, name, max })
    keys.set(item, key)
  }
  const marks = arrivals.flatMap(({ pupil, item, value, meets }) =>
    meets === 'the same' ? [] : [{ place: { pupil, item: keys.get(item) ?? item }, value }],
  )
  return { components, marks }
}

/** Brings marks in that are not here yet, and says how far that is: done is only what is on this device. */
export function useBring(here: Pick<SittingHere, 'name' | 'components'>, of: MarksRoot) {
  const { newId } = useDesk()
  const bringMarks = useBringMarks(here.name)
  const [bringing, setBringing] = useState<Bringing>({ at: 'choosing' })
  const bring = async (arrivals: readonly Arrival[]) => {
    setBringing({ at: 'keeping', arrivals })
    try {
      await bringMarks({ of, ...tableOf(here, arrivals, newId) })
      setBringing({ at: 'brought', arrivals })
    } catch {
      setBringing({ at: 'failed' })
    }
  }
  return { bringing, bring }
}
