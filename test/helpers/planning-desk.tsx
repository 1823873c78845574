import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { type AccessFacts, accessFactsSchema } from '../../src/domain/access.ts'
import { CorridorDatabase } from '../../src/store/db.ts'
import { openDocuments } from '../../src/store/documents.ts'
import { type Contact, type Desk, DeskProvider } from '../../src/store/react.tsx'
import { UiProvider } from '../../src/ui/provider.tsx'
import { emptyDisk, memoryCache, memoryJournal } from './memory-store.ts'
import { surroundingsAt } from './surroundings.ts'

export const TODAY = '2026-11-24'
export const HERE = '900001'
export const REVIEW = {
  id: 'r1',
  urn: HERE,
  date: '2026-12-08',
  lead: 'p07',
  reviewers: ['p03', 'p04'],
  blindFirst: false,
  revealed: false,
}
const PEOPLE: readonly (readonly [string, string, string | null])[] = [
  ['p01', 'Barnaby Quillfeather', null],
  ['p02', 'Hettie Marmalade', null],
  ['p03', 'Primrose Inkwell', HERE],
  ['p04', 'Rufus Candlestick', '900002'],
  ['p07', 'Clementine Hopscotch', null],
  ['p08', 'Otto Thimble', null],
  ['p12', 'Juno Paperclip', HERE],
]

let count = 0
const opened: CorridorDatabase[] = []
afterEach(() => {
  for (const db of opened.splice(0)) db.close()
})

export const factsOf = (person: string, role: string, urn: string | null): AccessFacts =>
  accessFactsSchema.parse({
    person,
    name: person,
    today: TODAY,
    roles: [{ role, urn, from: '2020-09-01', to: null }],
    reviews: [REVIEW],
    calendar: [{ id: 'r1', urn: HERE, date: '2026-12-08', lead: 'p07', stage: 'planned' }],
    heads: [
      { urn: HERE, person: 'p03' },
      { urn: '900002', person: 'p04' },
    ],
  })

/** A device of a small invented trust with one review planned. */
export async function deskFor(me: AccessFacts, live = true) {
  const db = new CorridorDatabase(`plan-${++count}`)
  opened.push(db)
  const row = (type: string, id: string, data: object) => ({
    doc: 'trust',
    id,
    type,
    at: 0,
    data: { type, v: 1, id, ...data },
  })
  await db.index.bulkPut([
    row('school', 's1', { urn: HERE, name: 'Rookery Pond', phase: 'Primary' }),
    row('school', 's2', { urn: '900002', name: 'Nettle Copse', phase: 'Primary' }),
    ...PEOPLE.map(([person, name, urn]) => row('person', person, { person, name, job: '', urn })),
  ])
  const disk = emptyDisk()
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => 1),
    device: 'd'.repeat(32),
  })
  let ids = 0
  const contact: Contact = { live, at: 1 }
  const desk: Partial<Desk> = {
    me,
    db,
    documents,
    readOnly: false,
    contact: { get: () => contact, subscribe: () => () => undefined },
    now: () => 1,
    newId: () => `made-here-${++ids}`,
  }
  return desk as Desk
}

export const show = (desk: Desk, children: ReactNode) =>
  render(
    <UiProvider>
      <DeskProvider value={desk}>{children}</DeskProvider>
    </UiProvider>,
  )
