import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import { roleAssignmentSchema } from '../../domain/roles.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { askRelay, faultIn, type RelayQuestion } from '../../store/ask-relay.ts'
import { useDesk, useRecords } from '../../store/react.tsx'

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  job: z.string(),
  urn: z.string().nullable(),
  email: z.string().nullable(),
  removedAt: z.number().nullable(),
  roles: z.array(roleAssignmentSchema),
  /** When they last signed in and were last here; null if never. */
  seen: z.object({ openedAt: z.number(), seenAt: z.number() }).nullable(),
})
export type AdminPerson = z.infer<typeof personSchema>

export const invitationSchema = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  job: z.string(),
  roles: z.array(roleAssignmentSchema),
  endsAt: z.number(),
  state: z.enum(['waiting', 'used', 'ended', 'taken-back']),
})
export type AdminInvitation = z.infer<typeof invitationSchema>

/** An invitation as it was just made: its code is told this once. */
export const sentSchema = invitationSchema.extend({ code: z.string() })
export type Sent = z.infer<typeof sentSchema>

export const listSchema = z.object({
  people: z.array(personSchema),
  invitations: z.array(invitationSchema),
})

export const pageSchema = z.object({
  person: personSchema,
  sessions: z.array(z.object({ id: z.string(), agent: z.string(), seenAt: z.number() })),
  ways: z.object({
    passkeys: z.number(),
    accounts: z.array(z.object({ provider: z.string(), email: z.string() })),
  }),
  events: z.array(
    z.object({
      n: z.number(),
      at: z.number(),
      by: z.string(),
      what: z.string(),
      detail: z.object({
        roles: z.array(roleAssignmentSchema).optional(),
        before: z.array(roleAssignmentSchema).optional(),
        about: z.string().optional(),
      }),
    }),
  ),
  names: z.record(z.string(), z.string()),
})
export type AdminPage = z.infer<typeof pageSchema>

export interface Asked<T> {
  readonly found: T | null
  readonly fault: string | null
  readonly again: () => void
}

/** What the relay says at an address; asked again on demand. Rights are the trust's: with signal only. */
export function useAsked<T>(path: string, schema: z.ZodType<T>): Asked<T> {
  const { person } = useDesk().me
  const [found, setFound] = useState<T | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void askRelay(path, { person }).then((answer) => {
      if (gone) return
      const parsed = schema.safeParse(answer.body)
      setFault(parsed.success ? null : (faultIn(answer) ?? 'no-answer'))
      if (parsed.success) setFound(parsed.data)
    })
    return () => {
      gone = true
    }
  }, [path, schema, person, turn])
  return { found, fault, again: () => setTurn((n) => n + 1) }
}

/** Asks the relay for a change in this person's name. */
export function useAct(): (path: string, question: RelayQuestion) => ReturnType<typeof askRelay> {
  const { person } = useDesk().me
  return useCallback((path, question) => askRelay(path, { ...question, person }), [person])
}

export interface School {
  readonly urn: string
  readonly name: string
}

/** The trust's schools by name, and the name of each. */
export function useSchools(): { schools: readonly School[]; nameOf: (urn: string) => string } {
  const { rows } = useRecords(schoolRecord, ['trust'])
  const schools = rows
    .map(({ urn, name }) => ({ urn, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return {
    schools,
    nameOf: (urn) => schools.find((school) => school.urn === urn)?.name ?? `School ${urn}`,
  }
}
