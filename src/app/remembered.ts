import { z } from 'zod'

const KEY = 'corridor.last'

const rememberedSchema = z.object({
  /** Who worked here last; null after a sign-out. */
  last: z.object({ person: z.string(), demo: z.boolean() }).nullable().default(null),
  /** The relay has not heard of a sign-out yet: it is told before anything else. */
  signOutOwed: z.boolean().default(false),
  /** People who signed out before all of their work could be sent. */
  waiting: z
    .array(z.object({ person: z.string(), name: z.string(), changes: z.number() }))
    .default([]),
})
export type Remembered = z.infer<typeof rememberedSchema>

const nothing: Remembered = { last: null, signOutOwed: false, waiting: [] }

/** What this browser remembers outside the people's own databases. */
export interface Memory {
  read(): Remembered
  change(part: Partial<Remembered>): void
}

export const browserMemory: Memory = {
  read() {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
      return rememberedSchema.safeParse(found).data ?? nothing
    } catch {
      return nothing // The relay's session still says who it is, once there is signal.
    }
  },
  change(part) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...browserMemory.read(), ...part }))
    } catch {
      // Full or forbidden: the next start asks the relay who it is.
    }
  },
}
