import { createRecord, type Fields, rawRecords } from '../../src/crdt/records.ts'
import { documentName } from '../../src/domain/documents.ts'
import { repId } from '../../src/domain/ids.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import { openDocuments } from '../../src/store/documents.ts'
import type { IndexRow } from '../../src/store/ports.ts'
import type { Desk } from '../../src/store/react.tsx'
import { emptyDisk, memoryCache, memoryJournal } from './memory-store.ts'
import { deskFor, factsOf, HERE } from './planning-desk.tsx'
import { surroundingsAt } from './surroundings.ts'

export const REP = 'rookery-rep-1'
export const PLAN = documentName({ kind: 'rep', rep: repId(REP) })
export const WORK = documentName({ kind: 'rep-work', rep: repId(REP) })
/** Tuesday 24 November 2026, 08:30. */
export const NOW = Date.UTC(2026, 10, 24, 8, 30)
const DEVICE = 'd'.repeat(32)

export interface RepDesk extends Desk {
  /** Puts a record into a document and waits until it is in the index too. */
  readonly put: (
    doc: string,
    type: RecordType<unknown>,
    id: string,
    fields: Fields,
  ) => Promise<void>
  /** Records of a type as they lie in a document. */
  readonly kept: (doc: string, type: RecordType<unknown>) => Promise<Record<string, unknown>[]>
}

/** A device on which a plan of Rookery Pond lies, issued and running, with p08 as its mentor. */
export async function repDesk(person: string, role: string, urn: string | null = null) {
  const rep = {
    id: REP,
    urn: HERE,
    kind: 'education' as const,
    mentors: ['p08'],
    writtenBy: 'p02',
    extensionOf: null,
    extensionNo: 0,
    stage: 'issued',
  }
  const me = { ...factsOf(person, role, urn), reviews: [], schools: [HERE], reps: [rep] }
  const plain = await deskFor(me)
  const disk = emptyDisk()
  const documents = await openDocuments({
    // The library's live queries cannot copy bytes of the test's own database: they lie beside it.
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => NOW),
    device: DEVICE,
  })
  const desk: RepDesk = {
    ...plain,
    documents,
    present: () => undefined,
    now: () => NOW,
    async put(name, type, id, fields) {
      const { doc } = await documents.open(name)
      createRecord(doc, type, id, fields, { device: DEVICE, at: NOW })
      await documents.flush()
      const data = rawRecords(doc).find((raw) => raw['id'] === id) ?? {}
      const row: IndexRow = { doc: name, id, type: type.type, at: NOW, data }
      await plain.db.index.put(row)
    },
    async kept(name, { type }) {
      return rawRecords((await documents.open(name)).doc).filter((raw) => raw['type'] === type)
    },
  }
  const by = { by: 'p02', madeAt: 1 }
  await desk.put(PLAN, repPlanRecord, 'plan', {
    ...by,
    code: 'REP-1',
    daysPerWeek: 0.5,
    startOn: '2026-11-09',
    writtenOn: '2026-11-09',
  })
  await desk.put(PLAN, repItemRecord, 'folders', {
    ...by,
    milestone: 'w1',
    text: 'Folders show the next step',
    evidenceExpected: 'Folders, counted',
    owner: 'p03',
  })
  return desk
}
