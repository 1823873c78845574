import { z } from 'zod'
import { accessFactsSchema, type AccessFacts } from '../domain/access/facts.ts'

const sessionSchema = z.object({ facts: accessFactsSchema, demo: z.boolean() })
const peopleSchema = z.array(
  z.object({
    person: z.string(),
    name: z.string(),
    job: z.string(),
    /** What this person of the demonstration can try, in words. */
    tries: z.string().nullable().default(null),
  }),
)
export type DemoPerson = z.infer<typeof peopleSchema>[number]

export type SessionAnswer =
  | { readonly kind: 'in'; readonly facts: AccessFacts; readonly demo: boolean }
  | { readonly kind: 'out' }
  /** No answer, or one that is not the relay's: a school's network sign-in page, say. */
  | { readonly kind: 'no-answer' }

async function ask(path: string, init?: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { ...init, signal: AbortSignal.timeout(8000) })
  } catch {
    return null
  }
}

async function answerOf(response: Response | null): Promise<SessionAnswer> {
  if (response?.status === 401) return { kind: 'out' }
  if (!response?.ok) return { kind: 'no-answer' }
  const parsed = sessionSchema.safeParse(await response.json().catch(() => null))
  return parsed.success ? { kind: 'in', ...parsed.data } : { kind: 'no-answer' }
}

export const fetchSession = async (): Promise<SessionAnswer> => answerOf(await ask('/api/session'))

/** One-tap sign-in as a demonstration person; the relay allows it in demo mode only. */
export const signInAs = async (person: string): Promise<SessionAnswer> =>
  answerOf(
    await ask('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person }),
    }),
  )

export const endSession = () => ask('/api/session', { method: 'DELETE' })

/** The demonstration people; or that there is no signal, or that this relay has no demonstration. */
export async function fetchDemoPeople(): Promise<
  readonly DemoPerson[] | 'no-answer' | 'no-demonstration'
> {
  const response = await ask('/api/demo/people')
  if (!response) return 'no-answer'
  if (response.status === 404) return 'no-demonstration'
  if (!response.ok) return 'no-answer'
  return peopleSchema.safeParse(await response.json().catch(() => null)).data ?? 'no-answer'
}
