import type { Db } from '../database.ts'

/** What one class list says of who may open it and its papers. */
export interface ClassSays {
  /** The list's document. */
  readonly list: string
  readonly urn: string
  /** The list's last row that was read. */
  readonly head: number
  /** Its teachers with the list itself; colleagues asked to mark, each with the paper. */
  readonly named: readonly { readonly doc: string; readonly person: string }[]
  /** Who began it, if they are not among its teachers any more; else null. */
  readonly handedOnBy: string | null
}

const statements = (db: Db) => ({
  heads: db.prepare<[], { list: string; head: number }>('select list, head from class_lists'),
  lists: db.prepare<[], { list: string; urn: string }>(
    'select list, urn from class_lists order by list',
  ),
  of: db.prepare<[string], { list: string; doc: string; person: string }>(
    'select list, doc, person from class_named where list = ?',
  ),
  named: db.prepare<[string], { doc: string }>(
    'select distinct doc from class_named where person = ? order by doc',
  ),
  handedOn: db.prepare<[string], { list: string }>(
    'select list from class_lists where handed_on_by = ? order by list',
  ),
  one: db.prepare<[string], { handedOnBy: string | null }>(
    'select handed_on_by as handedOnBy from class_lists where list = ?',
  ),
  put: db.prepare<[string, string, number, string | null], unknown>(
    `insert into class_lists (list, urn, head, handed_on_by) values (?, ?, ?, ?)
     on conflict (list) do update set head = excluded.head, handed_on_by = excluded.handed_on_by`,
  ),
  clear: db.prepare<[string], unknown>('delete from class_named where list = ?'),
  name: db.prepare<[string, string, string], unknown>(
    'insert or ignore into class_named (list, doc, person) values (?, ?, ?)',
  ),
})

/** Who teaches which class and who was asked to mark which paper, as the class lists say. */
export class Teaching {
  readonly #sql: ReturnType<typeof statements>

  constructor(db: Db) {
    this.#sql = statements(db)
  }

  /** The last row that was read of each class list. */
  heads(): Map<string, number> {
    return new Map(this.#sql.heads.all().map(({ list, head }) => [list, head]))
  }

  /** @param leads URNs of schools all of whose class lists are this person's */
  of(person: string, leads: readonly string[]): { teaching: string[]; handedOn: string[] } {
    const led =
      leads.length === 0 ? [] : this.#sql.lists.all().filter(({ urn }) => leads.includes(urn))
    const named = this.#sql.named.all(person).map(({ doc }) => doc)
    return {
      teaching: [...new Set([...named, ...led.map(({ list }) => list)])],
      handedOn: this.#sql.handedOn.all(person).map(({ list }) => list),
    }
  }

  /** @returns whose rights differ by what the list says now, and whether it is a list nobody knew */
  changes(says: ClassSays): { readonly people: string[]; readonly isNew: boolean } {
    const key = ({ doc, person }: { doc: string; person: string }) => `${doc} ${person}`
    const before = this.#sql.of.all(says.list)
    const [was, is] = [new Set(before.map(key)), new Set(says.named.map(key))]
    const known = this.#sql.one.get(says.list)
    const handed = [known?.handedOnBy ?? null, says.handedOnBy]
    const people = [
      ...before.flatMap((one) => (is.has(key(one)) ? [] : [one.person])),
      ...says.named.flatMap((one) => (was.has(key(one)) ? [] : [one.person])),
      ...(handed[0] === handed[1] ? [] : handed.filter((person) => person !== null)),
    ]
    return { people: [...new Set(people)], isNew: known === undefined }
  }

  /** To be called inside a transaction. */
  put({ list, urn, head, named, handedOnBy }: ClassSays) {
    this.#sql.put.run(list, urn, head, handedOnBy)
    this.#sql.clear.run(list)
    for (const { doc, person } of named) this.#sql.name.run(list, doc, person)
  }
}
