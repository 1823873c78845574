import type { Who } from './table.ts'

export interface DocumentRow {
  readonly what: string
  /** One that exists, and one that does not and could: nobody may tell which is which. */
  readonly there: string
  readonly absent: string | null
  readonly read: Who
  readonly write: Who
}

export const row = (
  what: string,
  there: string,
  absent: string | null,
  read: Who,
  write: Who,
): DocumentRow => ({ what, there, absent, read, write })
