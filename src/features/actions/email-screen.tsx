import { useEffect, useState } from 'react'
import { askRelay } from '../../store/ask-relay.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { IconWifiOff } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'

const ADDRESS = '/api/digest'

interface Wish {
  /** Whether the trust's relay sends mail at all. */
  readonly sends: boolean
  /** Whether it has an address of this person. */
  readonly address: boolean
  readonly wanted: boolean
}

const isWish = (body: unknown): body is Wish =>
  typeof body === 'object' && body !== null && 'sends' in body && 'wanted' in body

/** The weekly e-mail on and off: it is asked of the trust, so it takes signal. */
export default function EmailScreen() {
  const { me } = useDesk()
  const [wish, setWish] = useState<Wish | 'asking' | 'no-answer'>('asking')
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let over = false
    void askRelay(ADDRESS, { person: me.person }).then(({ body }) => {
      if (!over) setWish(isWish(body) ? body : 'no-answer')
    })
    return () => {
      over = true
    }
  }, [me.person, asked])
  if (wish === 'asking') return <LoadingState label="Asking the trust" />
  const again = () => {
    setWish('asking')
    setAsked(asked + 1)
  }
  return (
    <Page
      title="E-mail on Mondays"
      lead="How many of your actions are open and when the next is due. It names nobody but you, and says nothing of what was found."
      back={{ to: '/actions', label: 'Actions' }}
    >
      {wish === 'no-answer' ? (
        <EmptyState
          icon={IconWifiOff}
          title="This takes signal"
          action={
            <Button tone="primary" onClick={again}>
              Ask again
            </Button>
          }
        >
          <p>The trust could not be asked just now. Nothing was changed.</p>
        </EmptyState>
      ) : (
        <Wanted key={asked} wish={wish} onFault={() => setWish('no-answer')} />
      )}
    </Page>
  )
}

function Wanted({ wish, onFault }: { wish: Wish; onFault: () => void }) {
  const { me } = useDesk()
  const [wanted, setWanted] = useState(wish.wanted)
  const change = async (next: boolean) => {
    setWanted(next)
    const { status } = await askRelay(ADDRESS, {
      method: 'PUT',
      body: { wanted: next },
      person: me.person,
    })
    if (status !== 200) onFault()
  }
  if (!wish.sends)
    return (
      <Notice tone="info" live={false} title="Your trust sends no e-mail from Corridor">
        Whoever looks after Corridor at the trust can turn it on. Your actions are all in the list.
      </Notice>
    )
  if (!wish.address)
    return (
      <Notice tone="info" live={false} title="The trust has no e-mail address of yours">
        Ask whoever invited you. Your actions are all in the list meanwhile.
      </Notice>
    )
  return (
    <CheckLine
      label="Send me an e-mail on Mondays at seven"
      hint="Only in weeks in which something of yours is open."
      checked={wanted}
      onChange={(next) => void change(next)}
    />
  )
}
