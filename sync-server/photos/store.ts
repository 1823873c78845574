import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import type { PhotoReceipt } from '../../src/domain/photos/relay-words.ts'
import type { Size } from '../../src/domain/photos/fit.ts'
import type { Db } from '../database.ts'

export interface TakenPhoto extends PhotoReceipt, Size {
  readonly person: string
  /** The JPEG that is given out: the same picture, made anew. */
  readonly picture: Uint8Array
}

/** Writes it whole or not at all; on the disk when it resolves. */
async function writeDurably(file: string, bytes: Uint8Array) {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(aside, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, file)
  const there = await open(folder)
  try {
    await there.sync()
  } finally {
    await there.close()
  }
}

const folderOf = (dataDir: string): string => path.join(dataDir, 'photos')
/** Uploads that are not whole yet. */
export const incomingIn = (dataDir: string): string => path.join(folderOf(dataDir), 'incoming')
const KEEP_UPLOAD_MS = 14 * 86_400_000

/**
 * The package makes its folder later, and throws where nobody catches it: that would end a running
 * relay. Here a folder that cannot be made fails the start.
 */
// @ts-expect-error -- the method is private by its types alone
class Uploads extends FileStore {
  protected override checkOrCreateDirectory() {
    mkdirSync(this.directory, { recursive: true, mode: 0o700 })
  }
}

/** Uploads in pieces. What nobody finished in a fortnight, `deleteExpired` takes away. */
export const uploadsIn = (dataDir: string): FileStore =>
  new Uploads({
    directory: incomingIn(dataDir),
    expirationPeriodInMilliseconds: KEEP_UPLOAD_MS,
  }) as unknown as FileStore

/** @param sha256 of the bytes as the device sent them, 64 hexadecimal digits */
export const fileIn = (dataDir: string, sha256: string): string =>
  path.join(folderOf(dataDir), 'kept', sha256.slice(0, 2), `${sha256}.jpg`)

export type PhotoStore = ReturnType<typeof photoStore>

/** Photos that are on the disk: one file for each, one row for each document that it belongs to. */
export function photoStore(db: Db, dataDir: string) {
  const one = db.prepare<[string, string], PhotoReceipt>(
    'select sha256, doc, bytes, at from photos where sha256 = ? and doc = ?',
  )
  const docs = db.prepare<[string], string>('select doc from photos where sha256 = ?').pluck()
  const sent = db
    .prepare<[string, number], number>(
      'select coalesce(sum(bytes), 0) from photos where person = ? and at > ?',
    )
    .pluck()
  const add = db.prepare(
    `insert or ignore into photos (sha256, doc, person, at, bytes, served, width, height)
     values (@sha256, @doc, @person, @at, @bytes, @served, @width, @height)`,
  )
  return {
    receipt: (sha256: string, doc: string): PhotoReceipt | null => one.get(sha256, doc) ?? null,
    docsOf: (sha256: string): readonly string[] => docs.all(sha256),
    /** Bytes that a person has sent since a time. */
    sentSince: (person: string, since: number): number => sent.get(person, since) ?? 0,
    /** The file is there before the row that promises it. */
    async add({ picture, ...photo }: TakenPhoto): Promise<void> {
      await writeDurably(fileIn(dataDir, photo.sha256), picture)
      add.run({ ...photo, served: picture.length })
    },
    /** The picture to give out, or null if it is gone. */
    read: (sha256: string): Promise<Uint8Array | null> =>
      readFile(fileIn(dataDir, sha256)).catch(() => null),
    forgetUpload: (id: string) =>
      Promise.all(
        [id, `${id}.json`].map((name) => rm(path.join(incomingIn(dataDir), name), { force: true })),
      ),
  }
}
