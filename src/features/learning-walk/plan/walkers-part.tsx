import { useState } from 'react'
import { needsWalkersReason, USUAL_WALKERS } from '../../../domain/learning-walk/agreed.ts'
import { walkerRecord, walkRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { usePeople, useStaff } from '../use-people.ts'
import type { WalkHere } from '../use-walk.ts'
import styles from '../walk.module.css'

/** Who walks: two, unless there is a reason for more (C13). */
export function WalkersPart({ here }: { here: WalkHere }) {
  const { now } = useDesk()
  const nameOf = usePeople()
  const { walkers, walkerRows, writes, doc, walk, id } = here
  const remove = (person: string) => {
    for (const row of walkerRows)
      if (row.person === person) doc.change(walkerRecord, row.id, { removedAt: now() })
  }
  return (
    <Section title="Who walks" lead="Two at most, so that a room stays a room.">
      <ul className={styles.names} aria-label="Walkers">
        {walkers.map((person) => (
          <li key={person} className={styles.name}>
            <span>{nameOf(person)}</span>
            {writes ? (
              <Button tone="plain" onClick={() => remove(person)}>
                Take {nameOf(person)} off
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {writes ? <AddWalker here={here} /> : null}
      {walkers.length > USUAL_WALKERS && writes ? (
        <BigText
          label="Why more than two walk"
          minRows={2}
          value={walk.walkersReason}
          onChange={(walkersReason) => doc.change(walkRecord, id, { walkersReason })}
          error={
            needsWalkersReason(walkers, walk.walkersReason)
              ? 'Give a reason, or take somebody off: staff are used to two.'
              : undefined
          }
        />
      ) : null}
      {walkers.length > USUAL_WALKERS && !writes && walk.walkersReason !== '' ? (
        <p>Why more than two walk: {walk.walkersReason}</p>
      ) : null}
    </Section>
  )
}

function AddWalker({ here }: { here: WalkHere }) {
  const staff = useStaff(here.urn, true).filter(({ value }) => !here.walkers.includes(value))
  const [person, setPerson] = useState<string | null>(null)
  const add = () => {
    if (person !== null) here.add(walkerRecord, { person })
    setPerson(null)
  }
  return (
    <div className={styles.row}>
      <PickOne label="Walks too" options={staff} value={person} onChange={setPerson} />
      <Button icon={IconPlus} disabled={person === null} onClick={add}>
        Add a walker
      </Button>
    </div>
  )
}
