import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { repSeenRecord } from '../domain/rep/work.ts'
import { recordsBegunIn } from './begun.ts'
import { changeRecord, createRecord } from './records.ts'

const author = { device: 'd'.repeat(32), at: 1 }

it('names the records that updates bring, and not those that they only change', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  createRecord(doc, repSeenRecord, 'old', { text: 'Seen', item: 'a' }, author)
  doc.on('update', (update: Uint8Array) => updates.push(update))
  changeRecord(doc, repSeenRecord, 'old', { text: 'Seen again', proposed: 'met' }, author)
  expect([...recordsBegunIn(updates)]).toEqual([])
  createRecord(doc, repSeenRecord, 'new', { text: 'More', item: 'a' }, author)
  changeRecord(doc, repSeenRecord, 'new', { text: 'More of it', late: true }, author)
  createRecord(doc, repSeenRecord, 'next', { text: '', item: 'b' }, author)
  expect([...recordsBegunIn(updates)].sort()).toEqual(['new', 'next'])
  expect([...recordsBegunIn([Y.mergeUpdates(updates)])].sort()).toEqual(['new', 'next'])
})
