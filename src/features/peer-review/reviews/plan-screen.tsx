import { useEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { mayPlan } from '../../../domain/peer-review/planning.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords, useWatched } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PickField } from '../../../ui/form/fields.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { IconCalendarEvent, IconLock } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { concernsMe } from '../use-pack.ts'
import { paths } from '../routing.ts'
import { NeedsSignal, PlanRefused } from './plan-answer.tsx'
import { type PlanAnswer, sendPlan } from './plan-api.ts'
import { headOfSchool } from '../../../domain/access/held.ts'
import { planFormSchema, type TypedPlan } from './plan-form.ts'
import { TeamFields } from './team-fields.tsx'

const EMPTY = { date: '', reviewers: [], blindFirst: false, teamReason: '' }
const back = { to: '/reviews', label: 'Reviews' }

interface School {
  readonly urn: string
  readonly name: string
}

/** A school, a day and a team: the trust has it first, then everybody on the team sees the review. */
export default function PlanScreen() {
  const { me } = useDesk()
  const { rows, loading } = useRecords(schoolRecord, ['trust'])
  const schools = rows
    .filter(({ urn }) => mayPlan(me, urn))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  if (loading) return <LoadingState label="Opening the schools" />
  if (schools.length > 0) return <Plan schools={schools} />
  return rows.length === 0 ? <NoSchools /> : <NotAPlanner />
}

function Plan({ schools }: { schools: readonly School[] }) {
  const { me, newId, contact } = useDesk()
  const { live } = useWatched(contact)
  // Made once: a plan that is sent again because the answer got lost is the same review.
  const [id] = useState(newId)
  const [answer, setAnswer] = useState<PlanAnswer | null>(null)
  const [made, setMade] = useState<{ school: string; date: string } | null>(null)
  const only = schools.length === 1 ? schools[0] : undefined
  if (made) return <Planned review={id} {...made} />
  return (
    <Page title="Plan a review" back={back} lead="A school, a day and a team of about six.">
      <NeedsSignal live={live} what="planning" />
      <Form
        schema={planFormSchema}
        defaultValues={{ ...(only && { urn: only.urn }), ...EMPTY }}
        submit={{ label: 'Plan the review', icon: IconCalendarEvent }}
        onSubmit={async (plan) => {
          const said = await sendPlan(me.person, { ...plan, id })
          setAnswer(said)
          const school = schools.find(({ urn }) => urn === plan.urn)?.name ?? ''
          if (said === 'done') setMade({ school, date: plan.date })
        }}
      >
        <PickField
          name="urn"
          label="School"
          options={schools.map(({ urn, name }) => ({ value: urn, label: name }))}
        />
        <TheTeam />
        <PlanRefused answer={answer} />
      </Form>
    </Page>
  )
}

/** The team's fields; the head of whichever school is picked is on it until taken off (C5). */
function TheTeam() {
  const { me } = useDesk()
  const { control, getValues, setValue } = useFormContext<TypedPlan>()
  const urn = useWatch({ control, name: 'urn' })
  const head = headOfSchool(me, urn ?? null)
  const put = useRef<string | null>(null)
  useEffect(() => {
    const chosen = getValues('reviewers').filter((person) => person !== put.current)
    put.current = head
    setValue('reviewers', head === null || chosen.includes(head) ? chosen : [...chosen, head])
  }, [head, getValues, setValue])
  return <TeamFields school={urn ?? null} />
}

function Planned({ review, school, date }: { review: string; school: string; date: string }) {
  const { me } = useDesk()
  const mine = me.reviews.some((one) => one.id === review && concernsMe(me, one))
  return (
    <Page title="The review is planned" back={back}>
      <Notice tone="ok" title={`${school}, ${sayUkDate(date) ?? date}`}>
        Everybody on the team finds it under Reviews from now on. Next, the school writes its focus
        and key questions.
      </Notice>
      <div>
        {mine ? (
          <LinkButton tone="primary" to={paths.pack(review)}>
            Open the review
          </LinkButton>
        ) : (
          <LinkButton tone="primary" to="/reviews">
            See all reviews
          </LinkButton>
        )}
      </div>
    </Page>
  )
}

function NotAPlanner() {
  return (
    <Page title="Plan a review" back={back}>
      <EmptyState
        icon={IconLock}
        title="Planning is done by the school’s head and the trust’s leaders"
        action={
          <LinkButton tone="primary" to="/reviews">
            See your reviews
          </LinkButton>
        }
      >
        <p>Ask the head of the school, or the Central Assistant Headteacher.</p>
      </EmptyState>
    </Page>
  )
}

function NoSchools() {
  return (
    <Page title="Plan a review" back={back}>
      <EmptyState
        title="The trust’s schools are not on this device yet"
        action={<LinkButton to="/device">See what is here</LinkButton>}
      >
        <p>They come by themselves as soon as there is signal.</p>
      </EmptyState>
    </Page>
  )
}
