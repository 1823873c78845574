import { standingWords } from '../../../domain/rep/statuses.ts'
import { live } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { Arising } from '../arising/arising.tsx'
import styles from '../evidence/evidence.module.css'
import { OwnEvidence } from '../evidence/own-evidence.tsx'
import { SeenCard } from '../evidence/seen-card.tsx'
import { paths, useAddress } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { EntriesHere } from './entries-here.tsx'
import { NoVisit } from './visit-screen.tsx'
import { standingTone } from '../words.ts'

export default function VisitItemScreen() {
  const address = useAddress()
  return (
    <RepGate>
      {(here, today) => (
        <OneItem
          key={address('item')}
          here={here}
          today={today}
          visit={address('visit')}
          item={address('item')}
        />
      )}
    </RepGate>
  )
}

interface OneItemProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  visit: string
  item: string
}

/** One item at a visit, for a cold hand: what I saw comes first. */
function OneItem({ here, today, visit: visitId, item: itemId }: OneItemProps) {
  const { me } = useDesk()
  const visit = here.visits.find(({ id }) => id === visitId)
  const standing = here.standings.find(({ item }) => item.id === itemId)
  if (!visit || !standing) return <NoVisit rep={here.rep.id} />
  const { item } = standing
  const mine = visit.by === me.person && here.writesWork
  const others = live(here.seen).filter(
    (one) => one.item === item.id && one.visit === visit.id && !(mine && one.by === me.person),
  )
  const back = paths.visit(here.rep.id, visit.id)
  return (
    <Page title={item.text.trim()} back={{ to: back, label: 'The visit' }}>
      <NewerRecords here={here} />
      <div className={styles.row}>
        <Badge tone={standingTone(standing)}>{standingWords(standing)}</Badge>
        {item.evidenceExpected.trim() === '' ? null : (
          <span className={styles.soft}>Look for: {item.evidenceExpected.trim()}</span>
        )}
      </div>
      {mine ? (
        <OwnEvidence
          here={here}
          today={today}
          fresh={{ item: item.id, visit: visit.id, on: visit.date }}
          startHere
        />
      ) : null}
      {others.map((seen) => (
        <SeenCard key={seen.id} here={here} seen={seen} />
      ))}
      <Section title="Actions that arise">
        <Arising here={here} item={item.id} today={today} />
      </Section>
      <ActionBar note={mine ? <EntriesHere here={here} /> : undefined}>
        <LinkButton to={paths.item(here.rep.id, item.id)}>All evidence</LinkButton>
        <LinkButton tone="primary" to={back}>
          Back to the visit
        </LinkButton>
      </ActionBar>
    </Page>
  )
}
