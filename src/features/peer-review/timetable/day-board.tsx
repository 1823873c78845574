import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { dayPart } from '../../../domain/peer-review/now-next.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { timetableWarnings } from '../../../domain/peer-review/timetable.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus, IconUsersGroup } from '../../../ui/icons.ts'
import { TimetableBoard } from '../../../ui/timetable/timetable-board.tsx'
import type { Spot } from '../../../ui/timetable/timetable-types.ts'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { useNarrow } from '../../../ui/use-narrow.ts'
import { useNow } from '../use-now.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { boardParts } from './board-parts.ts'
import { RemovedSlots } from './removed-slots.tsx'
import { shortNames } from './short-names.ts'
import { SpotEditor } from './spot-editor.tsx'
import type { DayWork } from './use-day.ts'
import { warningLines } from './warning-words.ts'
import { WarningsList } from './warnings-list.tsx'
import styles from './timetable.module.css'

// Below this width the editor stands under its row, above it beside the board.
const BESIDE_EMS = 80

interface DayBoardProps {
  access: ReviewAccess
  pack: Pack
  work: DayWork
}

/** The day to work on: the board, the editor of what is picked, and what the plan still asks. */
export function DayBoard({ access, pack, work }: DayBoardProps) {
  const { me } = useDesk()
  const { date, time } = useNow()
  const fullName = usePeople()
  const narrow = useNarrow(BESIDE_EMS)
  const [picked, setPicked] = useState<Spot | null>(null)
  const team = teamOf(access)
  const nameOf = shortNames([...team, ...pack.groups.flatMap((g) => g.people)], fullName)
  const warnings = timetableWarnings(pack, team)
  const part = dayPart(pack, me.person, date, time)
  const now = part.at === 'during' ? part.now.slot.id : null
  // A colleague may have taken away what is open here.
  const open = picked && pack.slots.some((s) => s.id === picked.slot) ? picked : null
  const parts = boardParts(pack, { me: me.person, now, nameOf, warnings, picked: open })
  const editor = open ? (
    <SpotEditor {...{ spot: open, pack, team, nameOf: fullName, work }} onPick={setPicked} />
  ) : null
  const move = (person: string, from: string, to: string) => {
    const [one, other] = [from, to].map((id) => pack.groups.find((g) => g.id === id))
    if (one && other?.slot === one.slot) work.movePerson(one.slot, person, other.id)
  }
  const addSlot = () => {
    const slot = work.addSlot()
    if (slot) setPicked({ kind: 'slot', slot })
  }
  return (
    <>
      <div className={styles.desk}>
        <div className={styles.board}>
          <TimetableBoard
            caption={sayUkDate(pack.review.date) ?? pack.review.date}
            {...parts}
            now={now ?? undefined}
            picked={open}
            onPick={setPicked}
            onMove={move}
            editor={narrow && editor ? editor : undefined}
          />
          <div className={styles.ways}>
            <Button icon={IconPlus} onClick={addSlot}>
              Add a slot
            </Button>
            <Button
              icon={IconUsersGroup}
              disabled={pack.slots.every((s) => s.wholeTeam)}
              onClick={() => void work.addGroup()}
            >
              Add a group
            </Button>
          </div>
          <RemovedSlots pack={pack} onPutBack={work.putBackSlot} />
        </div>
        {narrow ? null : editor}
      </div>
      <WarningsList lines={warningLines(warnings, pack, fullName)} onJump={setPicked} />
    </>
  )
}
