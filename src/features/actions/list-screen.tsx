import { useDeferredValue, useMemo, useState } from 'react'
import { countsOf, filtered, type Listed, NO_FILTER } from '../../domain/actions/list.ts'
import { useDesk } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconCalendarEvent, IconChartBar, IconPlus } from '../../ui/icons.ts'
import { CardList } from '../../ui/index-card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { ActionCard } from './action-card.tsx'
import styles from './actions.module.css'
import { useKeptFilter } from './kept-filter.ts'
import { Filters } from './filters.tsx'
import { TakeAway } from './take-away.tsx'
import { type ActionsHere, useActions } from './use-actions.ts'
import { type Names, useNames } from './use-names.ts'
import { seesEverySchool, schoolsToWrite } from './who.ts'
import { sayCount } from './words.ts'

/** How many cards are drawn at a time. */
const WINDOW = 100

/** Every action from every source that this person may read. */
export default function ListScreen() {
  const { me } = useDesk()
  const names = useNames()
  const here = useActions(names.ownerOf)
  if (here.loading) return <LoadingState label="Opening the actions" />
  const counts = countsOf(here.list)
  const lead = `${counts.open} open, ${counts.overdue} overdue, ${counts.soon} due in four weeks.`
  return (
    <Page
      title="Actions"
      lead={lead}
      width="full"
      actions={
        <>
          {schoolsToWrite(me, here.today).length > 0 ? (
            <LinkButton tone="primary" icon={IconPlus} to="/actions/add">
              Add audit actions
            </LinkButton>
          ) : null}
          <LinkButton icon={IconCalendarEvent} to="/actions/calendar">
            Calendar
          </LinkButton>
          {seesEverySchool(me) ? (
            <LinkButton icon={IconChartBar} to="/actions/schools">
              School by school
            </LinkButton>
          ) : null}
        </>
      }
    >
      {here.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some actions need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      {here.list.length === 0 ? <NoneYet /> : <Listing here={here} names={names} />}
    </Page>
  )
}

function Listing({ here: { list, today }, names }: { here: ActionsHere; names: Names }) {
  const { me } = useDesk()
  const [filter, change] = useKeptFilter()
  const asked = useDeferredValue(filter)
  const shown = useMemo(() => filtered(list, asked, me.person), [list, asked, me.person])
  return (
    <>
      <Filters list={list} filter={filter} names={names} onChange={change} />
      <p role="status">
        Showing {shown.length} of {sayCount(list.length, 'action')}.
      </p>
      {shown.length === 0 ? (
        <EmptyState
          title="No action fits this"
          action={
            <Button tone="primary" onClick={() => change({ ...NO_FILTER, status: null })}>
              Show every action
            </Button>
          }
        >
          <p>Change what is asked for above, or see them all.</p>
        </EmptyState>
      ) : (
        <Windowed key={JSON.stringify(asked)} shown={shown} names={names} today={today} />
      )}
      <Section title="Take the list away" lead="What is shown above, as a file on this device.">
        <TakeAway shown={shown} names={names} today={today} />
      </Section>
    </>
  )
}

interface WindowedProps {
  shown: readonly Listed[]
  names: Names
  today: string
}

/** A hundred cards at a time: ten thousand at once would stop a tablet. */
function Windowed({ shown, names, today }: WindowedProps) {
  const [drawn, setDrawn] = useState(WINDOW)
  const left = shown.length - drawn
  return (
    <>
      <CardList label="Actions" columns="one">
        {shown.slice(0, drawn).map((listed) => (
          <ActionCard
            key={`${listed.doc} ${listed.action.id}`}
            listed={listed}
            names={names}
            today={today}
          />
        ))}
      </CardList>
      {left > 0 ? (
        <div className={styles.more}>
          <Button onClick={() => setDrawn(drawn + WINDOW)}>
            Show {Math.min(left, WINDOW)} more of {left}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function NoneYet() {
  return (
    <EmptyState
      title="No actions yet"
      action={
        <LinkButton tone="primary" to="/">
          Go to Today
        </LinkButton>
      }
    >
      <p>
        What walkarounds, audits, letters and action plans ask for stands here in one list, as soon
        as somebody writes it down.
      </p>
    </EmptyState>
  )
}
