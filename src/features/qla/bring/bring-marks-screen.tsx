import { SittingGate } from '../sittings/sitting-gate.tsx'
import { BringMarks } from './bring-marks.tsx'
import { FIRST_TEST } from './into.ts'

/** Marks and totals from a spreadsheet into a paper that was begun. */
export default function BringMarksScreen() {
  return (
    <SittingGate>
      {(here) => <BringMarks key={here.name} here={here} into={FIRST_TEST} />}
    </SittingGate>
  )
}
