import { useMemo } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { mayWaive } from '../../../domain/access/assessment.ts'
import type { GateFacts } from '../../../domain/qla/gate.ts'
import type { QlaSettings } from '../../../domain/qla/settings.ts'
import type { RecordType } from '../../../domain/record.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveMarks, useBoard, useMarks } from '../../../store/use-marks.ts'
import { useQlaSettings } from '../papers/use-library.ts'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { type FollowUp, gateFactsOf, type Grids, gridsOf, readFollowUp } from './read-analysis.ts'

/** The boards change in place: their version says when. */
const gridsAt = (read: Parameters<typeof gridsOf>[0], marks: LiveMarks, _version: number) =>
  gridsOf(read, marks)

/** A sitting with its marks and all that followed from them, open for whoever may write it. */
export interface AnalysisHere extends SittingHere, FollowUp, Grids {
  readonly marks: LiveMarks
  readonly settings: QlaSettings
  /** What is looked at before grades go to the mark book. */
  readonly facts: GateFacts
  /** Whether this person may let a step be left out. */
  readonly waives: boolean
  /** Makes a record of this sitting, by me and now. */
  readonly add: (type: RecordType<unknown>, fields: Fields) => string | null
}

/** Read anew whenever a mark or a record of the sitting changes; null until the marks are open. */
export function useAnalysis(here: SittingHere): AnalysisHere | null {
  const { me, now } = useDesk()
  const { document, sitting, items, pupils } = here
  const marks = useMarks(here.name)
  const version = useBoard(marks.marks) + useBoard(marks.retest)
  const settings = useQlaSettings()
  const followUp = useMemo(() => readFollowUp(document), [document])
  const grids = useMemo(
    () => gridsAt({ pupils, items, sitting }, marks, version),
    [pupils, items, sitting, marks, version],
  )
  if (!marks.ready) return null
  const facts = gateFactsOf(here, grids, followUp, settings)
  const waives = here.writes && mayWaive(me, here.at.urn)
  const add = (type: RecordType<unknown>, fields: Fields) =>
    document.create(type, { by: me.person, madeAt: now(), ...fields })
  return { ...here, ...followUp, ...grids, marks, settings, facts, waives, add }
}
