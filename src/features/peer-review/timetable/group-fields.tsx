import type { Group, Pack, Slot } from '../../../domain/peer-review/pack.ts'
import { Button } from '../../../ui/button.tsx'
import { IconArrowsExchange, IconMinus, IconPlus } from '../../../ui/icons.ts'
import { TextLine } from '../../../ui/text-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import type { DayWork } from './use-day.ts'
import styles from './timetable.module.css'

export interface GroupFieldsProps {
  group: Group
  slot: Slot
  pack: Pack
  team: readonly string[]
  nameOf: (person: string) => string
  work: DayWork
}

/** What one group does in a slot, where, whom it sees and who is in it. */
export function GroupFields(props: GroupFieldsProps) {
  const { group, slot, pack, work } = props
  const change = (fields: Partial<Group>) => work.changeGroup(group.id, fields)
  const others = pack.groups.filter((g) => g.slot === slot.id && g.id !== group.id)
  return (
    <>
      <TextLine
        label={`What group ${group.label} does`}
        hint={slot.title === '' ? undefined : `Empty, it is “${slot.title}”.`}
        value={group.activity}
        onChange={(activity) => change({ activity: activity.slice(0, 200) })}
      />
      <div className={styles.pair}>
        <TextLine
          label="Class or year seen"
          value={group.seen}
          onChange={(seen) => change({ seen: seen.slice(0, 40) })}
        />
        <TextLine
          label="Where this group is"
          value={group.place}
          onChange={(place) => change({ place: place.slice(0, 120) })}
        />
      </div>
      <Inside {...props} others={others} />
      <Outside {...props} others={others} />
      {others.length > 0 ? (
        <fieldset className={styles.people}>
          <legend>Change jobs with</legend>
          <div className={styles.ways}>
            {others.map((other) => (
              <Button
                key={other.id}
                icon={IconArrowsExchange}
                onClick={() => work.swapJobs(group, other)}
              >
                {other.label}
                {other.activity || other.seen ? `: ${other.activity || other.seen}` : ''}
              </Button>
            ))}
          </div>
        </fieldset>
      ) : null}
    </>
  )
}

type WithOthers = GroupFieldsProps & { others: readonly Group[] }

/** Each person of the group, with the ways out of it. */
function Inside({ group, slot, others, nameOf, work }: WithOthers) {
  return (
    <fieldset className={styles.people}>
      <legend>In group {group.label}</legend>
      {group.people.length === 0 ? <p>Nobody yet: bring somebody in below.</p> : null}
      <ul className={styles.rows}>
        {group.people.map((person) => (
          <li key={person}>
            <span className={styles.name}>{nameOf(person)}</span>
            {others.map((other) => (
              <Button key={other.id} onClick={() => work.movePerson(slot.id, person, other.id)}>
                To {other.label}
                <VisuallyHidden>, {nameOf(person)}</VisuallyHidden>
              </Button>
            ))}
            <Button
              tone="plain"
              icon={IconMinus}
              onClick={() => work.movePerson(slot.id, person, null)}
            >
              Out<VisuallyHidden>, {nameOf(person)}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Everybody of the team who is elsewhere in this slot, to be brought in by one touch. */
function Outside({ group, slot, team, others, nameOf, work }: WithOthers) {
  const out = team.filter((person) => !group.people.includes(person))
  if (out.length === 0) return null
  const from = (person: string) => others.find((g) => g.people.includes(person))?.label
  return (
    <fieldset className={styles.people}>
      <legend>Bring into group {group.label}</legend>
      <div className={styles.ways}>
        {out.map((person) => (
          <Button
            key={person}
            icon={IconPlus}
            onClick={() => work.movePerson(slot.id, person, group.id)}
          >
            {nameOf(person)}, {from(person) === undefined ? 'in no group' : `from ${from(person)}`}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
