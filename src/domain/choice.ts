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

/** Different values of a choice; more than one means that a person must pick. */
const valuesOf = <T>(choice: Choice<T>): T[] => [...new Set(choice.map((c) => c.value))]

/** The settled value, or null while there is none or a person has yet to pick. Two who say the same agree. */
export const settled = <T>(choice: Choice<T>): T | null => {
  const values = valuesOf(choice)
  return values.length === 1 ? (values[0] ?? null) : null
}

export const differs = <T>(choice: Choice<T>): boolean => valuesOf(choice).length > 1
