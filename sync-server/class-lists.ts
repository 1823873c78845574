import * as Y from 'yjs'
import { rawRecords } from '../src/crdt/records.ts'
import { documentName, type DocumentRef, parseDocumentName } from '../src/domain/documents.ts'
import { classRecord, sittingRefRecord } from '../src/domain/qla/classes.ts'
import { beganClass, classOfSitting } from '../src/domain/qla/names.ts'
import type { RecordType } from '../src/domain/record.ts'
import type { People } from './accounts/people.ts'
import type { ClassSays } from './accounts/teaching.ts'
import type { DocumentLog } from './log/port.ts'

const PAGE = 1_000

type ListRef = Extract<DocumentRef, { kind: 'class' }>

const listRef = (name: string): ListRef | null => {
  const ref = parseDocumentName(name)
  return ref.ok && ref.value.kind === 'class' ? ref.value : null
}

async function loaded(log: DocumentLog, name: string) {
  const doc = new Y.Doc()
  const snapshot = await log.snapshot(name)
  if (snapshot) Y.applyUpdate(doc, snapshot.bytes)
  let head = snapshot?.seq ?? 0
  for (;;) {
    const rows = await log.after(name, head, PAGE)
    doc.transact(() => {
      for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
    })
    head = rows.at(-1)?.seq ?? head
    if (rows.length < PAGE) return { doc, head }
  }
}

/** What a class list says of who may open what. Nothing that is in it reaches another class. */
function saysOf(doc: Y.Doc, ref: ListRef, head: number): ClassSays {
  const raws = rawRecords(doc)
  const all = <T>(type: RecordType<T>): T[] =>
    raws.flatMap((raw) => {
      const read = raw['type'] === type.type ? type.read(raw) : null
      return read?.ok ? [read.value] : []
    })
  const list = documentName(ref)
  const heads = all(classRecord)
  const teachers = heads.flatMap((one) => one.teachers)
  const began = beganClass(ref.class)
  const asked = all(sittingRefRecord).flatMap(({ sitting, markers, removedAt }) => {
    if (removedAt !== null || classOfSitting(sitting) !== ref.class) return []
    const paper = documentName({ kind: 'qla', urn: ref.urn, year: ref.year, sitting })
    return markers.map((person) => ({ doc: paper, person }))
  })
  const named = [...teachers.map((person) => ({ doc: list, person })), ...asked]
  // A list that says nothing yet is still its beginner's.
  const handedOnBy = heads.length > 0 && !teachers.includes(began) ? began : null
  return { list, urn: ref.urn, head, named, handedOnBy }
}

export interface ClassLists {
  /** Documents that have new rows; those that are class lists are read again. */
  grew(docs: Iterable<string>): void
  /** Reads every list that has grown since it was last read: at a start. */
  readAll(): Promise<void>
  /** Resolves when everything that has grown was read. */
  settled(): Promise<void>
}

export interface ClassListPorts {
  readonly log: DocumentLog
  readonly people: People
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void
}

/**
 * Brings who may open a class and its papers in line with the class's own list (B10). Only those who
 * may write a list already can name others in it, so nobody lets themselves in.
 */
export function createClassLists({ log, people, note }: ClassListPorts): ClassLists {
  const waiting = new Set<string>()
  let running: Promise<void> | null = null

  async function read(name: string) {
    const ref = listRef(name)
    if (!ref) return
    const { doc, head } = await loaded(log, name)
    people.teach(saysOf(doc, ref, head))
  }

  async function workOff() {
    for (const name of waiting) {
      waiting.delete(name)
      // Rights stay as they were: a list that cannot be read names nobody new.
      await read(name).catch((error: unknown) =>
        note('class-list-unread', { doc: name, error: String(error) }),
      )
    }
    running = null
  }

  const grew = (docs: Iterable<string>) => {
    for (const name of docs) if (listRef(name)) waiting.add(name)
    if (waiting.size > 0) running ??= Promise.resolve().then(workOff)
  }
  const settled = async () => {
    while (running) await running
  }

  return {
    grew,
    settled,
    async readAll() {
      const heads = people.classHeads()
      const { docs } = await log.changedSince(0)
      grew(docs.flatMap(({ doc, head }) => (heads.get(doc) === head ? [] : [doc])))
      await settled()
    },
  }
}
