import { z } from 'zod'

/** One device's value of a choice, with its time by that device's clock. */
export interface Said<T> {
  readonly value: T
  readonly device: string
  readonly at: number
}

/**
 * A choice, mark or rating as several devices left it: no entry (never chosen), one
 * (settled), or several that nobody has picked between yet. None is ever dropped.
 */
export type Choice<T> = readonly Said<T>[]

export const choiceOf = <S extends z.ZodType>(value: S) =>
  z.array(z.object({ value, device: z.string(), at: z.number() })).default([])

/** The settled value, or null while there is none or a person has yet to pick. */
export const settled = <T>(choice: Choice<T>): T | null =>
  choice.length === 1 ? (choice[0]?.value ?? null) : null

/** Different values of a choice; more than one means that a person must pick. */
const valuesOf = <T>(choice: Choice<T>): T[] => [...new Set(choice.map((c) => c.value))]

export const differs = <T>(choice: Choice<T>): boolean => valuesOf(choice).length > 1
