import { createRecord, type Fields } from '../../src/crdt/records.ts'
import { type AccessFacts, accessFactsSchema, type ReviewAccess } from '../../src/domain/access.ts'
import type { Proposal } from '../../src/domain/decisions.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { CorridorDatabase } from '../../src/store/db.ts'
import { dexieJournal } from '../../src/store/dexie-journal.ts'
import { openDocuments } from '../../src/store/documents.ts'
import type { Desk } from '../../src/store/react.tsx'
import { emptyDisk, memoryCache } from './memory-store.ts'
import { surroundingsAt } from './surroundings.ts'

export const REVIEW: ReviewAccess = {
  id: 'r-1',
  urn: '900001',
  date: '2026-11-17',
  lead: 'p07',
  reviewers: ['p01', 'p03', 'p04'],
  blindFirst: false,
  revealed: false,
}

type Held = AccessFacts['roles'][number]
const held = (role: Held['role'], urn: string | null): Held => ({
  role,
  urn,
  from: '2024-09-01',
  to: null,
})
const ROLES = {
  p01: [held('CEO', null)],
  p03: [held('Head', '900001')],
  p04: [held('Head', '900002')],
  p07: [held('Central AHT', null)],
} as const
const NAMES = {
  p01: 'Barnaby Quillfeather',
  p03: 'Primrose Inkwell',
  p04: 'Rufus Candlestick',
  p07: 'Clementine Drawbridge',
} as const
export type Who = keyof typeof NAMES

let opened = 0

export interface ReviewDesk extends Desk {
  readonly proposed: Omit<Proposal, 'id' | 'madeAt'>[]
  /** Puts a record into the review's document. */
  readonly put: (type: RecordType<unknown>, id: string, fields: Fields) => Promise<void>
}

/** A desk with a database of its own, on which one review lies. @param at milliseconds since 1970 */
export async function reviewDesk(who: Who, at: number): Promise<ReviewDesk> {
  const db = new CorridorDatabase(`desk-${++opened}`)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache: memoryCache(emptyDisk()),
    around: surroundingsAt(() => at),
    device: 'd'.repeat(32),
  })
  const still = <T>(value: T) => ({ get: () => value, subscribe: () => () => undefined })
  const proposed: ReviewDesk['proposed'] = []
  let ids = 0
  const me = accessFactsSchema.parse({
    person: who,
    name: NAMES[who],
    today: new Date(at).toISOString().slice(0, 10),
    roles: ROLES[who],
    reviews: [REVIEW],
  })
  return {
    me,
    db,
    documents,
    readOnly: false,
    propose: (proposal) => {
      proposed.push(proposal)
      return Promise.resolve()
    },
    present: () => undefined,
    whoIsIn: still({}),
    contact: still({ live: true, at }),
    line: still({ clockSkew: 0, signedOut: false }),
    now: () => at,
    newId: () => `new-${String(++ids).padStart(3, '0')}`,
    proposed,
    async put(type, id, fields) {
      const { doc } = await documents.open(`review/${REVIEW.id}`)
      createRecord(doc, type, id, fields, { device: 'd'.repeat(32), at })
      await documents.flush()
    },
  }
}
