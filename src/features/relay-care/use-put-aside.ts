import { useEffect, useState } from 'react'
import { type PutAside, putAsideListSchema } from '../../domain/relay-care.ts'

const PATIENCE_MS = 8_000

export type PutAsideAnswer =
  | { readonly kind: 'asking' }
  | { readonly kind: 'here'; readonly putAside: readonly PutAside[] }
  | { readonly kind: 'no-answer' }

async function ask(): Promise<PutAsideAnswer> {
  try {
    const answer = await fetch('/api/quarantine', { signal: AbortSignal.timeout(PATIENCE_MS) })
    const read = putAsideListSchema.safeParse(await answer.json())
    return read.success ? { kind: 'here', putAside: read.data.putAside } : { kind: 'no-answer' }
  } catch {
    return { kind: 'no-answer' }
  }
}

/** Asked for each time the screen is opened: it is about the trust, not about this device. */
export function usePutAside(): { answer: PutAsideAnswer; again: () => void } {
  const [answer, setAnswer] = useState<PutAsideAnswer>({ kind: 'asking' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void ask().then((heard) => {
      if (!gone) setAnswer(heard)
    })
    return () => {
      gone = true
    }
  }, [turn])
  const again = () => {
    setAnswer({ kind: 'asking' })
    setTurn((n) => n + 1)
  }
  return { answer, again }
}
