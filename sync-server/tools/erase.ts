// Erases words or a record for good, or keeps a document from it:
//   npm run erase -- --words "Full Name" --by PERSON [--doc DOCUMENT]   (else every document)
//   npm run erase -- --record ID --doc DOCUMENT --by PERSON
//   npm run erase -- --hold "reason" --doc DOCUMENT --by PERSON, and --release --doc DOCUMENT
import { erase } from '../erasure/erase.ts'
import { addToLedger } from '../erasure/ledger.ts'
import type { Wanted } from '../erasure/targets.ts'
import { dropUnspoken } from '../photos/unspoken.ts'
import { option, withDatabase } from './folder.ts'

const args = process.argv.slice(2)
const need = (name: string): string => {
  const value = option(args, name)
  if (value === null || value.trim() === '') throw new Error(`Say --${name}`)
  return value
}

function wantedOf(): Wanted {
  const words = option(args, 'words')
  if (words === null) return { record: need('record') }
  if (words.trim().length < 3) throw new Error('Fewer than three letters stand in too many words')
  return { words }
}

withDatabase((db, dataDir) => {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const hold = option(args, 'hold')
  if (hold !== null) {
    db.prepare('insert or replace into holds (doc, reason, by, at) values (?, ?, ?, ?)').run(
      need('doc'),
      hold,
      need('by'),
      Date.now(),
    )
    return say('On hold')
  }
  if (args.includes('--release')) {
    const { changes } = db.prepare('delete from holds where doc = ?').run(need('doc'))
    return say(changes > 0 ? 'No longer on hold' : 'It was not on hold')
  }
  const wanted = wantedOf()
  const who = { by: need('by'), at: Date.now() }
  const one = 'record' in wanted ? need('doc') : option(args, 'doc')
  const names = db
    .prepare<[], string>('select name from docs union select doc from quarantine')
    .pluck()
    .all()
  for (const doc of one === null ? names : [one]) {
    const done = erase(db, doc, wanted, who, (erasure) => addToLedger(dataDir, erasure))
    if (done.kind === 'erased') {
      const photos = dropUnspoken(db, dataDir, doc)
      say(`${doc}: erased, ${done.rows} changes rewritten, ${photos} photos taken away`)
    }
    if (done.kind === 'held') say(`${doc}: stays, ${done.reason}`)
  }
  say(
    'Decisions are the trust’s record and are not rewritten: see npm run subject for what they hold.',
  )
})
