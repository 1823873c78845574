import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { act } from '@testing-library/react'
import type { ReactNode } from 'react'
import { writeMark } from '../../src/crdt/marks.ts'
import { createRecord, type Fields, rawRecords } from '../../src/crdt/records.ts'
import { CorridorDatabase } from '../../src/store/db.ts'
import { dexieJournal } from '../../src/store/dexie-journal.ts'
import { openDocuments } from '../../src/store/documents.ts'
import type { Desk } from '../../src/store/react.tsx'
import {
  boundariesUsedRecord,
  componentRecord,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../src/domain/qla/sitting.ts'
import { schoolRecord } from '../../src/domain/trust.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { emptyDisk, memoryCache, type Step } from './memory-store.ts'
import { deskFor, factsOf, HERE, show } from './planning-desk.tsx'
import type { QlaCase } from './qla-case.ts'
import { surroundingsAt } from './surroundings.ts'

export const YEAR = '2026-27'
/** A class that p12 began, and a paper that it sat: both are named after whose they are. */
export const CLASS = `class/${HERE}/${YEAR}/p12-alder`
const PAPER_SAT = 'p12-alder-autumn'
export const SITTING = `qla/${HERE}/${YEAR}/${PAPER_SAT}`
export const SAMPLES = `moderation/${HERE}/${YEAR}`
export const COUNTS = `qla-counts/${HERE}/${YEAR}`
/** Address of the sitting's screens. */
export const AT = `/${SITTING}`
const DEVICE = 'd'.repeat(32)
/** 24 November 2026, 10:42. */
export const NOW = Date.UTC(2026, 10, 24, 10, 42)

let opened = 0

export interface QlaDesk extends Desk {
  /** Puts a record into a document and waits until it is in the index too. */
  readonly put: (
    doc: string,
    type: RecordType<unknown>,
    id: string,
    fields: Fields,
  ) => Promise<void>
  /** Records of a document as they lie there. */
  readonly kept: (doc: string, type: RecordType<unknown>) => Promise<Record<string, unknown>[]>
}

/**
 * A device with its own database, on which somebody of a school works.
 * @param step every write to the journal passes through it first: it may wait or fail
 */
export async function qlaDesk(
  person: string,
  role: string,
  urn: string | null = HERE,
  step: Step = async () => undefined,
): Promise<QlaDesk> {
  const me = { ...factsOf(person, role, urn), schools: [HERE, '900002'], teaching: [CLASS] }
  const plain = await deskFor(me)
  const db = new CorridorDatabase(`qla-${++opened}`)
  const journal = dexieJournal(db)
  const documents = await openDocuments({
    journal: {
      ...journal,
      async write(rows, index) {
        await step('journal.write')
        await journal.write(rows, index)
      },
    },
    cache: memoryCache(emptyDisk()),
    around: surroundingsAt(() => NOW),
    device: DEVICE,
  })
  const author = { device: DEVICE, at: NOW }
  const by = { by: person, madeAt: NOW }
  const desk: QlaDesk = {
    ...plain,
    me,
    db,
    documents,
    present: () => undefined,
    now: () => NOW,
    async put(name, type, id, fields) {
      const { doc } = await documents.open(name)
      createRecord(doc, type, id, { ...by, ...fields }, author)
      await documents.flush()
    },
    async kept(name, { type }) {
      return rawRecords((await documents.open(name)).doc).filter((raw) => raw['type'] === type)
    },
  }
  for (const [id, school, name] of [
    ['s1', HERE, 'Rookery Pond'],
    ['s2', '900002', 'Nettle Copse'],
  ] as const)
    await desk.put('trust', schoolRecord, id, { urn: school, name, phase: 'Primary' })
  return desk
}

export interface Laid {
  /** Marks of the retest too. */
  readonly retested?: boolean
  readonly boundaries?: boolean
  /** Fields of the sitting that differ. */
  readonly head?: Fields
}

/** Lays a case of the fixtures on a desk as a sitting with its marks. */
export async function laySitting(desk: QlaDesk, of: QlaCase, laid: Laid = {}): Promise<void> {
  const { doc } = await desk.documents.open(SITTING)
  const author = { device: DEVICE, at: NOW }
  const by = { by: desk.me.person, madeAt: NOW }
  const add = (type: RecordType<unknown>, id: string, fields: Fields) =>
    createRecord(doc, type, id, { ...by, ...fields }, author)
  const { first, again, paper, boundariesUsed, others, retestRule } = of
  doc.transact(() => {
    const { name: paperName, subject, year, yearGroup, spiral } = paper
    const whose = { className: '8X/Sc2', yearGroup, teachers: [desk.me.person] }
    add(sittingRecord, 'sitting', {
      paperName,
      subject,
      year,
      spiral,
      retestRule,
      ...whose,
      on: '2026-11-17',
      ...laid.head,
    })
    first.items.forEach((item, n) => add(sittingItemRecord, `item${n}`, { ...item, n }))
    first.pupils.forEach(({ status, ...pupil }, n) =>
      add(sittingPupilRecord, `pupil${n}`, { ...pupil, n, ...(status !== null && { status }) }),
    )
    // The papers that are graded together share what is left of the marks.
    const own = first.items.reduce((sum, item) => sum + item.max, 0)
    const max = (boundariesUsed.outOf - own) / others.length
    others.forEach((_, n) =>
      add(componentRecord, `other${n}`, { key: `x${n}`, n, name: `Paper ${n + 2}`, max }),
    )
    if (laid.boundaries !== false) add(boundariesUsedRecord, 'b1', { ...boundariesUsed })
    first.pupils.forEach((pupil, row) => {
      first.items.forEach((item, column) => {
        const place = { pupil: pupil.key, item: item.key }
        for (const [root, grid] of [
          ['marks', first],
          ...(laid.retested === true ? [['retest', again] as const] : []),
        ] as const) {
          const { value, omitted } = grid.cell(row, column)
          if (value !== null)
            writeMark(doc, root, place, { hand: 'hand1', value: omitted ? '.' : value })
        }
      })
      others.forEach((totals, n) => {
        const value = totals.get(pupil.key)
        const place = { pupil: pupil.key, item: `x${n}` }
        if (value !== undefined) writeMark(doc, 'marks', place, { hand: 'hand1', value })
      })
    })
  })
  await desk.documents.flush()
}

/** Shows screens by their addresses, the one of `at` first. */
export async function showAt(
  desk: Desk,
  at: string,
  screens: Readonly<Record<string, () => ReactNode>>,
): Promise<{ readonly where: () => string }> {
  const root = createRootRoute()
  const routes = Object.entries(screens).map(([path, component]) =>
    createRoute({ getParentRoute: () => root, path, component }),
  )
  const history = createMemoryHistory({ initialEntries: [at] })
  const router = createRouter({ routeTree: root.addChildren(routes), history })
  await act(async () => {
    show(desk, <RouterProvider router={router} />)
    await router.load()
  })
  return { where: () => router.state.location.pathname }
}
