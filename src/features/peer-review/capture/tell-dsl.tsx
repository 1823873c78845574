import { useState } from 'react'
import { createRecord } from '../../../crdt/records.ts'
import { dslRouteRecord } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { notesDocument } from '../use-notes.ts'
import { DslRoute, HeadRoute } from './safeguarding-routes.tsx'
import { TakeBack } from './take-back.tsx'

/** The card that lies open when somebody takes the way out. */
export interface OpenCard {
  readonly hasWords: boolean
  /** Erases the card and every word that was ever on it. */
  readonly erase: () => Promise<void>
  /** The words are gone and the dialog is closed: the card must go too. */
  readonly onGone: () => void
}

interface TellDslProps {
  review: string
  pack: Pack | null
  /** The timetable slot of now. */
  slot: string | null
  card?: OpenCard
  tone?: 'danger' | 'plain'
}

type About = 'anybody' | 'the-head'

/**
 * Sends the person to the DSL. No box to write in: only that it was told, when and to whom. A
 * concern about the head leaves no trace at all (docs/decisions/007). What was begun on an open card
 * can be taken back for good (docs/decisions/014).
 */
export function TellDsl({ review, pack, slot, card, tone = 'danger' }: TellDslProps) {
  const desk = useDesk()
  const [about, setAbout] = useState<About | null>(null)
  const [toldAt, setToldAt] = useState<number | null>(null)
  const [gone, setGone] = useState(false)
  const name = pack?.review.dslName || ''
  const told = async () => {
    const at = desk.now()
    const document = await desk.documents.open(notesDocument(review, desk.me.person))
    const fields = { by: desk.me.person, madeAt: at, to: name || 'the school’s DSL', slot }
    const author = { device: desk.documents.device, at }
    createRecord(document.doc, dslRouteRecord, desk.newId(), fields, author)
    await document.flush()
    setToldAt(at)
  }
  const close = () => {
    setAbout(null)
    setToldAt(null)
    if (gone) card?.onGone()
  }
  const mayKeep = about === 'anybody' && toldAt === null && !desk.readOnly
  return (
    <>
      <Button tone={tone} onClick={() => setAbout('anybody')}>
        Tell the DSL now
      </Button>
      <Dialog
        open={about !== null}
        onClose={close}
        title={titleOf(about, toldAt)}
        closeLabel={about === 'the-head' || toldAt !== null ? 'Close' : 'Go back'}
        {...(mayKeep
          ? { confirm: { label: 'I have told them', onConfirm: () => void told() } }
          : {})}
      >
        {toldAt !== null ? (
          <p>
            {sayTime(toldAt, 'clock')}, told {name || 'the school’s DSL'}. Not a word of it is kept
            here; the school records it in its own safeguarding system.
          </p>
        ) : about === 'the-head' ? (
          <HeadRoute pack={pack} />
        ) : (
          <>
            <DslRoute pack={pack} />
            <Button onClick={() => setAbout('the-head')}>It is about the headteacher</Button>
          </>
        )}
        {card && (card.hasWords || gone) && !desk.readOnly ? (
          <TakeBack erase={card.erase} gone={gone} onGone={() => setGone(true)} />
        ) : null}
      </Dialog>
    </>
  )
}

function titleOf(about: About | null, toldAt: number | null): string {
  if (toldAt !== null) return 'Kept: the time and whom you told'
  return about === 'the-head' ? 'If it is about the headteacher' : 'Go to the DSL now'
}
