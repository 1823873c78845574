import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { writeMark } from '../../src/crdt/marks.ts'
import { documentName } from '../../src/domain/documents.ts'
import { type IsoDate, newRecordId, type RecordId, urn } from '../../src/domain/ids.ts'
import { printOf } from '../../src/domain/qla/boundaries.ts'
import { classRecord, pupilRecord, sittingRefRecord } from '../../src/domain/qla/classes.ts'
import { classOfSitting } from '../../src/domain/qla/names.ts'
import {
  boundaryQaRecord,
  boundaryRecord,
  boundarySetRecord,
  paperItemRecord,
  paperRecord,
} from '../../src/domain/qla/paper.ts'
import { progressRecord } from '../../src/domain/qla/progress.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  handOf,
  markerRecord,
  shortKeys,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../src/domain/qla/sitting.ts'
import { splitQuestion } from '../../src/domain/qla/tables.ts'
import { schoolYearOf } from '../../src/domain/school-year.ts'
import { londonDate } from '../../src/domain/london.ts'
import type { DemoItem } from './papers.ts'
import type { DemoPupil } from './pupils.ts'
import { type Sat, SATS } from './sats.ts'
import type { DemoPorts } from './seed.ts'
import { type Add, RELAY, writeOwn } from './write.ts'

const itemFields = ([number, max, kind, code, fromYear, strand, tier]: DemoItem) => ({
  ...splitQuestion({ q: number, part: '' }),
  max,
  kind,
  code,
  fromYear,
  strand,
  tier,
})

const pupilFields = (
  sat: Sat,
  at: number,
  [first, last, sex, ppg, sen, eal, prior]: DemoPupil,
) => ({
  localId: `${sat.prefix}${String(at + 1).padStart(2, '0')}`,
  first,
  last,
  sex,
  ppg,
  sen,
  eal,
  prior,
})

/** Ids that the class's documents refer to. */
interface Kept {
  readonly paper: string
  readonly items: readonly string[]
  readonly set: string
}

function fillLibrary(add: Add, madeAt: number): Map<string, Kept> {
  const kept = new Map<string, Kept>()
  for (const sat of SATS) {
    const by = { by: sat.keeper, madeAt }
    const { yearGroup, spiral, scale, outOf, thresholds } = sat
    const paper = add(paperRecord, { ...sat.paper, yearGroup, spiral, ...by })
    const items = sat.items.map((item, n) =>
      add(paperItemRecord, { paper, n, ...itemFields(item), ...by }),
    )
    const { name, year } = sat.paper
    const set = add(boundarySetRecord, { name, papers: [paper], scale, year, outOf, ...by })
    for (const { label, min } of thresholds) add(boundaryRecord, { set, label, min, ...by })
    kept.set(sat.sitting, { paper, items, set })
  }
  return kept
}

/** What the AP Achievement checked. */
function fillChecks(add: Add, kept: ReadonlyMap<string, Kept>, today: IsoDate, madeAt: number) {
  for (const sat of SATS) {
    const set = kept.get(sat.sitting)?.set
    if (set === undefined) continue
    const checked = printOf(sat)
    add(boundaryQaRecord, { set, checked, on: today, by: sat.checker, madeAt })
  }
}

function fillClass(add: Add, sat: Sat, today: IsoDate, madeAt: number) {
  const by = { by: sat.teacher, madeAt }
  const { yearGroup, className, sitting, teacher } = sat
  const { name: paperName, subject } = sat.paper
  const teachers = [teacher]
  add(classRecord, { name: className, yearGroup, subject, teachers, ...by })
  sat.pupils.forEach((pupil, at) => {
    add(pupilRecord, { ...pupilFields(sat, at, pupil), yearGroup, ...by })
  })
  add(sittingRefRecord, { sitting, paperName, subject, on: today, ...by })
}

function fillMarks(doc: Y.Doc, sat: Sat, keys: readonly string[], hand: string) {
  sat.pupils.forEach(([, , , , , , , marks, others], at) => {
    const pupil = keys[at] ?? ''
    const values = Array.from(marks, (mark) => (mark === '.' ? mark : Number(mark)))
    for (const [column, value] of [...values, ...others].entries()) {
      // Totals of the other papers stand behind the questions.
      const item = keysFor(sat)[column]
      if (item !== undefined) writeMark(doc, 'marks', { pupil, item }, { hand, value })
    }
  })
}

const keysFor = ({ items, components }: Sat) => shortKeys(items.length + components.length)

function fillSitting(add: Add, doc: Y.Doc, sat: Sat, ids: Kept, today: IsoDate, madeAt: number) {
  const { teacher, paper, spiral, className, yearGroup, scale, outOf, checker, thresholds } = sat
  const by = { by: teacher, madeAt }
  const head = { paperName: paper.name, subject: paper.subject, year: paper.year, spiral }
  const whose = { class: classOfSitting(sat.sitting), className, yearGroup, teachers: [teacher] }
  add(sittingRecord, { paper: ids.paper, ...head, ...whose, point: 'AP1', on: today, ...by })
  const keys = keysFor(sat)
  sat.items.forEach((item, n) =>
    add(sittingItemRecord, {
      key: keys[n],
      n,
      from: ids.items[n] ?? '',
      ...itemFields(item),
      ...by,
    }),
  )
  sat.components.forEach((component, n) =>
    add(componentRecord, { key: keys[sat.items.length + n], n, ...component, ...by }),
  )
  const pupilKeys = shortKeys(sat.pupils.length)
  sat.pupils.forEach((pupil, n) => {
    const status = sat.statuses[n]
    const said = status ? { status } : {}
    add(sittingPupilRecord, { key: pupilKeys[n], n, ...pupilFields(sat, n, pupil), ...said, ...by })
  })
  const qa = { qaBy: checker, qaOn: today }
  const used = { set: ids.set, name: paper.name, scale, year: paper.year, outOf, thresholds, ...qa }
  add(boundariesUsedRecord, { ...used, ...by })
  const hand = handOf(RELAY.device, teacher)
  add(markerRecord, { hand, person: teacher, device: RELAY.device, ...by })
  fillMarks(doc, sat, pupilKeys, hand)
  const present = sat.pupils.filter((_, n) => sat.statuses[n] === undefined)
  const marked = present.filter(([, , , , , , , marks]) => marks.length === sat.items.length).length
  const stage = marked === present.length ? 'marks_in' : 'created'
  add(progressRecord, { marked, sat: present.length, stage, ...by })
}

/** The same ids each time: a start that was cut short goes on where it stopped. */
function idsFor(name: string): () => RecordId {
  let n = 0
  return () => newRecordId(0, createHash('sha256').update(`${name} ${n++}`).digest())
}

/** Papers, a class half marked and one that is marked, unless they are there. */
export async function seedAnalysis({ log, now }: DemoPorts): Promise<void> {
  const at = now()
  const today = londonDate(at)
  const year = schoolYearOf(today)
  /** Writes a document unless it is there. @returns what `fill` makes of it, in either case */
  const seed = async <T>(name: string, fill: (add: Add, doc: Y.Doc) => T): Promise<T> => {
    if ((await log.head(name)) === 0) {
      const next = idsFor(name)
      await writeOwn(log, name, at, (addAs, doc) => {
        fill((type, fields) => addAs(next(), type, fields), doc)
      })
    }
    return fill(idsFor(name), new Y.Doc())
  }
  const kept = await seed(documentName({ kind: 'papers' }), (add) => fillLibrary(add, at))
  await seed(documentName({ kind: 'boundary-checks' }), (add) => fillChecks(add, kept, today, at))
  for (const sat of SATS) {
    const ids = kept.get(sat.sitting)
    if (!ids) continue
    const school = urn(sat.school)
    const group = classOfSitting(sat.sitting)
    const list = documentName({ kind: 'class', urn: school, year, class: group })
    await seed(list, (add) => fillClass(add, sat, today, at))
    const name = documentName({ kind: 'qla', urn: school, year, sitting: sat.sitting })
    await seed(name, (add, doc) => fillSitting(add, doc, sat, ids, today, at))
  }
}
