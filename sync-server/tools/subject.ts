// What is kept of one person: npm run subject -- --name "Full Name" [--out FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { subjectPage } from '../subject/page.ts'
import { searchSubject } from '../subject/search.ts'
import { option, withDatabase } from './folder.ts'

const args = process.argv.slice(2)
const name = option(args, 'name')
if (!name || name.trim().length < 3) throw new Error('Say whom: --name "Full Name"')
const started = performance.now()
const report = withDatabase((db) => searchSubject(db, name.trim(), Date.now()))
const out = option(args, 'out') ?? '.'
mkdirSync(out, { recursive: true, mode: 0o700 })
writeFileSync(path.join(out, 'subject.json'), JSON.stringify(report, null, 1), { mode: 0o600 })
writeFileSync(path.join(out, 'subject.html'), subjectPage(report), { mode: 0o600 })
const seconds = ((performance.now() - started) / 1000).toFixed(1)
process.stdout.write(
  `${report.found.length} places, ${JSON.stringify(report.searched)}, ${seconds} s. ` +
    `Written: ${path.join(out, 'subject.json')} and subject.html\n`,
)
