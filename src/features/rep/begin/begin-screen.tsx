import { useState } from 'react'
import { leadsReps } from '../../../domain/access/reps.ts'
import { REP_KINDS, type RepKind } from '../../../domain/rep/milestones.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { beginRep, type RepAnswer } from '../../../store/rep-calls.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import styles from '../rep.module.css'
import { type SchoolHere, useSchools } from '../use-people.ts'
import { kindOptions, kindWords } from '../words.ts'
import { Begun } from './begun.tsx'
import { CountSoFar } from './count-so-far.tsx'
import { extendedPlans, GoesOn } from './goes-on.tsx'
import { MentorChips } from './mentor-chips.tsx'
import { NeedsSignal, Refused } from './refused.tsx'

const back = { to: paths.all, label: 'Rapid enhancement plans' }
const TITLE = 'Begin a plan'

/** A school, a kind and who helps: the trust has it first, then it is written. */
export default function BeginScreen() {
  const { me } = useDesk()
  const { rows, loading } = useSchools()
  const schools = rows.filter(({ urn }) => leadsReps(me, { urn, kind: 'finance' }))
  if (loading) return <LoadingState label="Opening the schools" />
  if (schools.length > 0) return <Begin schools={schools} />
  return (
    <Page title={TITLE} back={back}>
      <EmptyState
        icon={IconLock}
        title="Plans are begun by the CEO and the Executive Headteacher"
        action={<LinkButton to={paths.all}>See your plans</LinkButton>}
      >
        <p>The CFO begins those about finance. Ask one of them.</p>
      </EmptyState>
    </Page>
  )
}

function Begin({ schools }: { schools: readonly SchoolHere[] }) {
  const { me, newId, contact } = useDesk()
  const { live } = useWatched(contact)
  // Made once: a plan that is sent again because the answer got lost is the same plan.
  const [id] = useState(newId)
  const [picked, setPicked] = useState<string | null>(null)
  const [asked, setKind] = useState<RepKind | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const [mentors, setMentors] = useState<string[]>([])
  const [state, setState] = useState<RepAnswer | 'asking' | null>(null)
  const urn = schools.length === 1 ? (schools[0]?.urn ?? null) : picked
  const kinds = REP_KINDS.filter((one) => urn !== null && leadsReps(me, { urn, kind: one }))
  const kind = kinds.length === 1 ? (kinds[0] ?? null) : asked
  const extended = extendedPlans(me, { id, urn, kind })
  const goesOn = extended.find((rep) => rep.id === before) ?? null
  const begin = async (school: string, of: RepKind) => {
    setState('asking')
    const plan = { id, urn: school, kind: of, mentors, extensionOf: goesOn?.id ?? null }
    setState(await beginRep(me.person, plan))
  }
  if (state === 'done' && urn !== null && kind !== null)
    return (
      <Begun rep={id} words={`${schoolName(schools, urn)}, ${kindWords(kind).toLowerCase()}`} />
    )
  return (
    <Page
      title={TITLE}
      back={back}
      lead="A school, a kind and who helps. You write it next; the CEO issues it."
    >
      <NeedsSignal live={live} what="beginning a plan" />
      <div className={styles.fields}>
        {schools.length > 1 ? (
          <PickOne
            label="School"
            options={schools.map((one) => ({ value: one.urn, label: one.name }))}
            value={picked}
            onChange={setPicked}
          />
        ) : null}
        {kinds.length > 1 ? (
          <ChoiceChips
            label="What is it about?"
            options={kindOptions}
            value={kind}
            clearable={false}
            onChange={setKind}
          />
        ) : null}
        {urn === null || kind === null ? null : (
          <>
            <GoesOn plans={extended} value={before} onChange={setBefore} />
            <CountSoFar urn={urn} before={goesOn} />
            <MentorChips urn={urn} values={mentors} onChange={setMentors} />
          </>
        )}
      </div>
      <Refused answer={state === 'asking' ? null : state} />
      {urn === null || kind === null ? (
        <p>Pick the school and the kind first.</p>
      ) : (
        <ActionBar>
          <Button
            tone="primary"
            busy={state === 'asking'}
            disabled={!live}
            onClick={() => void begin(urn, kind)}
          >
            {goesOn ? 'Begin the extension' : 'Begin the plan'}
          </Button>
        </ActionBar>
      )}
    </Page>
  )
}

const schoolName = (schools: readonly SchoolHere[], urn: string) =>
  schools.find((one) => one.urn === urn)?.name ?? `School ${urn}`
