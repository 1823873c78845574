import { useFormContext, useWatch } from 'react-hook-form'
import { teamFaults } from '../../../domain/peer-review/planning.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import {
  CheckField,
  DateField,
  MultiChoiceField,
  PickField,
  TextAreaField,
} from '../../../ui/form/fields.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { usePeople } from '../use-pack.ts'
import { sayCount } from '../words.ts'
import { headOfSchool } from '../../../domain/access/held.ts'
import { type TypedPlan, usualReviewers } from './plan-form.ts'

const asOptions = (people: readonly { person: string; name: string }[]) =>
  people.map(({ person, name }) => ({ value: person, label: name }))

/** A review's day, its team and how it works: the same fields to plan one and to change it. */
export function TeamFields({ school }: { school: string | null }) {
  const { me } = useDesk()
  const { control, setValue } = useFormContext<TypedPlan>()
  const reviewers = useWatch({ control, name: 'reviewers' })
  const people = useRecords(personRecord, ['trust']).rows
  const { usual, others } = usualReviewers(people, me.heads, reviewers)
  const add = (person: string | null) => {
    if (person !== null) setValue('reviewers', [...reviewers, person], { shouldDirty: true })
  }
  return (
    <>
      <DateField name="date" label="Date of the review" />
      <MultiChoiceField
        name="reviewers"
        label="Who is on the team"
        hint={`About six, the school’s head among them. Now: ${sayCount(reviewers.length, 'person', 'people')}.`}
        options={asOptions(usual)}
      />
      {others.length === 0 ? null : (
        <PickOne
          label="Somebody else"
          hint="They join the team above."
          empty="Pick a colleague to add"
          options={asOptions(others)}
          value={null}
          onChange={add}
        />
      )}
      <OfTheTeam reviewers={reviewers} head={headOfSchool(me, school)} />
      <PickField
        name="lead"
        label="Who leads the review"
        hint="One of the team."
        options={asOptions(usual.filter(({ person }) => reviewers.includes(person)))}
      />
      <CheckField
        name="blindFirst"
        label="Blind first"
        hint="Each reviewer’s notes stay private until the keep-in-touch meeting, when the lead opens them to the team."
      />
    </>
  )
}

/** The head taken off is shown (C5); a team that is not about six is asked why (C6). */
function OfTheTeam({ reviewers, head }: { reviewers: readonly string[]; head: string | null }) {
  const nameOf = usePeople()
  const faults = teamFaults({ lead: null, reviewers }, head)
  return (
    <>
      {faults.includes('head-not-on-team') && head !== null ? (
        <Notice tone="info" title={`${nameOf(head)} is not on the team`}>
          A review is done with the school: its head is usually part of the team. Choose{' '}
          {nameOf(head)} above to put that right, or leave it so if it was agreed.
        </Notice>
      ) : null}
      {faults.includes('not-about-six') && reviewers.length > 0 ? (
        <TextAreaField
          name="teamReason"
          label="Why the team is not about six"
          hint={`It has ${sayCount(reviewers.length, 'person', 'people')}. The reason is kept with the review.`}
          minRows={2}
        />
      ) : null}
    </>
  )
}
