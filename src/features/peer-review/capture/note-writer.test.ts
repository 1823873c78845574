import { describe, expect, it } from 'vitest'
import { createRecord, rawRecords } from '../../../crdt/records.ts'
import { type Note, noteRecord } from '../../../domain/peer-review/note.ts'
import { openDocuments } from '../../../store/documents.ts'
import {
  emptyDisk,
  memoryCache,
  memoryJournal,
  type MemoryDisk,
} from '../../../../test/helpers/memory-store.ts'
import { NoteWriter } from './note-writer.ts'

const NAME = 'review/r-1/notes/p04'

async function startTablet(disk: MemoryDisk = emptyDisk()) {
  let chance = 0
  let ids = 0
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: {
      now: () => 1000,
      random: (n) => Uint8Array.from({ length: n }, () => ++chance % 256),
      after: (ms, fn) => {
        const timer = setTimeout(fn, ms)
        return () => clearTimeout(timer)
      },
    },
    device: 'd'.repeat(32),
  })
  const ports = {
    open: () => documents.open(NAME),
    by: 'p04',
    device: documents.device,
    now: () => 1000 + ids,
    newId: () => `note-${++ids}`,
  }
  const notes = async (): Promise<Note[]> => {
    const { doc } = await documents.open(NAME)
    return rawRecords(doc).flatMap((raw) => {
      const read = noteRecord.read(raw)
      return read.ok ? [read.value] : []
    })
  }
  return { disk, documents, ports, notes }
}

describe('what a note says besides its words', () => {
  it('is kept with the first letter when it was picked before', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    await writer.opened
    writer.pick({ year: 'Year 3', count: { n: 26, of: 28 }, outOfRemit: true })
    expect(await notes()).toEqual([])
    expect(writer.get().picked).toMatchObject({ count: { n: 26, of: 28 } })
    writer.type('Folders with a date')
    expect(await notes()).toMatchObject([
      { year: 'Year 3', count: { n: 26, of: 28 }, outOfRemit: true },
    ])
  })

  it('is changed and taken back one by one, the words untouched', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    writer.type('Folders with a date')
    await writer.flush()
    expect((await notes())[0]).toMatchObject({ year: null, count: null, outOfRemit: false })
    writer.pick({ count: { n: 25, of: 28 } })
    writer.pick({ count: { n: 26, of: 28 } })
    writer.pick({ outOfRemit: true })
    writer.pick({ year: 'Year 4' })
    expect(writer.get().note).toMatchObject({
      text: 'Folders with a date',
      count: { n: 26, of: 28 },
      year: 'Year 4',
      outOfRemit: true,
    })
    writer.pick({ outOfRemit: false, count: null, year: null })
    const all = await notes()
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({
      text: 'Folders with a date',
      year: null,
      count: null,
      outOfRemit: false,
    })
  })

  it('is picked while the document still opens, and is there after a restart', async () => {
    const first = await startTablet()
    const writer = new NoteWriter(first.ports, null)
    writer.pick({ count: { n: 5, of: 6 }, year: 'Year 5' })
    writer.type('Named the next step')
    writer.pick({ outOfRemit: true })
    await writer.flush()
    const second = await startTablet(first.disk)
    expect(await second.notes()).toMatchObject([
      { text: 'Named the next step', count: { n: 5, of: 6 }, year: 'Year 5', outOfRemit: true },
    ])
  })

  it('C2 keeps a note outside the remit with all its words', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    writer.type('Something about the budget')
    await writer.opened
    writer.pick({ outOfRemit: true })
    writer.type('Something about the budget of the library')
    expect(await notes()).toMatchObject([
      { text: 'Something about the budget of the library', outOfRemit: true, removedAt: null },
    ])
  })

  it('is left alone in a note of a newer app', async () => {
    const { ports, documents } = await startTablet()
    const { doc } = await documents.open(NAME)
    const newer = { ...noteRecord, version: 9 }
    const fields = { by: 'p04', madeAt: 1, text: 'New words', year: 'Year 3' }
    createRecord(doc, newer, 'n-9', fields, { device: 'd', at: 1 })
    const writer = new NoteWriter(ports, 'n-9')
    await writer.opened
    writer.pick({ year: 'Year 4', count: { n: 1, of: 2 }, outOfRemit: true })
    expect(rawRecords(doc)[0]).toMatchObject({ year: 'Year 3' })
    expect(rawRecords(doc)[0]).not.toHaveProperty('count')
  })
})

describe('writing a note', () => {
  it('makes no record for a card that stays empty', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    await writer.opened
    writer.pick({ kind: 'saw', slot: 's-1' })
    writer.type('  \n')
    await writer.flush()
    expect(await notes()).toEqual([])
    expect(writer.get().id).toBeNull()
  })

  it('makes one record with the first letter, with all that was picked before', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    await writer.opened
    writer.pick({ slot: 's-1', place: 'Playground', kind: 'saw', question: null })
    writer.type('2')
    writer.type('26 of 28 folders')
    const [note, ...others] = await notes()
    expect(others).toEqual([])
    expect(note).toMatchObject({
      text: '26 of 28 folders',
      slot: 's-1',
      place: 'Playground',
      by: 'p04',
    })
    expect(note?.kind.map(({ value }) => value)).toEqual(['saw'])
    expect(note?.question).toEqual([])
  })

  it('writes what was typed before the document was open, also when the screen is gone', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    const off = writer.subscribe(() => undefined)
    writer.type('Quick')
    expect(writer.get()).toMatchObject({ text: 'Quick', waiting: true })
    off()
    await writer.flush()
    expect((await notes()).map(({ text }) => text)).toEqual(['Quick'])
    expect(writer.get().waiting).toBe(false)
  })

  it('is on the disk after a restart', async () => {
    const first = await startTablet()
    const writer = new NoteWriter(first.ports, null)
    writer.type('Nine minutes of waiting')
    await writer.flush()
    const second = await startTablet(first.disk)
    expect((await second.notes()).map(({ text }) => text)).toEqual(['Nine minutes of waiting'])
  })

  it('goes on with a note that is there', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    writer.type('One')
    await writer.flush()
    const again = new NoteWriter(ports, writer.get().id)
    await again.opened
    expect(again.get().text).toBe('One')
    again.type('One, two')
    again.pick({ lean: 'strength' })
    const all = await notes()
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ text: 'One, two', lean: [{ value: 'strength' }] })
  })

  it('counts a note as removed when its words are taken out, and brings it back with new ones', async () => {
    const { ports, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    await writer.opened
    writer.type('Wrong card')
    writer.type('')
    expect((await notes())[0]?.removedAt).not.toBeNull()
    writer.type('Right card')
    expect((await notes())[0]).toMatchObject({ text: 'Right card', removedAt: null })
  })

  it('shows words that come in from another device of the same person', async () => {
    const { ports, documents } = await startTablet()
    const writer = new NoteWriter(ports, null)
    let told = 0
    writer.subscribe(() => told++)
    writer.type('Mine')
    await writer.flush()
    const before = told
    const { doc } = await documents.open(NAME)
    const other = new NoteWriter(ports, writer.get().id)
    await other.opened
    other.type('Mine and more')
    expect(doc.getMap('records').size).toBe(1)
    expect(writer.get().text).toBe('Mine and more')
    expect(told).toBeGreaterThan(before)
  })

  it('keeps its words through a document that is made again', async () => {
    const { ports, documents, notes } = await startTablet()
    const writer = new NoteWriter(ports, null)
    writer.subscribe(() => undefined)
    writer.type('Before')
    await writer.flush()
    await documents.refetch(NAME)
    await documents.caughtUp(NAME, 0)
    writer.type('Before and after')
    await writer.flush()
    expect((await notes()).map(({ text }) => text)).toEqual(['Before and after'])
  })

  it('leaves a note of a newer app alone', async () => {
    const { ports, documents } = await startTablet()
    const { doc } = await documents.open(NAME)
    const newer = { ...noteRecord, version: 9 }
    createRecord(
      doc,
      newer,
      'n-9',
      { by: 'p04', madeAt: 1, text: 'New words' },
      { device: 'd', at: 1 },
    )
    const writer = new NoteWriter(ports, 'n-9')
    await writer.opened
    expect(writer.get().locked).toBe(true)
    writer.type('Old app')
    expect(String(rawRecords(doc)[0]?.['text'])).toBe('New words')
  })
})
