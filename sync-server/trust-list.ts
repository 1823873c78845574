import { createHash } from 'node:crypto'
import { documentName } from '../src/domain/documents.ts'
import { newRecordId } from '../src/domain/ids.ts'
import { personRecord, schoolRecord, trustRecord } from '../src/domain/trust.ts'
import type { TrustFacts } from './accounts/trust-facts.ts'
import { writeOwn } from './demo/write.ts'
import type { DocumentLog } from './log/port.ts'

/** The same record for the same thing: written twice, after a stop in between, it is there once. */
const idFor = (what: string, key: string) =>
  newRecordId(0, createHash('sha256').update(`${what} ${key}`).digest())

export interface TrustListPorts {
  readonly log: DocumentLog
  readonly trust: TrustFacts
  readonly now: () => number
  /** Tells those who follow the document. */
  readonly wrote: (doc: string, seq: number) => void
}

/**
 * Keeps the document `trust`, which every device reads names from, up with the people and schools
 * that the relay knows. Goes on where a stop cut it short.
 */
export function createTrustList({ log, trust, now, wrote }: TrustListPorts): () => Promise<void> {
  const doc = documentName({ kind: 'trust' })
  const bring = async () => {
    const news = trust.unlisted()
    if (news.trust === null && news.schools.length + news.people.length === 0) return
    const seq = await writeOwn(log, doc, now(), (add) => {
      if (news.trust !== null) add(idFor('trust', ''), trustRecord, { name: news.trust })
      for (const school of news.schools)
        add(idFor('school', school.urn), schoolRecord, { ...school })
      for (const { id, name, job, urn } of news.people)
        add(idFor('person', id), personRecord, { person: id, name, job, urn })
    })
    trust.listed(news)
    wrote(doc, seq)
  }
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => undefined).then(bring)
    return last
  }
}
