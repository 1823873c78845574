import { useState } from 'react'
import { dslRouteRecord } from '../../domain/peer-review/note.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { useDslName } from './use-people.ts'
import type { WalkHere } from './use-walk.ts'

type At = 'closed' | 'the-dsl' | 'the-head' | { readonly toldAt: number }

const TITLES = {
  closed: '',
  'the-dsl': 'Go to the DSL now',
  'the-head': 'If it is about the headteacher',
}

interface TellDslProps {
  here: WalkHere
  /** Empties the box in which words were begun. */
  clear?: () => void
}

/**
 * Sends the person to the DSL. No box to write in: only that it was passed on, when and to whom. A
 * concern about the head leaves no trace at all (docs/decisions/007).
 */
export function TellDsl({ here, clear }: TellDslProps) {
  const { me, now } = useDesk()
  const [at, setAt] = useState<At>('closed')
  const name = useDslName(here.urn) || 'the school’s DSL'
  const told = () => {
    const toldAt = now()
    here.doc.create(dslRouteRecord, { by: me.person, madeAt: toldAt, to: name, slot: null })
    setAt({ toldAt })
  }
  return (
    <>
      <Button tone="danger" onClick={() => setAt('the-dsl')}>
        Tell the DSL now
      </Button>
      <Dialog
        open={at !== 'closed'}
        onClose={() => setAt('closed')}
        title={typeof at === 'string' ? TITLES[at] : 'Kept: the time and whom you told'}
        closeLabel={at === 'the-dsl' ? 'Go back' : 'Close'}
        {...(at === 'the-dsl' && here.writes
          ? { confirm: { label: 'I have told them', onConfirm: told } }
          : {})}
      >
        {typeof at === 'object' ? (
          <p>
            {sayTime(at.toldAt, 'clock')}, told {name}. Not a word of it is kept here; the school
            records it in its own safeguarding system.
          </p>
        ) : at === 'the-head' ? (
          <AboutHead />
        ) : (
          <>
            <p>
              <strong>Stop, and write nothing about it here.</strong> Tell {name} yourself, in
              person, now. If you cannot find them, ask at the school office.
            </p>
            <p>When you press “I have told them”, only the time and their name are kept.</p>
            <Button onClick={() => setAt('the-head')}>It is about the headteacher</Button>
          </>
        )}
        {clear && here.writes ? <TakeAway clear={clear} /> : null}
      </Dialog>
    </>
  )
}

function AboutHead() {
  return (
    <>
      <p>
        <strong>Write nothing about it here, and do not raise it with the headteacher.</strong> Tell
        the DSL or your trust’s CEO yourself, now, or ring the local authority designated officer
        (LADO). If a child is in danger now, ring 999.
      </p>
      <p>Corridor keeps nothing of this: no time, no name, not that you opened it.</p>
    </>
  )
}

/** A walk is shared, so its history keeps what was sent: only the trust can erase that (docs/decisions/014). */
function TakeAway({ clear }: { clear: () => void }) {
  const [gone, setGone] = useState(false)
  const take = () => {
    clear()
    setGone(true)
  }
  if (gone)
    return (
      <Notice tone="ok" title="Your box is empty">
        If the words had been sent already, ask the DSL to have them erased from the trust’s
        records.
      </Notice>
    )
  return (
    <Notice
      tone="warn"
      live={false}
      title="There are words in your box"
      action={
        <Button tone="danger" onClick={take}>
          Take these words away
        </Button>
      }
    >
      If they are about the concern, take them away: the whole box is emptied.
    </Notice>
  )
}
