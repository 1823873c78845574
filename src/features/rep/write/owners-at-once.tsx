import { useState } from 'react'
import { repItemRecord } from '../../../domain/rep/plan.ts'
import { Button } from '../../../ui/button.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { useColleagues } from '../use-people.ts'
import { sayCount } from '../words.ts'

/** Most items of a plan have one owner: named once for all that have none, then changed where it differs. */
export function OwnersAtOnce({ here }: { here: RepHere }) {
  const colleagues = useColleagues(here.rep.urn)
  const [owner, setOwner] = useState<string | null>(null)
  const without = here.items.filter((item) => item.owner === '')
  if (without.length < 2) return null
  const give = () => {
    if (owner === null) return
    for (const { id } of without) here.planDoc.change(repItemRecord, id, { owner })
  }
  return (
    <Section
      title="Owners"
      lead={`${sayCount(without.length, 'item has', 'items have')} no owner yet.`}
    >
      <div className={styles.ask}>
        <PickOne
          label="Owner of all items without one"
          empty="Pick somebody"
          options={colleagues}
          value={owner}
          onChange={setOwner}
        />
        <div>
          <Button disabled={owner === null} onClick={give}>
            Name as the owner of {sayCount(without.length, 'item')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
