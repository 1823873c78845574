import { useEffect, useState } from 'react'
import { z } from 'zod'
import { askRelay } from '../../store/ask-relay.ts'
import { Button } from '../../ui/button.tsx'
import styles from './sign-in.module.css'

const waysSchema = z.object({
  trust: z.string().nullable(),
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** The trust's name and its own accounts, once the relay has said. */
function useWays(): z.infer<typeof waysSchema> | null {
  const [ways, setWays] = useState<z.infer<typeof waysSchema> | null>(null)
  useEffect(() => {
    let gone = false
    void askRelay('/api/sign-in/ways').then(({ body }) => {
      const parsed = waysSchema.safeParse(body)
      if (!gone && parsed.success) setWays(parsed.data)
    })
    return () => {
      gone = true
    }
  }, [])
  return ways
}

interface ProviderButtonsProps {
  say: (name: string) => string
  /** What goes with the question: where to come back to, or the invitation. */
  query: Readonly<Record<string, string>>
  /** Whether the page may be left. */
  mayLeave: () => Promise<boolean>
  onStay: () => void
}

/** One button for each of the trust's own accounts: Google, Microsoft, or none. */
export function ProviderButtons({ say, query, mayLeave, onStay }: ProviderButtonsProps) {
  const ways = useWays()
  const go = async (id: string) => {
    if (!(await mayLeave())) return onStay()
    location.assign(`/api/sign-in/with/${id}?${new URLSearchParams(query).toString()}`)
  }
  if (!ways || ways.providers.length === 0) return null
  return (
    <div className={styles.buttons}>
      {ways.providers.map(({ id, name }) => (
        <Button key={id} wide onClick={() => void go(id)}>
          {say(name)}
        </Button>
      ))}
    </div>
  )
}
