// What is due to go, and letting it go: npm run retention -- due | apply --by PERSON
// A trust's own numbers of days stand in retention.json in DATA_DIR: { "notes": 30 }.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { retentionSettingsSchema } from '../../src/domain/retention.ts'
import { dueBy } from '../erasure/due.ts'
import { erase, type Erasure } from '../erasure/erase.ts'
import { addToLedger } from '../erasure/ledger.ts'
import { londonDate } from '../../src/domain/london.ts'
import { dropUnspoken } from '../photos/unspoken.ts'
import { option, withDatabase } from './folder.ts'

const [what = '', ...args] = process.argv.slice(2)
const by = option(args, 'by')
if (what !== 'due' && what !== 'apply') throw new Error('Say which: due, or apply --by PERSON')
if (what === 'apply' && by === null) throw new Error('Say who decided it: --by PERSON')

withDatabase((db, dataDir) => {
  const own = path.join(dataDir, 'retention.json')
  const settings = retentionSettingsSchema.parse(
    existsSync(own) ? JSON.parse(readFileSync(own, 'utf8')) : {},
  )
  const now = Date.now()
  const all = dueBy(db, londonDate(now), settings)
  const letGo = (doc: string): string => {
    const who = { by: by ?? '', at: now }
    const keep = (erasure: Erasure) => addToLedger(dataDir, erasure)
    const { kind } = erase(db, doc, { everything: true }, who, keep)
    if (kind === 'erased') dropUnspoken(db, dataDir, doc)
    return kind
  }
  for (const { doc, what: kind, due, held } of all) {
    const fate = held !== null ? `stays: ${held}` : what === 'due' ? 'due' : letGo(doc)
    process.stdout.write(`${due}  ${fate}  ${kind}  ${doc}\n`)
  }
  process.stdout.write(`${all.length} in all\n`)
})
