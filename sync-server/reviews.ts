import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import {
  type FacilitatorFault,
  facilitatorsSchema,
  judgeFacilitators,
} from '../src/domain/action-plan/facilitators.ts'
import type { ReviewAccess } from '../src/domain/access/facts.ts'
import {
  judgeChange,
  judgePlan,
  mayPlan,
  type PlanFault,
  plansEverywhere,
  reviewChangeSchema,
  reviewPlanSchema,
  type ReviewChange,
  type ReviewPlan,
  teamApart,
} from '../src/domain/peer-review/planning.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import { londonDate } from '../src/domain/london.ts'

export interface ReviewPorts {
  readonly accounts: SqliteAccounts
  readonly now: () => number
  /** Who asks, or null without a session. */
  readonly personOf: (c: Context) => string | null
}

type Fault =
  | PlanFault
  | FacilitatorFault
  | 'signed-out'
  | 'malformed'
  | 'unknown-person'
  | 'no-such-review'
  | 'taken'

const STATUS = {
  malformed: 400,
  'signed-out': 401,
  'not-allowed': 403,
  'no-such-review': 404,
  taken: 409,
  'already-planned': 409,
  'day-started': 409,
  'too-late': 409,
  'lead-not-on-team': 422,
  'needs-reason': 422,
  'date-past': 422,
  'unknown-person': 422,
} as const satisfies Record<Fault, number>

const refuse = (c: Context, error: Fault) => c.json({ error }, STATUS[error])

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | null> {
  return schema.safeParse(await c.req.json().catch(() => null)).data ?? null
}

const keptOf = (change: ReviewChange) => ({
  date: change.date,
  ...teamApart(change),
  blindFirst: change.blindFirst,
  teamReason: change.teamReason,
})

const samePlan = (kept: ReviewAccess, { urn, ...plan }: ReviewPlan) =>
  JSON.stringify({ ...keptOf(plan), urn }) ===
  JSON.stringify({
    ...keptOf({ ...kept, reviewers: [...kept.reviewers], teamReason: kept.teamReason ?? '' }),
    urn: kept.urn,
  })

/** Planning reviews and changing their teams: what decides who may open what, so only with signal. */
export function reviewRoutes({ accounts, now, personOf: signedIn }: ReviewPorts): Hono {
  const { people } = accounts
  const factsOf = (person: string) => accounts.factsOf(person, londonDate(now()))
  const strangerIn = ({ reviewers }: ReviewChange) => reviewers.some((one) => !people.find(one))

  /** Nobody plans in another's name because a second window of the browser signed in. */
  const personOf = (c: Context) => {
    const person = signedIn(c)
    return (c.req.header('corridor-person') ?? person) === person ? person : null
  }

  async function plan(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, reviewPlanSchema)
    if (!asked) return refuse(c, 'malformed')
    // First of all, so that whoever may not plan here learns nothing of what is planned.
    if (!mayPlan(factsOf(person), asked.urn)) return refuse(c, 'not-allowed')
    const known = people.review(asked.id)?.review
    // Sent again because the answer got lost: it is planned.
    if (known) return samePlan(known, asked) ? c.json(known) : refuse(c, 'taken')
    const fault = judgePlan(factsOf(person), asked)
    if (fault) return refuse(c, fault)
    if (strangerIn(asked)) return refuse(c, 'unknown-person')
    const { id, urn } = asked
    const review: ReviewAccess = { id, urn, ...keptOf(asked), revealed: false }
    people.putReview(review)
    return c.json(review, 201)
  }

  async function change(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, reviewChangeSchema)
    if (!asked) return refuse(c, 'malformed')
    const known = people.review(c.req.param('id') ?? '')
    // Only who plans for every school may know that there is none.
    if (!known)
      return refuse(c, plansEverywhere(factsOf(person)) ? 'no-such-review' : 'not-allowed')
    const fault = judgeChange(factsOf(person), known.review, known.stage, asked)
    if (fault) return refuse(c, fault)
    if (strangerIn(asked)) return refuse(c, 'unknown-person')
    const review: ReviewAccess = { ...known.review, ...keptOf(asked) }
    people.putReview(review)
    return c.json(review)
  }

  /** Names who leads the action-plan session: they may write its plan from then on. */
  async function facilitate(c: Context) {
    const person = personOf(c)
    if (person === null) return refuse(c, 'signed-out')
    const asked = await bodyOf(c, facilitatorsSchema)
    if (!asked) return refuse(c, 'malformed')
    const known = people.review(c.req.param('id') ?? '')
    // Whether there is one is not told to whoever might name nobody for it.
    if (!known) return refuse(c, 'not-allowed')
    const fault = judgeFacilitators(factsOf(person), known.review, known.stage, asked)
    if (fault) return refuse(c, fault)
    const facilitators = [...new Set(asked.facilitators)]
    if (facilitators.some((one) => !people.find(one))) return refuse(c, 'unknown-person')
    const review = { ...known.review, facilitators, facilitatorReason: asked.reason }
    people.putReview(review)
    return c.json(review)
  }

  return new Hono().post('/', plan).put('/:id', change).put('/:id/facilitators', facilitate)
}
