import { hoursStanding, hoursWords, quartersOf, sayHours } from '../../../domain/rep/hours.ts'
import { type RepVisit, repVisitRecord } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconTrash } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { HeadsWords } from '../evidence/heads-words.tsx'
import { paths, useAddress } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { EntriesHere } from './entries-here.tsx'
import { VisitItems } from './visit-items.tsx'
import { VisitPack } from './visit-pack.tsx'
import { VisitTime } from './visit-time.tsx'

export default function VisitScreen() {
  const id = useAddress()('visit')
  return (
    <RepGate>
      {(here, today) => {
        const visit = here.visits.find((one) => one.id === id)
        return visit ? (
          <Visit key={visit.id} here={here} visit={visit} today={today} />
        ) : (
          <NoVisit rep={here.rep.id} />
        )
      }}
    </RepGate>
  )
}

interface VisitProps {
  here: RepHere
  visit: RepVisit
  /** yyyy-mm-dd */
  today: string
}

/** A visit, from the pack in the car park to the hours in the car. */
function Visit({ here, visit, today }: VisitProps) {
  const { me } = useDesk()
  const nameOf = useNames()
  const mine = visit.by === me.person && here.writesWork
  const day = sayUkDate(visit.date) ?? 'no day yet'
  const total = hoursStanding(
    here.visits,
    here.plan?.daysPerWeek ?? 0,
    { startOn: here.plan?.startOn ?? '', upTo: today },
    here.calendar,
  )
  return (
    <Page
      title={`Visit: ${day}`}
      lead={`${here.school}. ${mine ? 'Everything is kept as you write.' : `By ${nameOf(visit.by)}.`}`}
      back={{ to: paths.rep(here.rep.id), label: 'The plan' }}
    >
      <NewerRecords here={here} />
      <TakenAway here={here} visit={visit} mine={mine} />
      <VisitPack here={here} visit={visit} today={today} />
      <VisitItems here={here} visit={visit} />
      {mine ? <VisitTime here={here} visit={visit} today={today} /> : <VisitRead visit={visit} />}
      <HeadsWords here={here} of={{ kind: 'visit', id: visit.id }} about="this visit" />
      {mine && visit.removedAt === null ? <TakeAway here={here} visit={visit} /> : null}
      <ActionBar
        note={
          <div>
            <p>{sayHours(total)}</p>
            {mine ? <EntriesHere here={here} /> : null}
          </div>
        }
      >
        <LinkButton to={paths.rep(here.rep.id)}>Done</LinkButton>
      </ActionBar>
    </Page>
  )
}

function VisitRead({ visit }: { visit: RepVisit }) {
  const { start, end, nextVisit, promised, note } = visit
  return (
    <KeyValue
      items={[
        {
          label: 'Hours',
          value: `${hoursWords(quartersOf(visit))}${start && end ? `, ${start} to ${end}` : ''}`,
        },
        { label: 'Promised', value: promised.trim() || 'Nothing is written down.' },
        { label: 'Next visit', value: sayUkDate(nextVisit) ?? 'No day yet' },
        { label: 'Note', value: note.trim() || 'None' },
      ]}
    />
  )
}

function TakeAway({ here, visit }: { here: RepHere; visit: RepVisit }) {
  const { now } = useDesk()
  return (
    <Button
      tone="plain"
      icon={IconTrash}
      onClick={() => void here.workDoc.change(repVisitRecord, visit.id, { removedAt: now() })}
    >
      This visit is a mistake: take it away
    </Button>
  )
}

function TakenAway({ here, visit, mine }: { here: RepHere; visit: RepVisit; mine: boolean }) {
  if (visit.removedAt === null) return null
  return (
    <Notice
      tone="warn"
      title="This visit is taken away"
      action={
        mine ? (
          <Button
            onClick={() => void here.workDoc.change(repVisitRecord, visit.id, { removedAt: null })}
          >
            Bring it back
          </Button>
        ) : undefined
      }
    >
      Its hours do not count. What was seen still stands with its items.
    </Notice>
  )
}

/** Not among the visits on this device. */
export function NoVisit({ rep }: { rep: string }) {
  return (
    <Page title="No such visit here" back={{ to: paths.rep(rep), label: 'The plan' }}>
      <EmptyState
        title="This visit is not on this device"
        action={
          <LinkButton tone="primary" to={paths.rep(rep)}>
            See the plan
          </LinkButton>
        }
      >
        <p>If a colleague began it, it comes when both devices have had signal.</p>
      </EmptyState>
    </Page>
  )
}
