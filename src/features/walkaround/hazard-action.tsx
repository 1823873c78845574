import { type Action, actionsInOrder, isOpen } from '../../domain/actions/action.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import { Badge } from '../../ui/badge.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { DayBox } from '../../ui/day-box.tsx'
import { usePeopleOf } from './use-trust.ts'
import type { ActionFields } from './hazard-writer.ts'
import type { HazardProps } from './use-walk.ts'
import styles from './walk.module.css'

const OWNER_LENGTH = 120
const WORDS = 80

const nameOf = ({ ref, what }: Action): string =>
  `${ref === '' ? '' : `${ref}: `}${what.slice(0, WORDS)}`

/** The action on the school's one list that this hazard becomes. */
export function HazardAction({ here, hazard, walk }: HazardProps) {
  const people = usePeopleOf(here.ref.urn)
  const [action] = actionsOf(hazard, here.actions)
  const change = (fields: ActionFields) =>
    walk.changeAction(hazard, { priority: ragOf(hazard), ...fields })
  const owner = action?.owner ?? null
  const others = actionsInOrder(here.actions).filter(
    (each) => isOpen(each) && each.source.id !== hazard.id && each.what.trim() !== '',
  )
  return (
    <>
      <div className={styles.two}>
        <PickOne
          label="Who sees to it"
          empty="Pick somebody"
          options={people.map(({ person, name, job }) => ({
            value: person,
            label: `${name}, ${job}`,
          }))}
          value={owner?.kind === 'person' ? owner.value : null}
          onChange={(value) => change({ owner: value === null ? null : { kind: 'person', value } })}
        />
        <TextLine
          label="Or a role or firm"
          hint="For example, the lift engineer"
          value={owner?.kind === 'role' ? owner.value : ''}
          onChange={(value) =>
            change({
              owner: value === '' ? null : { kind: 'role', value: value.slice(0, OWNER_LENGTH) },
            })
          }
        />
        <DayBox label="By" value={action?.due ?? ''} onChange={(due) => change({ due })} />
      </div>
      {action ? <Badge tone="ok">On the school’s list of actions</Badge> : null}
      {others.length === 0 ? null : (
        <PickOne
          label="Part of something that is on the list already"
          empty="Not linked"
          options={others.map((each) => ({ value: each.id, label: nameOf(each) }))}
          value={action?.links.find((id) => others.some((each) => each.id === id)) ?? null}
          onChange={(id) => change({ links: id === null ? [] : [id] })}
        />
      )}
    </>
  )
}
