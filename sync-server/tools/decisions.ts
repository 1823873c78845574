// npm run decisions -- export --data DIR [--out FILE]
// npm run decisions -- verify FILE|--data DIR [--last FINGERPRINT]
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { repAccessSchema, reviewAccessSchema } from '../../src/domain/access/facts.ts'
import { roleAssignmentSchema } from '../../src/domain/roles.ts'
import { type Audit, auditDecisions, type DecisionsExport, exportSchema } from './audit.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const USAGE = `Say what to do:
  npm run decisions -- export --data DIR [--out FILE]
  npm run decisions -- verify FILE [--last FINGERPRINT]
  npm run decisions -- verify --data DIR [--last FINGERPRINT]`

/** What lies on the relay's disk, row by row as it is: nothing is put right on the way. */
function readFolder(dataDir: string): DecisionsExport {
  // Only read, so that it may be asked while the relay runs.
  const db = new Database(path.join(dataDir, 'corridor.sqlite'), {
    readonly: true,
    fileMustExist: true,
  })
  try {
    const bodies = db.prepare('select body from decisions order by rowid').pluck().all() as string[]
    const decisions = bodies.map((body): unknown => JSON.parse(body))
    const held = db
      .prepare(
        `select person, role, urn, since as "from", until as "to" from roles order by person, n`,
      )
      .all() as { person: string }[]
    const reviews = db.prepare('select body from reviews order by id').pluck().all() as string[]
    // A copy from before there were plans has no such list, and is checked all the same.
    const hasReps = db.prepare(`select 1 from sqlite_master where name = 'reps'`).get()
    const reps = hasReps
      ? (db.prepare('select body from reps order by id').pluck().all() as string[])
      : []
    const last = decisions.at(-1)
    return {
      kind: 'corridor-decisions',
      version: 1,
      count: decisions.length,
      last: typeof last === 'object' && last !== null && 'hash' in last ? String(last.hash) : '',
      decisions,
      roles: [...new Set(held.map(({ person }) => person))].map((person) => ({
        person,
        held: held
          .filter((one) => one.person === person)
          .map((one) => roleAssignmentSchema.parse(one)),
      })),
      reviews: reviews.map((body) => reviewAccessSchema.parse(JSON.parse(body))),
      reps: reps.map((body) => repAccessSchema.parse(JSON.parse(body))),
    }
  } finally {
    db.close()
  }
}

function report({ count, last, faults, roles }: Audit): number {
  for (const fault of faults) say(`FAULT  ${fault}`)
  for (const note of roles.notes) say(`note   ${note}`)
  say(`${count} decisions. Role on the day borne out for ${roles.confirmed} of them.`)
  if (faults.length > 0) {
    say(`Not as they were made: ${faults.length} fault${faults.length === 1 ? '' : 's'}.`)
    return 1
  }
  say('Every decision is as it was made, in its order, from the first to the last.')
  say(`Fingerprint of the last: ${last === '' ? 'none yet' : last}`)
  say('Write it down somewhere else: with --last, the next check also shows a cut-off end.')
  return 0
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      last: { type: 'string' },
    },
  })
  const [what, file] = positionals
  if (what === 'export' && values.data !== undefined) {
    const found = readFolder(values.data)
    const text = `${JSON.stringify(found, null, 1)}\n`
    if (values.out === undefined) process.stdout.write(text)
    else {
      writeFileSync(values.out, text, { flag: 'wx' })
      say(`${found.count} decisions written to ${values.out}`)
      say(`Fingerprint of the last: ${found.last === '' ? 'none yet' : found.last}`)
    }
    return 0
  }
  if (what === 'verify' && (file !== undefined || values.data !== undefined)) {
    const found =
      values.data === undefined
        ? exportSchema.parse(JSON.parse(readFileSync(file ?? '', 'utf8')))
        : readFolder(values.data)
    return report(auditDecisions(found, values.last ?? null))
  }
  say(USAGE)
  return 2
}

try {
  process.exitCode = run()
} catch (error) {
  say(`It could not be read: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
