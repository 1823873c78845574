import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ReviewAccess } from '../../src/domain/access/facts.ts'
import { documentName } from '../../src/domain/documents.ts'
import { reviewId } from '../../src/domain/ids.ts'
import { openDatabase } from '../../sync-server/database.ts'

/** One review, whose team may all write its one shared document. */
export interface Team {
  readonly review: string
  readonly size: number
}

export const docOf = (review: string): string =>
  documentName({ kind: 'review', review: reviewId(review) })
export const personOf = (review: string, n: number): string => `${review}-p${n}`
/** A device that has its key enrolled already: one a person. */
export const deviceOf = (person: string): string =>
  createHash('sha256').update(`device-of-${person}`).digest('hex').slice(0, 32)
/** Everybody is signed in already: what is measured begins after that. */
export const tokenOf = (person: string): string => `token-of-${person}`

export const teams = (count: number, size: number, prefix = 'bench'): Team[] =>
  Array.from({ length: count }, (_, n) => ({ review: `${prefix}-${n}`, size }))

const reviewOf = (review: string, people: readonly string[]): ReviewAccess => ({
  id: review,
  urn: '900001',
  date: '2026-11-24',
  lead: people[0] ?? '',
  reviewers: people.slice(1),
  blindFirst: false,
  revealed: false,
})

/**
 * Fills a relay's folder with people, teams and sessions before the relay starts, in one
 * transaction: through the accounts themselves thousands of people would take minutes.
 * With a public key (SPKI in DER), everybody's device is enrolled under it.
 * The relay that is measured is then the real one, with nothing changed in it.
 */
export function seedWorld(dataDir: string, all: readonly Team[], key?: Buffer) {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(path.join(dataDir, 'corridor.sqlite'))
  const person = db.prepare('insert or ignore into people (id, name, job) values (?, ?, ?)')
  const review = db.prepare('insert or ignore into reviews (id, urn, body) values (?, ?, ?)')
  const session = db.prepare(
    'insert or ignore into sessions (id, person, made_at, seen_at) values (?, ?, ?, ?)',
  )
  const device = db.prepare(
    `insert or ignore into devices (id, person, journal_high, last_contact, key, enrolled_at)
     values (?, ?, 0, ?, ?, ?)`,
  )
  const now = Date.now()
  db.transaction(() => {
    for (const team of all) {
      const people = Array.from({ length: team.size }, (_, n) => personOf(team.review, n))
      const body = reviewOf(team.review, people)
      review.run(body.id, body.urn, JSON.stringify(body))
      for (const id of people) {
        person.run(id, `Person ${id}`, 'Reviewer')
        if (key) device.run(deviceOf(id), id, now, key, now)
        session.run(createHash('sha256').update(tokenOf(id)).digest('hex'), id, now, now)
      }
    }
  })()
  db.close()
}
