import { headOfSchool } from '../../../domain/access/held.ts'
import type { PaperSheet } from '../../../domain/paper.ts'
import { repPage, type RepReader } from '../../../domain/rep/page.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import type { RepHere } from '../use-rep.ts'
import { sayDay } from '../words.ts'

/** The plan on a page for whoever reads it; null while nothing is written. */
export function usePage(here: RepHere): (reader: RepReader) => PaperSheet | null {
  const { me, now } = useDesk()
  const nameOf = useNames()
  const { plan, rep, school, standings, due, decided } = here
  const head = headOfSchool(me, rep.urn)
  return (reader) =>
    plan &&
    repPage(
      {
        school,
        kind: rep.kind,
        plan,
        standings,
        due,
        mentors: rep.mentors.map(nameOf),
        ask: head === null ? '' : nameOf(head),
        approvedGbp: decided.approvedGbp,
        nameOf,
        say: sayDay,
        made: `Printed by ${me.name}, ${sayTime(now(), 'moment')}`,
      },
      reader,
    )
}
