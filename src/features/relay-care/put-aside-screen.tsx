import { type PutAside, tendsRelay } from '../../domain/relay-care.ts'
import { useDesk } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { putAsideWords } from './put-aside-words.ts'
import { usePutAside } from './use-put-aside.ts'

/** For those who look after the relay: whose work was put aside, why and when; never what it says. */
export default function PutAsideScreen() {
  const { me } = useDesk()
  return (
    <Page
      title="Work put aside"
      lead="Changes that the trust has kept but not let in. Nobody can read them here: only whose they are, why, and when."
      back={{ to: '/account', label: 'Account' }}
    >
      {tendsRelay(me) ? <Answer /> : <NotYours />}
    </Page>
  )
}

function NotYours() {
  return (
    <EmptyState title="Not open to you" action={<LinkButton to="/">Go to Today</LinkButton>}>
      <p>The CEO and the COO look after this. Your own work is under “This device”.</p>
    </EmptyState>
  )
}

function Answer() {
  const { answer, again } = usePutAside()
  if (answer.kind === 'asking') return <LoadingState label="Asking the trust" />
  if (answer.kind === 'no-answer')
    return (
      <ErrorState
        title="No answer from the trust"
        happened={<p>This list is kept at the trust, so it needs signal.</p>}
        safe={<p>Nothing that was put aside is lost, and nothing is thrown away.</p>}
        action={
          <Button tone="primary" onClick={again}>
            Ask again
          </Button>
        }
      />
    )
  if (answer.putAside.length === 0)
    return (
      <EmptyState title="Nothing is put aside" action={<LinkButton to="/">Go to Today</LinkButton>}>
        <p>
          Work comes here when somebody sends it who may no longer write there, or when it arrives
          damaged. They are told on their own device too.
        </p>
      </EmptyState>
    )
  return (
    <CardList label="Work put aside" columns="one">
      {answer.putAside.map((one) => (
        <PutAsideCard key={`${one.person} ${one.reason}`} one={one} />
      ))}
    </CardList>
  )
}

function PutAsideCard({ one }: { one: PutAside }) {
  const { say, next } = putAsideWords[one.reason]
  const changes = `${one.changes} ${one.changes === 1 ? 'change' : 'changes'}`
  return (
    <IndexCard
      headingLevel={2}
      title={one.name}
      meta={[changes, `last on ${sayTime(one.last, 'moment')}`]}
    >
      <p>
        <strong>{say}.</strong> {next}
      </p>
      {one.changes > 1 ? <p>The first came on {sayTime(one.first, 'moment')}.</p> : null}
    </IndexCard>
  )
}
