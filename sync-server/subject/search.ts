import { bytesOfBlob, type Db } from '../database.ts'
import { patternOf } from '../erasure/targets.ts'
import { excerptsIn, type Hit, hitsIn } from './in-document.ts'

export interface Found {
  readonly place:
    | 'documents'
    | 'put aside'
    | 'decisions'
    | 'reviews'
    | 'reps'
    | 'accounts'
    | 'devices'
  /** The document, decision or account that it stands in. */
  readonly at: string
  readonly kind: Hit['where'] | 'entry'
  readonly type: string
  readonly excerpt: string
}

export interface SubjectReport {
  readonly name: string
  /** Their id in the trust's list, where they have one. */
  readonly person: string | null
  readonly madeAt: number
  readonly searched: Readonly<Record<string, number>>
  readonly found: readonly Found[]
  /** Changes that they wrote themselves, by document. */
  readonly wrote: readonly { readonly doc: string; readonly changes: number }[]
}

const MASK = '[another person]'

/** Everybody else's name is covered; of names that the trust has no list of, nobody can know. */
function masker(people: readonly { name: string }[], name: string): (text: string) => string {
  const others = people.map((one) => one.name).filter((one) => one !== '' && !sameName(one, name))
  if (others.length === 0) return (text) => text
  const pattern = new RegExp(others.map((one) => patternOf(one).source).join('|'), 'gi')
  return (text) => text.replace(pattern, MASK)
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function* updatesByDocument(db: Db): Generator<{ doc: string; updates: Uint8Array[] }> {
  const docs = db.prepare<[], { id: number; name: string }>('select id, name from docs').all()
  const rows = db.prepare<[number], { bytes: Buffer }>(
    'select bytes from rows where doc = ? order by seq',
  )
  for (const { id, name } of docs)
    yield { doc: name, updates: rows.all(id).map(({ bytes }) => bytesOfBlob(bytes)) }
}

function inDocuments(db: Db, name: string, searched: Record<string, number>): Found[] {
  const found: Found[] = []
  for (const { doc, updates } of updatesByDocument(db)) {
    searched['documents'] = (searched['documents'] ?? 0) + 1
    searched['changes'] = (searched['changes'] ?? 0) + updates.length
    for (const { where, type, excerpt } of hitsIn(updates, name))
      found.push({ place: 'documents', at: doc, kind: where, type, excerpt })
  }
  return found
}

interface Texts {
  readonly place: Found['place']
  readonly sql: string
}

/** Tables whose rows are text, or bytes that hold text. */
const TABLES: readonly Texts[] = [
  { place: 'put aside', sql: 'select doc as at, bytes as text from quarantine' },
  { place: 'decisions', sql: "select 'decision ' || seq as at, body as text from decisions" },
  { place: 'reviews', sql: "select 'review ' || id as at, body as text from reviews" },
  { place: 'reps', sql: "select 'plan ' || id as at, body as text from reps" },
  {
    place: 'accounts',
    sql: "select 'person ' || id as at, name || ', ' || job as text from people",
  },
]

function inTables(db: Db, wanted: readonly string[], searched: Record<string, number>): Found[] {
  return TABLES.flatMap(({ place, sql }) => {
    const rows = db.prepare<[], { at: string; text: string | Buffer }>(sql).all()
    searched[place] = rows.length
    return rows.flatMap(({ at, text }): Found[] => {
      const said = typeof text === 'string' ? text : printable(text)
      const all = wanted.flatMap((one) => excerptsIn(said, wordOf(one)))
      return all.map((excerpt) => ({ place, at, kind: 'entry', type: '', excerpt }))
    })
  })
}

/** The word alone: an id as short as `p1` stands inside many others. */
const wordOf = (word: string) =>
  new RegExp(String.raw`(?<![\w-])${patternOf(word).source}(?![\w-])`, 'gi')

// What is put aside may be unreadable as a change; its words are found all the same.
const printable = (bytes: Buffer): string =>
  bytes.toString('utf8').replaceAll(/[^\p{L}\p{N}\p{P}\p{Zs}]+/gu, ' ')

/**
 * Everything that is kept of one person, current and deleted, with other people of the trust
 * covered. Reads only.
 * @param name as it may stand in a text
 */
export function searchSubject(db: Db, name: string, madeAt: number): SubjectReport {
  const people = db.prepare<[], { id: string; name: string }>('select id, name from people').all()
  const person = people.find((one) => sameName(one.name, name))?.id ?? null
  const mask = masker(people, name)
  const searched: Record<string, number> = {}
  const wanted = person === null ? [name] : [name, person]
  const found = [...inDocuments(db, name, searched), ...inTables(db, wanted, searched)]
  const wrote = db
    .prepare<[string], { doc: string; changes: number }>(
      `select docs.name as doc, count(*) as changes from rows join docs on docs.id = rows.doc
       where person = ? group by docs.name order by docs.name`,
    )
    .all(person ?? '')
  const devices = db
    .prepare<[string], { id: string }>('select id from devices where person = ?')
    .all(person ?? '')
    .map(({ id }): Found => ({ place: 'devices', at: id, kind: 'entry', type: '', excerpt: '' }))
  const masked = [...found, ...devices].map((one) => ({ ...one, excerpt: mask(one.excerpt) }))
  return { name, person, madeAt, searched, found: masked, wrote }
}
