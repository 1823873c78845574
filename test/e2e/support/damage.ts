import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tablet } from './tablet.ts'

/** The files in which the browser keeps a profile's databases; the browser must be off. */
function files(tablet: Tablet, wanted: RegExp): string[] {
  const stores = path.join(tablet.profile, 'Default/IndexedDB')
  return readdirSync(stores)
    .filter((name) => name.endsWith('.leveldb'))
    .flatMap((store) =>
      readdirSync(path.join(stores, store))
        .filter((name) => wanted.test(name))
        .map((name) => path.join(stores, store, name)),
    )
}

const LOGS = /\.log$/
const noise = (bytes: number) =>
  Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 131) % 251))

export const DAMAGES: Readonly<Record<string, (tablet: Tablet) => void>> = {
  'half of the log is cut off': (tablet) => {
    for (const file of files(tablet, LOGS)) truncateSync(file, Math.floor(statSync(file).size / 2))
  },
  'the log is overwritten': (tablet) => {
    for (const file of files(tablet, LOGS)) writeFileSync(file, noise(statSync(file).size))
  },
  'every file is gone': (tablet) => {
    for (const file of files(tablet, /./)) rmSync(file)
  },
}
