import type { Defect, Run } from './run.ts'

/** Whether nothing has been said of it yet: a fail that was tapped and taken back leaves no hazard. */
export const isBlank = (defect: Defect): boolean =>
  [defect.what, defect.madeSafe, defect.place].every((text) => text.trim() === '') &&
  defect.rag.length === 0 &&
  defect.likelihood === null &&
  defect.severity === null

/** Still to be put right: neither corrected on site nor verified by somebody else than the fixer. */
export const isOpen = (defect: Defect): boolean =>
  defect.removedAt === null && !defect.corrected && defect.verifiedBy === ''

/** What was found in a run: written down in it, or found again on its day. */
export const foundIn = (defects: readonly Defect[], run: Pick<Run, 'id' | 'date'>): Defect[] =>
  defects.filter(
    (defect) =>
      defect.removedAt === null && (defect.run === run.id || defect.again.includes(run.date)),
  )

/** May this person say that it is verified? Never whoever put it right. */
export const mayVerify = (defect: Defect, person: string): boolean =>
  defect.fixedBy !== '' && defect.fixedBy !== person
