import { useState } from 'react'
import { headAnswered } from '../../../domain/rep/heads-word.ts'
import { EMPTY_SEEN, live, type RepSeen, repSeenRecord } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { RepHere } from '../use-rep.ts'
import styles from './evidence.module.css'
import { HeadsWords } from './heads-words.tsx'
import { SeenCard } from './seen-card.tsx'
import { SeenForm } from './seen-form.tsx'

interface OwnEvidenceProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  /** Of which item, at which visit ('' for none), on which day. */
  fresh: Pick<RepSeen, 'item' | 'visit' | 'on'>
  startHere?: boolean
}

/** Mine, of one item at one visit, to go on writing until the head has said a word on it. */
export function OwnEvidence({ here, today, fresh, startHere = false }: OwnEvidenceProps) {
  const { me, now } = useDesk()
  const [gone, setGone] = useState<string | null>(null)
  const mine = live(here.seen).filter(
    ({ by, item, visit, on }) =>
      by === me.person && item === fresh.item && visit === fresh.visit && on === fresh.on,
  )
  const answered = ({ id }: RepSeen) => headAnswered(here.words, id)
  const another = () => here.addToWork(repSeenRecord, { ...EMPTY_SEEN, ...fresh })
  const change = (id: string, removedAt: number | null) => {
    here.workDoc.change(repSeenRecord, id, { removedAt })
    setGone(removedAt === null ? null : id)
  }
  const shown: readonly (RepSeen | null)[] = mine.length === 0 ? [null] : mine
  return (
    <>
      {gone === null ? null : (
        <Notice
          tone="info"
          title="Taken away"
          action={<Button onClick={() => change(gone, null)}>Bring it back</Button>}
        >
          Nobody counts it any more.
        </Notice>
      )}
      {shown.map((seen, index) =>
        seen && answered(seen) ? (
          <SeenCard key={seen.id} here={here} seen={seen} />
        ) : (
          // By place: the box that makes the record stays the box of the record.
          <div key={index} className={styles.card}>
            <SeenForm
              here={here}
              today={today}
              seen={seen}
              fresh={fresh}
              startHere={startHere && seen === null}
            />
            {seen ? (
              <>
                <HeadsWords here={here} of={{ kind: 'seen', id: seen.id }} about="this" />
                <Button tone="plain" icon={IconTrash} onClick={() => change(seen.id, now())}>
                  Take this away
                </Button>
              </>
            ) : null}
          </div>
        ),
      )}
      {mine.length > 0 ? (
        <Button icon={IconPlus} onClick={another}>
          Another piece of evidence
        </Button>
      ) : null}
    </>
  )
}
