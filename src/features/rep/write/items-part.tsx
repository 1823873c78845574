import { useState } from 'react'
import { keyBetween, placesAfterMove } from '../../../domain/checks/order-key.ts'
import { MILESTONE_NAMES, type Milestone, milestoneWords } from '../../../domain/rep/milestones.ts'
import { EMPTY_ITEM, itemsAt, type RepItem, repItemRecord } from '../../../domain/rep/plan.ts'
import { useNames } from '../../../store/use-names.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPencil, IconPlus } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { ItemBox } from './item-box.tsx'
import { OwnersAtOnce } from './owners-at-once.tsx'
import { TakenOut } from './taken-out.tsx'
import { sayCount } from '../words.ts'

interface ItemsProps {
  here: RepHere
  /** Whether items can still be written. */
  open: boolean
}

/** What is to be in place, milestone by milestone. */
export function ItemsPart({ here, open }: ItemsProps) {
  const [writing, setWriting] = useState<string | null>(null)
  const add = (milestone: Milestone) => {
    const order = keyBetween(itemsAt(here.items, milestone).at(-1)?.order ?? '', null)
    setWriting(here.addToPlan(repItemRecord, { ...EMPTY_ITEM, milestone, order }))
  }
  return (
    <>
      {open ? <OwnersAtOnce here={here} /> : null}
      {MILESTONE_NAMES.map((milestone) => (
        <Section
          key={milestone}
          title={milestoneWords(milestone)}
          lead={sayCount(itemsAt(here.items, milestone).length, 'item')}
          actions={
            open ? (
              <Button
                icon={IconPlus}
                aria-label={`Add an item: ${milestoneWords(milestone)}`}
                onClick={() => add(milestone)}
              >
                Add an item
              </Button>
            ) : undefined
          }
        >
          <ItemList
            here={here}
            open={open}
            milestone={milestone}
            writing={writing}
            onWrite={setWriting}
          />
        </Section>
      ))}
      {open ? <TakenOut here={here} /> : null}
    </>
  )
}

interface ListProps extends ItemsProps {
  milestone: Milestone
  /** Record id of the item that is being written, or null. */
  writing: string | null
  onWrite: (item: string | null) => void
}

function ItemList({ here, open, milestone, writing, onWrite }: ListProps) {
  const items = itemsAt(here.items, milestone)
  const move = (item: RepItem, to: number) => {
    for (const { id, order } of placesAfterMove(items, item.id, to))
      here.planDoc.change(repItemRecord, id, { order })
  }
  if (items.length === 0) return <p>Nothing is asked for here yet.</p>
  return (
    <ol className={styles.list} aria-label={`Items: ${milestoneWords(milestone)}`}>
      {items.map((item, at) => (
        <li key={item.id} className={styles.card}>
          {open && writing === item.id ? (
            <ItemBox
              here={here}
              item={item}
              at={at}
              many={items.length}
              onMove={(to) => move(item, to)}
              onDone={() => onWrite(null)}
            />
          ) : (
            <ItemLine item={item} no={at + 1} onWrite={open ? () => onWrite(item.id) : undefined} />
          )}
        </li>
      ))}
    </ol>
  )
}

interface LineProps {
  item: RepItem
  no: number
  onWrite: (() => void) | undefined
}

/** One item as it reads: what, what shows it, who. */
function ItemLine({ item, no, onWrite }: LineProps) {
  const nameOf = useNames()
  const text = item.text.trim()
  const expected = item.evidenceExpected.trim()
  return (
    <div className={styles.row}>
      <div>
        <p className={styles.words}>
          {no}. {text || 'Not written yet'}
        </p>
        {expected === '' ? null : <p className={styles.soft}>Shown by: {expected}</p>}
        <p className={styles.badges}>
          {item.owner === '' ? (
            <Badge tone="warn">No owner</Badge>
          ) : (
            <Badge>{nameOf(item.owner)}</Badge>
          )}
          {expected === '' ? <Badge tone="info">No evidence named</Badge> : null}
        </p>
      </div>
      {onWrite === undefined ? null : (
        <Button
          icon={IconPencil}
          aria-label={`Change item ${no}: ${text || 'not written yet'}`}
          onClick={onWrite}
        >
          Change
        </Button>
      )}
    </div>
  )
}
