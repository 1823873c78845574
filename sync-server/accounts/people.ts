import { z } from 'zod'
import {
  type AccessFacts,
  type CalendarEntry,
  type LetterAudience,
  type NotesLeft,
  type PlanToRead,
  type ReviewAccess,
  reviewAccessSchema,
  type SchoolHead,
} from '../../src/domain/access/facts.ts'
import { seesCalendarOf } from '../../src/domain/access/held.ts'
import { type IsoDate, personId } from '../../src/domain/ids.ts'
import { type RoleAssignment, roleAssignmentSchema, heldOn } from '../../src/domain/roles.ts'
import { letterIsIssued } from '../../src/domain/access/reviews.ts'
import { type Db, transactor } from '../database.ts'
import { couldConcern, ledBy } from './concerns.ts'
import { type Person, statements } from './people-rows.ts'
import { Reps } from './reps.ts'
import { type ClassSays, Teaching } from './teaching.ts'

export type { Person } from './people-rows.ts'

const leaderSchema = roleAssignmentSchema.extend({ person: z.string(), urn: z.string() })

type Listener = (people: readonly string[]) => void

/** The trust's people, the days they hold their roles, and the teams of its reviews. */
export class People {
  readonly #sql: ReturnType<typeof statements>
  readonly #inOne: ReturnType<typeof transactor>
  readonly #teaching: Teaching
  readonly reps: Reps
  readonly #listeners = new Set<Listener>()
  #version: number
  #reviews: { review: ReviewAccess; stage: string }[] | null = null
  #leaders: z.infer<typeof leaderSchema>[] | null = null

  constructor(db: Db) {
    this.#sql = statements(db)
    this.#inOne = transactor(db)
    this.#teaching = new Teaching(db)
    this.reps = new Reps(db, {
      held: () => this.all().map(({ id }) => ({ id, roles: this.rolesOf(id) })),
      change: (people, write) => this.#change(people, write),
    })
    this.#version = this.#sql.newest.get()?.version ?? 0
  }

  version(): number {
    return this.#version
  }

  accessVersion(person: string): number {
    return this.#sql.find.get(person)?.access ?? 0
  }

  factsOf(person: string, today: IsoDate): AccessFacts {
    const found = this.#sql.find.get(person)
    const here = found && found.removedAt === null
    const roles = here ? this.rolesOf(person) : []
    const held = roles.filter((role) => heldOn(role, today))
    const reviews = here ? this.#reviewsFor(person, held) : []
    const calendar = this.#calendar().filter(({ urn }) => seesCalendarOf(held, urn))
    const heads = here ? this.#headsOn(today) : []
    const name = found?.name ?? ''
    const plans = here ? this.#plansFor(held) : []
    const schools = this.#schoolsOf(held)
    const holder = { person: personId(person), today, roles }
    return {
      ...holder,
      name,
      reviews,
      calendar,
      heads,
      schools,
      plans,
      reps: this.reps.readBy(holder),
      ...(here ? this.#teaching.of(person, ledBy(held)) : {}),
    }
  }

  #schoolsOf(held: readonly RoleAssignment[]): string[] {
    const schools = this.#sql.schools.all()
    if (held.some(({ urn }) => urn === null)) return schools
    return schools.filter((school) => held.some(({ urn }) => urn === school))
  }

  /** Everybody who is still there. */
  all(): Person[] {
    return this.#sql.all.all()
  }

  find(id: string): Person | null {
    const found = this.#sql.find.get(id)
    if (!found || found.removedAt !== null) return null
    return { id: found.id, name: found.name, job: found.job, urn: found.urn }
  }

  /** Whether there is anybody who was not invented for a demonstration. */
  hasReal(): boolean {
    return (this.#sql.hasReal.get()?.n ?? 0) > 0
  }

  reviews(): readonly ReviewAccess[] {
    return this.#kept().map(({ review }) => review)
  }

  /** A review and its stage as the confirmed decisions have it, or null. */
  review(id: string): { readonly review: ReviewAccess; readonly stage: string } | null {
    return this.#kept().find(({ review }) => review.id === id) ?? null
  }

  /** @param also what must be written with it or not at all */
  add(
    person: Person,
    roles: readonly RoleAssignment[],
    options?: { demo: boolean },
    also?: () => void,
  ) {
    const { id, name, job, urn } = person
    this.#change([id], () => {
      this.#sql.add.run(id, name, job, urn, options?.demo ? 1 : 0)
      this.#writeRoles(id, roles)
      also?.()
    })
  }

  /** The whole list of a person's roles, with the days they are held. */
  setRoles(person: string, roles: readonly RoleAssignment[], also?: () => void) {
    this.#change([person], () => {
      this.#writeRoles(person, roles)
      also?.()
    })
  }

  /** From now on they may do nothing; what they still send is put aside, not lost. */
  remove(person: string, now: number, also?: () => void) {
    this.#change([person], () => {
      this.#sql.remove.run(now, person)
      also?.()
    })
  }

  /** As they were before they were removed, with the roles they had. */
  bringBack(person: string, also?: () => void) {
    this.#change([person], () => {
      this.#sql.bringBack.run(person)
      also?.()
    })
  }

  putReview(review: ReviewAccess) {
    this.#change(this.#concerned(review), () =>
      this.#sql.putReview.run(review.id, review.urn, JSON.stringify(review)),
    )
  }

  /** Where a confirmed decision led; those whose calendar or rights it changes are told. */
  setStage(id: string, stage: string) {
    const known = this.review(id)
    if (!known || known.stage === stage) return
    const opens = letterIsIssued({ stage }) !== letterIsIssued(known)
    const told = [
      ...this.#concerned(known.review),
      ...(opens ? this.#staffOf(known.review.urn) : []),
    ]
    this.#change([...new Set(told)], () => this.#sql.setStage.run(stage, id))
  }

  /** The lead has revealed the notes. */
  reveal(id: string) {
    const known = this.review(id)?.review
    if (known && !known.revealed) this.putReview({ ...known, revealed: true })
  }

  /** When the letter was sent, and with whom else the head shares it. */
  setLetter(id: string, letter: { letterFor: LetterAudience[]; letterAt?: number }) {
    const known = this.review(id)?.review
    if (!known) return
    const { letterFor = [], letterAt } = known
    const same = letterFor.join() === letter.letterFor.join() && letterAt === letter.letterAt
    if (!same) this.putReview({ ...known, ...letter })
  }

  /** How far the notes of a review have been left at the school, as the decisions have it. */
  leaveNotes(id: string, left: NotesLeft) {
    const known = this.review(id)?.review
    if (known && JSON.stringify(known.left) !== JSON.stringify(left))
      this.putReview({ ...known, left })
  }

  /** Last rows that were read of the class lists. */
  classHeads(): Map<string, number> {
    return this.#teaching.heads()
  }

  /** A class list as it was just read: those whose rights it changes are told. */
  teach(says: ClassSays) {
    const { people, isNew } = this.#teaching.changes(says)
    const told = [...new Set([...people, ...(isNew ? this.#leadersOf(says.urn) : [])])]
    const put = () => this.#teaching.put(says)
    if (told.length === 0) this.#inOne(put)
    else this.#change(told, put)
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #kept() {
    this.#reviews ??= this.#sql.reviews.all().map(({ body, stage }) => ({
      review: reviewAccessSchema.parse(JSON.parse(body)),
      stage,
    }))
    return this.#reviews
  }

  #reviewsFor(person: string, held: readonly RoleAssignment[]): ReviewAccess[] {
    return this.#kept()
      .filter(({ review }) => couldConcern(person, held, review))
      .map(({ review, stage }) => ({ ...review, stage }))
  }

  #calendar(): CalendarEntry[] {
    return this.#kept().map(({ review: { id, urn, date, lead }, stage }) => ({
      id,
      urn,
      date,
      lead,
      stage,
    }))
  }

  /** Action plans of the schools where somebody holds a role, once the letter has gone (C3). */
  #plansFor(held: readonly RoleAssignment[]): PlanToRead[] {
    return this.#kept()
      .filter(
        ({ stage, review }) =>
          letterIsIssued({ stage }) && held.some(({ urn }) => urn === review.urn),
      )
      .map(({ review: { id, urn, date } }) => ({ id, urn, date }))
  }

  #headsOn(today: IsoDate): SchoolHead[] {
    this.#leaders ??= this.#sql.leaders.all().map((row) => leaderSchema.parse(row))
    return this.#leaders
      .filter((held) => heldOn(held, today))
      .map(({ urn, person }) => ({ urn, person }))
  }

  /** Everybody with a role at a school: its plan opens to them with the letter. */
  #staffOf(urn: string): string[] {
    return this.all().flatMap(({ id }) =>
      this.rolesOf(id).some((held) => held.urn === urn) ? [id] : [],
    )
  }

  #leadersOf(urn: string): string[] {
    return this.all().flatMap(({ id }) => (ledBy(this.rolesOf(id)).includes(urn) ? [id] : []))
  }

  /** Every role they were ever given, past and future ones too. */
  rolesOf(person: string): RoleAssignment[] {
    return this.#sql.roles.all(person).map((row) => roleAssignmentSchema.parse(row))
  }

  #writeRoles(person: string, roles: readonly RoleAssignment[]) {
    this.#sql.clearRoles.run(person)
    for (const { role, urn, from, to } of roles) this.#sql.addRole.run(person, role, urn, from, to)
  }

  /** Everybody who could see it before or can after, whatever day their roles are held on. */
  #concerned(review: ReviewAccess): string[] {
    const before = this.reviews().find(({ id }) => id === review.id) ?? review
    return this.all().flatMap(({ id }) => {
      const held = this.rolesOf(id)
      const sees = (one: ReviewAccess) =>
        couldConcern(id, held, one) || seesCalendarOf(held, one.urn)
      return [before, review].some(sees) ? [id] : []
    })
  }

  /** Everything that changes rights goes through here, so that nobody's change goes unnoticed. */
  #change(people: readonly string[], write: () => unknown) {
    this.#inOne(() => {
      write()
      for (const person of people) this.#sql.stamp.run(this.#version + 1, person)
    })
    this.#version += 1
    this.#reviews = null
    this.#leaders = null
    for (const listener of this.#listeners) listener(people)
  }
}
