import {
  concernedBy,
  type DeviceList,
  deviceViewSchema,
  type DeviceView,
  type LostReport,
} from '../../src/domain/devices.ts'
import type { SqliteAccounts } from '../accounts/sqlite.ts'

/** What has to be said beside documents so that they can be put into words. */
function around(accounts: SqliteAccounts, views: readonly DeviceView[]) {
  const { reviews, reps, people } = concernedBy(views.flatMap(({ docs }) => docs))
  return {
    reviews: accounts.people
      .reviews()
      .filter(({ id }) => reviews.includes(id))
      .map(({ id, urn, date }) => ({ id, urn, date })),
    reps: accounts.people.reps
      .all()
      .filter(({ id }) => reps.includes(id))
      .map(({ id, urn }) => ({ id, urn })),
    people: people.map((person) => ({
      person,
      name: accounts.people.find(person)?.name ?? person,
    })),
  }
}

/** Devices of those whom `sees` lets through, the last heard first. */
export function listOf(accounts: SqliteAccounts, sees: (person: string) => boolean): DeviceList {
  accounts.flush()
  // One that was signed out in order is a new device the next time: the old one is of no interest.
  const devices = accounts.enrolments
    .views()
    .filter(({ person, wipedAt, revokedAt }) => sees(person) && (!wipedAt || revokedAt !== null))
  return { devices, ...around(accounts, devices) }
}

/** What was on a lost device when it was reported; whether it has emptied itself is as of now. */
export function reportOf(accounts: SqliteAccounts, device: string): LostReport | null {
  const then = deviceViewSchema.safeParse(accounts.enrolments.reportOf(device))
  if (!then.success) return null
  const wipedAt = accounts.enrolments.view(device)?.wipedAt ?? null
  return { device: { ...then.data, wipedAt }, ...around(accounts, [then.data]) }
}
