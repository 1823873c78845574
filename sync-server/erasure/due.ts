import { documentName, parseDocumentName } from '../../src/domain/documents.ts'
import { type IsoDate, isoDate } from '../../src/domain/ids.ts'
import { londonDate } from '../../src/domain/london.ts'
import { repMachine } from '../../src/domain/rep/machine.ts'
import { dueOn, retentionOf, type RetentionSettings } from '../../src/domain/retention.ts'
import { lastDayOf } from '../../src/domain/school-year.ts'
import type { Db } from '../database.ts'

export interface Due {
  readonly doc: string
  readonly what: string
  /** yyyy-mm-dd */
  readonly due: IsoDate
  /** Why it stays all the same; null if it may go. */
  readonly held: string | null
}

/** The day on which each rapid enhancement plan ended; one that runs is about no day yet. */
const repEnds = (db: Db): ReadonlyMap<string, IsoDate> =>
  new Map(
    db
      .prepare<[string], { subject: string; at: number }>(
        `select subject, json_extract(body, '$.receivedAt') as at from decisions
         where machine = ? and json_extract(body, '$.to') = 'ended' order by seq`,
      )
      .all(repMachine.name)
      .map(({ subject, at }) => [subject, londonDate(at)]),
  )

/** Documents whose time is over and that were not emptied since they were last written. */
export function dueBy(db: Db, today: IsoDate, settings: RetentionSettings): Due[] {
  const dates = new Map(
    db
      .prepare<[], { id: string; date: string }>(
        `select id, json_extract(body, '$.date') as date from reviews`,
      )
      .all()
      .map(({ id, date }) => [id, isoDate(date)]),
  )
  const ends = repEnds(db)
  const docs = db
    .prepare<[], { doc: string; reason: string | null }>(
      `select name as doc, holds.reason as reason from docs left join holds on holds.doc = docs.name
       where not exists (select 1 from rows join erasures on erasures.id = lower(hex(rows.id))
         where rows.doc = docs.id and rows.seq = docs.head) order by name`,
    )
    .all()
  return docs.flatMap(({ doc, reason }): Due[] => {
    const ref = parseDocumentName(doc)
    if (!ref.ok) return []
    const rule = retentionOf(ref.value.kind, settings)
    const about =
      'review' in ref.value
        ? dates.get(ref.value.review)
        : 'rep' in ref.value
          ? ends.get(documentName({ kind: 'rep', rep: ref.value.rep }))
          : 'date' in ref.value
            ? ref.value.date
            : 'year' in ref.value
              ? lastDayOf(ref.value.year)
              : undefined
    if (!rule || about === undefined) return []
    const due = dueOn(about, rule)
    return due <= today ? [{ doc, what: rule.what, due, held: reason }] : []
  })
}
