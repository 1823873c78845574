import { useState } from 'react'
import {
  REASON_LENGTH,
  repOwnerRecord,
  standing as lastSaid,
} from '../../../domain/rep/progress.ts'
import type { ItemStanding } from '../../../domain/rep/statuses.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import type { RepHere } from '../use-rep.ts'
import styles from './review.module.css'
import { saidBy } from '../words.ts'

interface ChangeOwnerProps {
  here: RepHere
  standing: ItemStanding
}

/** Who owns an item now, everybody who did before, and for those who lead the plan the way to change it. */
export function ChangeOwner({ here, standing }: ChangeOwnerProps) {
  const nameOf = useNames()
  const [open, setOpen] = useState(false)
  const { owner, owners } = standing
  const named = (person: string) => (person === '' ? 'nobody' : nameOf(person))
  const apart = [...new Set(lastSaid(owners).map(({ to }) => to))]
  const changes = here.writesPlan && here.decided.plan.stage !== 'ended'
  return (
    <div className={styles.stack}>
      <p>
        Owner: <strong>{owner === '' ? 'Nobody yet' : nameOf(owner)}</strong>
      </p>
      {apart.length > 1 ? (
        <Notice tone="warn" live={false} title="Two people named an owner apart">
          {apart.map(named).join(' and ')}. Name one of them.
        </Notice>
      ) : null}
      {owners.length === 0 ? null : (
        <ul className={styles.lines} aria-label="Owners before and now">
          {owners.map((one) => (
            <li key={one.id}>
              From {named(one.from)} to {named(one.to)}: {saidBy(one, nameOf)}.
              {one.why === '' ? '' : ` ${one.why}`}
            </li>
          ))}
        </ul>
      )}
      {changes && open ? (
        <NewOwner
          here={here}
          owner={owner}
          onBack={() => setOpen(false)}
          onName={(to, why) => {
            const replaces = lastSaid(owners).map(({ id }) => id)
            here.addToPlan(repOwnerRecord, {
              item: standing.item.id,
              from: owner,
              to,
              why,
              replaces,
            })
            setOpen(false)
          }}
        />
      ) : null}
      {changes && !open ? (
        <div>
          <Button onClick={() => setOpen(true)}>Change the owner</Button>
        </div>
      ) : null}
    </div>
  )
}

interface NewOwnerProps {
  here: RepHere
  owner: string
  onName: (person: string, why: string) => void
  onBack: () => void
}

function NewOwner({ here, owner, onName, onBack }: NewOwnerProps) {
  const people = useRecords(personRecord, ['trust']).rows
  const [to, setTo] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const options = people
    .filter(({ person, urn }) => person !== owner && (urn === null || urn === here.rep.urn))
    .sort((a, b) => Number(a.urn === null) - Number(b.urn === null) || a.name.localeCompare(b.name))
    .map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))
  const named = people.find(({ person }) => person === to)
  return (
    <>
      <PickOne label="New owner" options={options} value={to} onChange={setTo} />
      <TextLine
        label="Why"
        hint="If you like. Both names stay in the timeline."
        value={why}
        onChange={setWhy}
      />
      <div className={styles.buttons}>
        <Button onClick={onBack}>Leave it as it is</Button>
        {named === undefined ? null : (
          <Button
            tone="primary"
            onClick={() => onName(named.person, why.trim().slice(0, REASON_LENGTH))}
          >
            Hand it to {named.name}
          </Button>
        )}
      </div>
    </>
  )
}
