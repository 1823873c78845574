import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase, transactor } from './database.ts'
import { MIGRATIONS } from './migrations.ts'

const temporary = (work: (file: string) => void) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-db-'))
  try {
    work(path.join(folder, 'x.sqlite'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('waits for the disk at every commit', () =>
  temporary((file) => {
    const db = openDatabase(file)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  }))

it('brings a database to today’s shape once, and refuses a newer one', () =>
  temporary((file) => {
    openDatabase(file).close()
    const db = openDatabase(file)
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    db.close()
    expect(() => openDatabase(file)).toThrow('newer relay')
  }))

it('rolls back everything when the work fails', () => {
  const db = openDatabase(':memory:')
  const inOne = transactor(db)
  const put = () => db.prepare(`insert into meta values ('a', 'b')`).run()
  const fails = () =>
    inOne(() => {
      put()
      throw new Error('no')
    })
  expect(fails).toThrow('no')
  expect(db.prepare('select * from meta').all()).toEqual([])
  inOne(put)
  expect(db.prepare('select * from meta').all()).toHaveLength(1)
})
