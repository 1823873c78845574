import { useState } from 'react'
import { milestoneWords } from '../../../domain/rep/milestones.ts'
import type { ItemStanding } from '../../../domain/rep/statuses.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Arising } from '../arising/arising.tsx'
import styles from '../evidence/evidence.module.css'
import { OwnEvidence } from '../evidence/own-evidence.tsx'
import { SeenCard } from '../evidence/seen-card.tsx'
import { paths, useAddress } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { ChangeOwner } from '../review/change-owner.tsx'
import { SetStatus } from '../review/set-status.tsx'

export default function ItemScreen() {
  const id = useAddress()('item')
  return (
    <RepGate>
      {(here, today) => {
        const standing = here.standings.find(({ item }) => item.id === id)
        return standing ? (
          <OneItem key={id} here={here} standing={standing} today={today} />
        ) : (
          <NoItem rep={here.rep.id} />
        )
      }}
    </RepGate>
  )
}

interface OneItemProps {
  here: RepHere
  standing: ItemStanding
  /** yyyy-mm-dd */
  today: string
}

/** One item with everything that was said of it, open to everybody who reads the plan. */
function OneItem({ here, standing, today }: OneItemProps) {
  const { item } = standing
  const rows = [
    { label: 'To be in place', value: milestoneWords(item.milestone) },
    { label: 'Evidence expected', value: item.evidenceExpected.trim() },
    { label: 'Who shows it', value: item.shows.trim() },
  ]
  return (
    <Page
      title={item.text.trim()}
      back={{ to: paths.rep(here.rep.id), label: 'The plan' }}
      lead={here.school}
    >
      <NewerRecords here={here} />
      <SetStatus here={here} standing={standing} today={today} />
      <KeyValue items={rows.filter(({ value }) => value !== '')} />
      <ChangeOwner here={here} standing={standing} />
      <Evidence here={here} standing={standing} today={today} />
      <Section title="Actions that arise">
        <Arising here={here} item={item.id} today={today} />
      </Section>
      <LinkButton to={paths.timeline(here.rep.id)}>The plan’s timeline</LinkButton>
    </Page>
  )
}

/** In time order; the school and those who lead the plan add to it outside a visit too. */
function Evidence({ here, standing, today }: OneItemProps) {
  const { me } = useDesk()
  const [adding, setAdding] = useState(false)
  const isFresh = (by: string, visit: string, on: string) =>
    by === me.person && visit === '' && on === today
  const shown = standing.seen.filter(({ by, visit, on }) => !(adding && isFresh(by, visit, on)))
  return (
    <Section title="Evidence">
      {shown.length === 0 && !adding ? <p>Nothing has been shown yet.</p> : null}
      <ul className={styles.list} aria-label="Evidence, the first first">
        {shown.map((seen) => (
          <li key={seen.id}>
            <SeenCard here={here} seen={seen} />
          </li>
        ))}
      </ul>
      {adding ? (
        <OwnEvidence
          here={here}
          today={today}
          fresh={{ item: standing.item.id, visit: '', on: today }}
          startHere
        />
      ) : null}
      {here.writesWork ? (
        <Button
          icon={adding ? undefined : IconPlus}
          tone={adding ? 'primary' : 'quiet'}
          onClick={() => setAdding(!adding)}
        >
          {adding ? 'Done with the evidence' : 'Add evidence of today'}
        </Button>
      ) : null}
    </Section>
  )
}

function NoItem({ rep }: { rep: string }) {
  return (
    <Page title="No such item here" back={{ to: paths.rep(rep), label: 'The plan' }}>
      <EmptyState
        title="This item is not on this device"
        action={
          <LinkButton tone="primary" to={paths.rep(rep)}>
            See the plan
          </LinkButton>
        }
      >
        <p>If a colleague added it, it comes when this device has signal.</p>
      </EmptyState>
    </Page>
  )
}
