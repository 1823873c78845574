import { z } from 'zod'
import { type AccessFacts, accessFactsSchema } from './access/facts.ts'

const sessionSchema = z.object({ facts: accessFactsSchema, demo: z.boolean() })

/** What the relay says when it is asked, or told, who somebody is. */
export type SessionAnswer =
  | { readonly kind: 'in'; readonly facts: AccessFacts; readonly demo: boolean }
  /** `why` is the relay's reason, where there is one to give. */
  | { readonly kind: 'out'; readonly why?: string }
  /** No answer, or one that is not the relay's: a school's network sign-in page, say. */
  | { readonly kind: 'no-answer' }

const errorSchema = z.object({ error: z.string() })

/** @param status of the HTTP answer, or null when none came */
export function readSessionAnswer(status: number | null, body: unknown): SessionAnswer {
  if (status === null) return { kind: 'no-answer' }
  if (status >= 400 && status < 500) {
    const said = errorSchema.safeParse(body).data?.error
    if (said !== undefined) return { kind: 'out', why: said }
    return status === 401 ? { kind: 'out' } : { kind: 'no-answer' }
  }
  const parsed = sessionSchema.safeParse(body)
  return parsed.success ? { kind: 'in', ...parsed.data } : { kind: 'no-answer' }
}
