import { useEffect, useState } from 'react'
import { z } from 'zod'
import { askRelay, faultIn } from '../../store/ask-relay.ts'
import { useDesk } from '../../store/react.tsx'

const waysSchema = z.object({
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), madeAt: z.number(), usedAt: z.number() }),
  ),
  accounts: z.array(z.object({ provider: z.string(), email: z.string(), usedAt: z.number() })),
  sessions: z.array(
    z.object({
      id: z.string(),
      way: z.enum(['passkey', 'google', 'microsoft', 'demonstration']),
      agent: z.string(),
      openedAt: z.number(),
      seenAt: z.number(),
      /** The session of this browser. */
      here: z.boolean(),
    }),
  ),
})
export type MyWays = z.infer<typeof waysSchema>

export interface MyAccount {
  readonly ways: MyWays | null
  /** Why there is nothing to show, or why the last change was not made. */
  readonly fault: string | null
  readonly setFault: (fault: string | null) => void
  /** Changes something and looks again. @returns whether it was done */
  readonly change: (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ) => Promise<boolean>
  readonly again: () => void
}

/** My ways of signing in and where I am signed in: known to the trust only, so with signal only. */
export function useMyAccount(): MyAccount {
  const { person } = useDesk().me
  const [ways, setWays] = useState<MyWays | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void askRelay('/api/account/ways', { person }).then((answer) => {
      if (gone) return
      const parsed = waysSchema.safeParse(answer.body)
      if (parsed.success) setWays(parsed.data)
      else setFault(faultIn(answer) ?? 'no-answer')
    })
    return () => {
      gone = true
    }
  }, [person, turn])
  const look = () => setTurn((n) => n + 1)
  return {
    ways,
    fault,
    setFault,
    async change(method, path, body) {
      setFault(null)
      const answer = await askRelay(`/api/account${path}`, { method, person, body })
      const why = faultIn(answer)
      setFault(why)
      if (why === null) look()
      return why === null
    },
    again() {
      setFault(null)
      look()
    },
  }
}
