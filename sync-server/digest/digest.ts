import { documentsOf } from '../../src/domain/access/documents-of.ts'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { any, trustRoles } from '../../src/domain/access/held.ts'
import { schoolOfDocument } from '../../src/domain/actions/place.ts'
import type { Tallies, Tally } from '../../src/domain/actions/tally.ts'
import { parseDocumentName } from '../../src/domain/documents.ts'
import type { SqliteAccounts } from '../accounts/sqlite.ts'
import type { DocumentLog } from '../log/port.ts'
import { londonDate } from '../../src/domain/london.ts'
import type { Parts, WorkerPort } from '../worker/port.ts'
import { digestMail, type Mail, type SchoolLine } from './mail.ts'
import type { Readers } from './readers.ts'
import { type MailSettings, type Posted, smtpSender } from './smtp.ts'
import { weekToSend } from './week.ts'

export interface DigestPorts {
  readonly accounts: SqliteAccounts
  readonly log: DocumentLog
  readonly worker: Pick<WorkerPort, 'tallies'>
  readonly readers: Readers
  readonly send: (mail: Mail) => Promise<Posted>
  readonly now: () => number
  /** The address that people use, e.g. https://corridor.trust.example. */
  readonly publicUrl: string
  /** What the operator should know: counts, never content. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void
}

const ROWS_AT_ONCE = 256
const SOURCES = new Set(['school', 'plan', 'rep-work'])

/** Where the link of a mail leads to whoever stops it. */
const STOP = '/api/digest/stop'

async function partsOf(log: DocumentLog, doc: string): Promise<Parts | null> {
  const snapshot = await log.snapshot(doc)
  const rows: Uint8Array[] = []
  let seq = snapshot?.seq ?? 0
  for (;;) {
    const some = await log.after(doc, seq, ROWS_AT_ONCE)
    rows.push(...some.map(({ bytes }) => bytes))
    seq = some.at(-1)?.seq ?? seq
    if (some.length < ROWS_AT_ONCE) break
  }
  return snapshot === null && rows.length === 0 ? null : { snapshot: snapshot?.bytes ?? null, rows }
}

const together = (a: Tally | null, b: Tally | null): Tally | null => {
  if (a === null || b === null) return a ?? b
  return {
    open: a.open + b.open,
    overdue: a.overdue + b.overdue,
    thisWeek: a.thisWeek + b.thisWeek,
    doneNotTold: a.doneNotTold + b.doneNotTold,
    next: [a.next, b.next].filter(Boolean).sort()[0] ?? '',
  }
}

const openOnly = (tally: Tally | undefined): Tally | null =>
  tally === undefined || tally.open === 0 ? null : tally

/** The weekly mail: asked again and again, it sends to each reader once a week. */
export function createDigest(ports: DigestPorts) {
  const { accounts, log, worker, readers, send, now, publicUrl, note } = ports

  /** Each document is counted once for all who may read it. */
  function counting(today: string) {
    const counted = new Map<string, Promise<Tallies | null>>()
    return (doc: string) => {
      const known = counted.get(doc)
      if (known) return known
      const fresh = partsOf(log, doc).then((parts) => parts && worker.tallies(parts, today))
      counted.set(doc, fresh)
      return fresh
    }
  }

  async function linesFor(
    facts: AccessFacts,
    talliesIn: (doc: string) => Promise<Tallies | null>,
  ): Promise<SchoolLine[]> {
    const names = new Map(accounts.trust.schools().map(({ urn, name }) => [urn, name]))
    const answers = any(trustRoles(facts), ['Compliance Manager'])
    const lines = new Map<string, SchoolLine>()
    for (const doc of documentsOf(facts)) {
      const ref = parseDocumentName(doc)
      if (!ref.ok || !SOURCES.has(ref.value.kind)) continue
      const tallies = await talliesIn(doc)
      if (!tallies) continue
      const school = names.get(schoolOfDocument(facts, doc)) ?? 'Your school'
      const before = lines.get(school) ?? { school, own: null, all: null }
      lines.set(school, {
        school,
        own: together(before.own, openOnly(tallies.byOwner[facts.person])),
        all: answers ? together(before.all, openOnly(tallies.all)) : null,
      })
    }
    return [...lines.values()]
      .filter(({ own, all }) => own !== null || all !== null)
      .sort((a, b) => a.school.localeCompare(b.school, 'en-GB'))
  }

  /** @returns what became of the mail, or null where there is nothing to say */
  async function write(
    { id, name, email }: { id: string; name: string; email: string },
    week: string,
    talliesIn: (doc: string) => Promise<Tallies | null>,
  ): Promise<Posted | null> {
    const facts = accounts.factsOf(id, londonDate(now()))
    const lines = await linesFor(facts, talliesIn)
    if (lines.length === 0) {
      readers.end(id, week, 'nothing', now())
      return null
    }
    const links = {
      app: `${publicUrl}/actions`,
      stop: `${publicUrl}${STOP}/${readers.codeOf(id)}`,
    }
    // Written down before it goes: a stop in between must not send it a second time.
    readers.begin(id, week)
    const posted = await send(digestMail({ name, email }, lines, links))
    if (posted === 'sent') readers.end(id, week, 'sent', now())
    if (posted === 'not-sent') readers.failed(id, week, now())
    return posted
  }

  let busy = false
  async function run(): Promise<void> {
    const week = weekToSend(now(), londonDate)
    if (week === null || busy) return
    busy = true
    const count = { sent: 0, 'not-sent': 0, unknown: 0 }
    const talliesIn = counting(londonDate(now()))
    try {
      for (const { id, name, email, removedAt } of accounts.trust.everybody()) {
        if (removedAt !== null || email === null || email === '') continue
        if (!readers.wants(id) || !readers.isDue(id, week, now())) continue
        const posted = await write({ id, name, email }, week, talliesIn)
        if (posted !== null) count[posted] += 1
      }
    } finally {
      busy = false
    }
    if (Object.values(count).some((n) => n > 0)) note('weekly-mail', { week, ...count })
  }
  return { run }
}

interface MailOptions {
  readonly mail?: MailSettings
  readonly publicUrl?: string
}

/** @returns null where the trust has set no mail server, or no address for the links to lead to */
export const weeklyMail = (
  ports: Omit<DigestPorts, 'send' | 'publicUrl'>,
  { mail, publicUrl }: MailOptions,
) =>
  mail === undefined || publicUrl === undefined
    ? null
    : createDigest({ ...ports, send: smtpSender(mail), publicUrl })
