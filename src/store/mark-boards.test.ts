import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { eraseMark, writeMark } from '../crdt/marks.ts'
import { sittingPupilRecord } from '../domain/qla/sitting.ts'
import {
  emptyDisk,
  type MemoryDisk,
  memoryCache,
  memoryJournal,
} from '../../test/helpers/memory-store.ts'
import { surroundingsAt } from '../../test/helpers/surroundings.ts'
import { openDocuments } from './documents.ts'
import { createMarkBoards } from './mark-boards.ts'

const NAME = 'qla/900001/2026-27/s1'
const DEVICE = 'd'.repeat(32)
const author = { device: DEVICE, at: 1 }
let ids = 0
const newId = () => `id${++ids}`

async function device(disk: MemoryDisk = emptyDisk()) {
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around: surroundingsAt(() => 1),
    device: DEVICE,
  })
  const opened = await documents.open(NAME)
  const boards = createMarkBoards(DEVICE, 'p12')
  const replaced: number[] = []
  const stop = boards.watch(opened, () => replaced.push(1))
  const type = (pupil: string, item: string, value: number, hand = boards.hand) =>
    writeMark(opened.doc, 'marks', { pupil, item }, { hand, value })
  return { documents, opened, boards, disk, stop, type, replaced }
}

const count = (subscribe: (tell: () => void) => () => void) => {
  let told = 0
  const stop = subscribe(() => told++)
  return { told: () => told, stop }
}

describe('marks that are followed', () => {
  it('a key typed is told to its row, to the whole board, and to no other row', async () => {
    const { boards, type } = await device()
    const all = count(boards.marks.subscribe)
    const own = count((tell) => boards.marks.subscribeRow('0', tell))
    const other = count((tell) => boards.marks.subscribeRow('1', tell))
    const before = [boards.marks.rowVersion('0'), boards.marks.rowVersion('1')]
    type('0', 'a', 1)
    expect([all.told(), own.told(), other.told()]).toEqual([1, 1, 0])
    expect(boards.marks.typed('0', 'a')).toEqual([{ hand: boards.hand, value: 1 }])
    expect(boards.marks.rowVersion('0')).not.toBe(before[0])
    expect(boards.marks.rowVersion('1')).toBe(before[1])
    own.stop()
    type('0', 'a', 0)
    expect([all.told(), own.told()]).toEqual([2, 1])
  })

  it('the retest is a board of its own', async () => {
    const { boards, opened } = await device()
    const all = count(boards.marks.subscribe)
    writeMark(opened.doc, 'retest', { pupil: '0', item: 'a' }, { hand: boards.hand, value: 1 })
    expect(all.told()).toBe(0)
    expect(boards.retest.typed('0', 'a')).toHaveLength(1)
  })

  it('what arrives from a colleague is told like a key', async () => {
    const { boards, opened } = await device()
    const elsewhere = new Y.Doc()
    writeMark(elsewhere, 'marks', { pupil: '1', item: 'a' }, { hand: 'other', value: 2 })
    const own = count((tell) => boards.marks.subscribeRow('1', tell))
    Y.applyUpdate(opened.doc, Y.encodeStateAsUpdate(elsewhere))
    expect(own.told()).toBe(1)
    expect(boards.marks.typed('1', 'a')).toEqual([{ hand: 'other', value: 2 }])
  })

  it('knows who is behind a hand, and says so itself once', async () => {
    const { boards, opened } = await device()
    expect(boards.personOf(boards.hand)).toBeNull()
    boards.introduce(opened.doc, newId, author)
    boards.introduce(opened.doc, newId, author)
    expect(boards.personOf(boards.hand)).toBe('p12')
    expect(rawRecords(opened.doc)).toHaveLength(1)
    const home = createMarkBoards('e'.repeat(32), 'p12')
    home.watch(opened, () => undefined)
    home.introduce(opened.doc, newId, { device: 'e'.repeat(32), at: 2 })
    expect([...boards.own()].sort()).toEqual([boards.hand, boards.hand, home.hand].sort())
  })

  it('follows the copy that takes the place of the shown one, and shows nothing once it stops', async () => {
    const { boards, documents, type, opened, stop, replaced } = await device()
    type('0', 'a', 1)
    await documents.restore()
    expect(replaced).toHaveLength(1)
    expect(boards.marks.typed('0', 'a')).toHaveLength(1)
    writeMark(opened.doc, 'marks', { pupil: '0', item: 'b' }, { hand: boards.hand, value: 1 })
    expect(boards.marks.typed('0', 'b')).toHaveLength(1)
    stop()
    expect(boards.marks.typed('0', 'a')).toEqual([])
  })
})

describe('marks on a device', () => {
  it('S1 are there after a kill once they were saved, a row cut short among them', async () => {
    const first = await device()
    for (let pupil = 0; pupil < 14; pupil++)
      for (let item = 0; item < 36; item++)
        first.type(pupil.toString(36), item.toString(36), (pupil + item) % 2)
    first.type('e', '0', 1)
    eraseMark(first.opened.doc, 'marks', { pupil: '0', item: '1' }, [first.boards.hand])
    await first.opened.flush()
    const again = await device(first.disk)
    let marks = 0
    for (let pupil = 0; pupil < 15; pupil++)
      for (let item = 0; item < 36; item++)
        marks += again.boards.marks.typed(pupil.toString(36), item.toString(36)).length
    expect(marks).toBe(14 * 36)
    expect(again.boards.marks.typed('e', '0')).toHaveLength(1)
    expect(again.boards.marks.typed('0', '1')).toEqual([])
  })

  it('M3 lie in no index: that holds the records of the sitting and no mark', async () => {
    const { opened, disk, type, documents } = await device()
    createRecord(
      opened.doc,
      sittingPupilRecord,
      'p1',
      { key: '0', n: 0, localId: 'Y6-01', by: 'p12', madeAt: 1 },
      author,
    )
    for (let item = 0; item < 60; item++) type('0', item.toString(36), 1)
    await opened.flush()
    expect([...disk.index.values()].map(({ type: kind }) => kind)).toEqual(['qla-sitting-pupil'])
    expect(disk.journal.size).toBe(1)
    await documents.restore()
    expect(disk.index.size).toBe(1)
  })
})
