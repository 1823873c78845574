import { useCallback } from 'react'
import { documentName } from '../../../domain/documents.ts'
import { urn as asUrn } from '../../../domain/ids.ts'
import { type Pupil, sittingRefRecord } from '../../../domain/qla/classes.ts'
import { type BoundarySet, toUse } from '../../../domain/qla/boundaries.ts'
import { newSittingId } from '../../../domain/qla/names.ts'
import type { Paper, PaperItem } from '../../../domain/qla/paper.ts'
import {
  boundariesUsedRecord,
  shortKeys,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { useWriteIn } from '../../../store/use-write-in.ts'
import type { ListedClass } from '../classes/use-class-lists.ts'
import { useQlaSettings } from '../papers/use-library.ts'
import type { SittingAddress } from '../paths.ts'

export interface Beginning {
  readonly urn: string
  readonly year: string
  readonly paper: Paper
  readonly items: readonly PaperItem[]
  readonly class: ListedClass
  readonly pupils: readonly Pupil[]
  /** Those of the paper, checked or not. */
  readonly boundaries: readonly BoundarySet[]
  /** Assessment point as the school names it. */
  readonly point: string
  /** yyyy-mm-dd */
  readonly on: string
}

/** What of a question goes along with the sitting. */
const itemCopy = ({ q, part, max, kind, code, strand, fromYear, tier }: PaperItem) => ({
  q,
  part,
  max,
  kind,
  code,
  strand,
  fromYear,
  tier,
})

/** ... and of a pupil: no unique pupil number. */
const pupilCopy = ({ localId, first, last, sex, ppg, sen, eal, prior }: Pupil) => ({
  localId,
  first,
  last,
  sex,
  ppg,
  sen,
  eal,
  prior,
})

/**
 * Begins the analysis of a paper: its questions and the class list are copied as they are now, so that
 * what changes later in the library or the list changes no mark.
 */
export function useBeginSitting(): (of: Beginning) => Promise<SittingAddress> {
  const { me, now, newId } = useDesk()
  const writeIn = useWriteIn()
  const { retest } = useQlaSettings()
  return useCallback(
    async ({ urn, year, paper, items, class: group, pupils, boundaries, point, on }) => {
      const sitting = newSittingId(group.class, newId())
      const stamp = { by: me.person, madeAt: now() }
      // Whoever begins it works on it.
      const teachers = [...new Set([...group.teachers, me.person])]
      const at = { urn: asUrn(urn), year }
      await writeIn(documentName({ kind: 'qla', ...at, sitting }), ({ create }) => {
        create(sittingRecord, {
          paper: paper.id,
          paperName: paper.name,
          subject: paper.subject,
          year: paper.year,
          spiral: paper.spiral,
          class: group.class,
          className: group.name,
          yearGroup: group.yearGroup,
          teachers,
          point,
          on,
          retestRule: retest,
          ...stamp,
        })
        const itemKeys = shortKeys(items.length)
        items.forEach((item, n) =>
          create(sittingItemRecord, {
            ...itemCopy(item),
            key: itemKeys[n],
            n,
            from: item.id,
            ...stamp,
          }),
        )
        const pupilKeys = shortKeys(pupils.length)
        pupils.forEach((pupil, n) =>
          create(sittingPupilRecord, { ...pupilCopy(pupil), key: pupilKeys[n], n, ...stamp }),
        )
        // Of several that were checked, somebody says which: on the sitting's own page.
        const [checked, ...others] = boundaries.flatMap((set) => {
          const copy = toUse(set)
          return copy.ok ? [copy.value] : []
        })
        if (checked && others.length === 0) create(boundariesUsedRecord, { ...checked, ...stamp })
      })
      await writeIn(group.doc, ({ create }) => {
        create(sittingRefRecord, {
          sitting,
          paperName: paper.name,
          subject: paper.subject,
          on,
          ...stamp,
        })
      })
      return { urn, year, sitting }
    },
    [me, now, newId, writeIn, retest],
  )
}
