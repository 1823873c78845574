import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { RepAccess } from '../src/domain/access/facts.ts'
import { isMentor, leadsReps } from '../src/domain/access/reps.ts'
import {
  extensionNoOf,
  judgeBegin,
  judgeMentors,
  type RepBegin,
  repBeginSchema,
  type RepFault,
  repMentorsSchema,
} from '../src/domain/rep/begin.ts'
import { londonDate } from '../src/domain/london.ts'
import type { ReviewPorts } from './reviews.ts'

type Fault = RepFault | 'signed-out' | 'malformed' | 'not-a-mentor' | 'taken'

const STATUS = {
  malformed: 400,
  'signed-out': 401,
  'not-allowed': 403,
  taken: 409,
  'not-extended': 409,
  'already-extended': 409,
  ended: 409,
  'not-its-plan': 422,
  'not-a-mentor': 422,
} as const satisfies Record<Fault, number>

const refuse = (c: Context, error: Fault) => c.json({ error }, STATUS[error])

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  return schema.safeParse(await c.req.json().catch(() => null)).data ?? null
}

const samePlan = (kept: RepAccess, { urn, kind, mentors, extensionOf }: RepBegin): boolean =>
  kept.urn === urn &&
  kept.kind === kind &&
  kept.extensionOf === extensionOf &&
  kept.mentors.join() === [...new Set(mentors)].join()

/** Beginning rapid enhancement plans and naming their mentors: what decides who may open what, so only with signal. */
export function repRoutes({ accounts, now, personOf: signedIn }: ReviewPorts): Hono {
  const { people } = accounts
  const factsOf = (person: string) => accounts.factsOf(person, londonDate(now()))
  const allMentors = (mentors: readonly string[], urn: string) =>
    mentors.every((one) => people.find(one) && isMentor(factsOf(one), urn))

  /** Nobody acts in another's name because a second window of the browser signed in. */
  const personOf = (c: Context) => {
    const person = signedIn(c)
    return (c.req.header('corridor-person') ?? person) === person ? person : null
  }

  async function begin(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, repBeginSchema)
    if (!asked) return refuse(c, 'malformed')
    // First of all, so that whoever may not begin one here learns nothing of those there are.
    if (!leadsReps(factsOf(person), asked)) return refuse(c, 'not-allowed')
    const known = people.reps.find(asked.id)
    // Sent again because the answer got lost: it is begun.
    if (known) return samePlan(known, asked) ? c.json(known) : refuse(c, 'taken')
    const fault = judgeBegin(factsOf(person), asked)
    if (fault) return refuse(c, fault)
    if (!allMentors(asked.mentors, asked.urn)) return refuse(c, 'not-a-mentor')
    const { id, urn, kind, extensionOf } = asked
    const before = extensionOf === null ? null : people.reps.find(extensionOf)
    people.reps.put({
      id,
      urn,
      kind,
      mentors: [...new Set(asked.mentors)],
      writtenBy: person,
      extensionOf,
      extensionNo: extensionNoOf(before),
    })
    return c.json(people.reps.find(id), 201)
  }

  async function name(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, repMentorsSchema)
    if (!asked) return refuse(c, 'malformed')
    const known = people.reps.find(c.req.param('id') ?? '')
    // Whether there is one is not told to whoever might name nobody for it.
    if (!known) return refuse(c, 'not-allowed')
    const fault = judgeMentors(factsOf(person), known)
    if (fault) return refuse(c, fault)
    if (!allMentors(asked.mentors, known.urn)) return refuse(c, 'not-a-mentor')
    people.reps.put({ ...known, mentors: [...new Set(asked.mentors)] })
    return c.json(people.reps.find(known.id))
  }

  return new Hono().post('/', begin).put('/:id', name)
}
