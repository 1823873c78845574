import { settled } from '../../../domain/choice.ts'
import { missedBy } from '../../../domain/qla/domains.ts'
import type { Area } from '../../../domain/qla/follow-up.ts'
import { type GridPupil, satPlaces } from '../../../domain/qla/grid.ts'
import { type GroupToPrint, groupPaper } from '../../../domain/qla/group-paper.ts'
import type { PaperSheet } from '../../../domain/paper.ts'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { placesOf } from '../analysis/places.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayQuestions, sayTitle } from '../analysis/words.ts'
import { sayPupil } from '../words.ts'

/** Whom an area is for: those who lost marks on it, or everybody who sat the paper. */
export function groupFor(here: AnalysisHere, area: Area): GridPupil[] {
  const { grid } = here
  const places =
    settled(area.way) === 'whole_class'
      ? satPlaces(grid)
      : missedBy(grid, placesOf(here.items, area.items))
  return places.flatMap((place) => grid.pupils[place] ?? [])
}

export const ppgOf = (pupils: readonly GridPupil[]): number =>
  pupils.filter(({ ppg }) => ppg).length

/** A group as it was taught, or as it would be while nothing is planned. */
function toPrint(here: AnalysisHere, area: Area, nameOf: (person: string) => string): GroupToPrint {
  const last = here.reteaches.findLast((one) => one.area === area.id)
  const named = last
    ? here.pupils.filter(({ key }) => last.group.includes(key))
    : groupFor(here, area)
  return {
    area: area.name,
    questions: sayQuestions(here.items, area.items),
    day: sayUkDate(last?.on ?? '') ?? '',
    teacher: last ? nameOf(last.teacher) : '',
    resource: last?.resource ?? '',
    misconception: last?.misconception ?? '',
    names: named.map(sayPupil),
    ppg: ppgOf(named),
  }
}

/** The groups of these areas on paper, for the teacher. */
export const groupSheet = (
  here: AnalysisHere,
  areas: readonly Area[],
  nameOf: (person: string) => string,
): PaperSheet =>
  groupPaper(
    areas.length === 1 ? 'Group to teach again' : 'Groups to teach again',
    sayTitle(here.sitting),
    areas.map((area) => toPrint(here, area, nameOf)),
  )
