import type { MouseEvent } from 'react'
import { keyBetween } from '../../../domain/checks/order-key.ts'
import { MILESTONES } from '../../../domain/rep/milestones.ts'
import { ITEM_LENGTH, itemsAt, type RepItem, repItemRecord } from '../../../domain/rep/plan.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconArrowDown, IconArrowUp, IconCheck } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'
import { useColleagues } from '../use-people.ts'
import { TakeOut } from './taken-out.tsx'

const SHOWS_LENGTH = 120
const PLACES = MILESTONES.map(([value, label]) => ({ value, label }))

interface BoxProps {
  here: RepHere
  item: RepItem
  /** Its place from 0 among the items of its milestone, and how many there are. */
  at: number
  many: number
  onMove: (to: number) => void
  onDone: () => void
}

/** One item while it is written. */
export function ItemBox({ here, item, at, many, onMove, onDone }: BoxProps) {
  const colleagues = useColleagues(here.rep.urn)
  const change = (fields: Partial<RepItem>) => here.planDoc.change(repItemRecord, item.id, fields)
  const put = (milestone: RepItem['milestone'] | null) => {
    if (milestone === null || milestone === item.milestone) return
    const last = itemsAt(here.items, milestone).at(-1)
    change({ milestone, order: keyBetween(last?.order ?? '', null) })
  }
  const long = item.text.length > ITEM_LENGTH
  return (
    <div className={styles.fields}>
      <BigText
        label="What is to be in place"
        minRows={2}
        startHere={item.text === ''}
        value={item.text}
        error={
          long
            ? `Up to ${ITEM_LENGTH} letters, now ${item.text.length}: say it shorter.`
            : undefined
        }
        onChange={(text) => change({ text })}
      />
      <BigText
        label="What one would see, hear or read"
        minRows={2}
        value={item.evidenceExpected}
        onChange={(evidenceExpected) => change({ evidenceExpected })}
      />
      <div className={styles.two}>
        <PickOne
          label="Owner"
          empty="Nobody yet"
          options={colleagues}
          value={item.owner === '' ? null : item.owner}
          onChange={(owner) => change({ owner: owner ?? '' })}
        />
        <TextLine
          label="Who shows it, if somebody else"
          hint="A name or a group"
          value={item.shows}
          onChange={(shows) => change({ shows: shows.slice(0, SHOWS_LENGTH) })}
        />
      </div>
      <ChoiceChips
        label="By when"
        options={PLACES}
        value={item.milestone}
        clearable={false}
        onChange={put}
      />
      <div className={styles.buttons}>
        <Button tone="primary" icon={IconCheck} onClick={onDone}>
          Done with this item
        </Button>
        <Moves at={at} many={many} onMove={onMove} />
        <TakeOut here={here} item={item} />
      </div>
    </div>
  )
}

/** Up and down by touch and by keyboard; the button keeps the focus while its item moves. */
function Moves({ at, many, onMove }: Pick<BoxProps, 'at' | 'many' | 'onMove'>) {
  const move = (to: number) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget
    if (to < 0 || to >= many) return
    onMove(to)
    requestAnimationFrame(() => button.focus())
  }
  return (
    <>
      <Button icon={IconArrowUp} aria-disabled={at === 0} onClick={move(at - 1)}>
        Move up
      </Button>
      <Button icon={IconArrowDown} aria-disabled={at === many - 1} onClick={move(at + 1)}>
        Move down
      </Button>
    </>
  )
}
