import { retestRecord } from '../../../domain/qla/follow-up.ts'
import { isOpen } from '../../../domain/qla/retest.ts'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { standing } from '../papers/use-library.ts'
import { SittingGate } from '../sittings/sitting-gate.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { BringMarks } from './bring-marks.tsx'
import { RETEST } from './into.ts'

/** Marks of a retest from a spreadsheet: only cells that were opened take one (C28). */
export default function BringRetestScreen() {
  return <SittingGate>{(here) => <OfRetests key={here.name} here={here} />}</SittingGate>
}

function OfRetests({ here }: { here: SittingHere }) {
  const retests = standing(here.document.all(retestRecord).rows)
  if (retests.length === 0)
    return (
      <NotHere
        page={RETEST.title}
        back={{ to: paths.retest(here.at), label: 'Retest' }}
        title="No questions are asked again yet"
        next={{ to: paths.retest(here.at), label: 'Choose the questions' }}
      >
        A table of retest marks can be brought in once it is said what is asked again.
      </NotHere>
    )
  const opens = (pupil: string, item: string) =>
    retests.some((retest) => isOpen(retest, pupil, item))
  return <BringMarks here={here} into={RETEST} opens={opens} />
}
