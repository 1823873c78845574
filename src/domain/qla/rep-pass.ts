import { z } from 'zod'
import { settled } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { type Facility, facilityOf } from './facility.ts'
import type { Area } from './follow-up.ts'
import type { Grid } from './grid.ts'
import { sayItem } from './paper.ts'
import type { QlaSettings } from './settings.ts'
import type { Sitting } from './sitting.ts'
import { rounded } from './totals.ts'

const line = (length: number) => z.string().max(length).default('')
const share = z.number().min(0).max(1).nullable()

const passSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  /** Last part of the name of the paper's document, and the record id of the area in it. */
  sitting: z.string().max(80),
  area: z.string().max(40),
  /** Content domain or assessment objective. */
  name: line(80),
  paperName: line(160),
  subject: line(60),
  yearGroup: z.number().int().min(0).max(13).nullable().default(null),
  point: line(30),
  /** Questions as printed: 28, 33b. */
  questions: z.array(z.string().max(16)).max(120),
  /** Share of the marks gained before and after the retest; null where too few pupils stand behind it (C51). */
  before: share,
  after: share,
  /** Pupils that the shares are of; null where they are too few. */
  n: z.number().int().min(0).nullable(),
  removedAt: z.number().nullable().default(null),
})
export type RepPass = z.infer<typeof passSchema>
/**
 * An area that a retest left unsecure, passed on to the school's rapid enhancement plan, in
 * `qla-counts/{urn}/{year}`: what leaves the class is masked, and names no pupil, class or teacher.
 */
export const repPassRecord = defineRecord({ type: 'qla-rep-pass', schema: passSchema })

export type RepFacts = Omit<RepPass, 'id' | 'by' | 'madeAt' | 'removedAt'>

/** What is passed on of one paper: its areas for which the teacher chose so. */
export function repPasses(
  of: {
    readonly sitting: string
    readonly head: Sitting
    readonly areas: readonly Area[]
    readonly first: Grid
    readonly after: Grid
  },
  { minGroup }: Pick<QlaSettings, 'minGroup'>,
): RepFacts[] {
  const { sitting, head, first, after } = of
  const shown = ({ facility, n }: Facility) =>
    n < minGroup || facility === null ? null : rounded(facility, 3)
  return of.areas.flatMap((area): RepFacts[] => {
    if (settled(area.end) !== 'to_rep') return []
    const places = first.items.flatMap(({ key }, at) => (area.items.includes(key) ? [at] : []))
    const before = facilityOf(first, places)
    return [
      {
        sitting,
        area: area.id,
        name: area.name,
        paperName: head.paperName,
        subject: head.subject,
        yearGroup: head.yearGroup,
        point: head.point,
        questions: places.flatMap((at) => (first.items[at] ? [sayItem(first.items[at])] : [])),
        before: shown(before),
        after: shown(facilityOf(after, places)),
        n: before.n < minGroup ? null : before.n,
      },
    ]
  })
}
