import { useState } from 'react'
import { createRecord } from '../../../crdt/records.ts'
import { dslRouteRecord } from '../../../domain/peer-review/note.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { notesDocument } from '../use-notes.ts'
import styles from './capture.module.css'

interface TellDslProps {
  review: string
  pack: Pack | null
  /** The timetable slot of now. */
  slot: string | null
}

/** Sends the person to the DSL. No box to write in: only that it was told, when and to whom. */
export function TellDsl({ review, pack, slot }: TellDslProps) {
  const desk = useDesk()
  const [open, setOpen] = useState(false)
  const [toldAt, setToldAt] = useState<number | null>(null)
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
    setOpen(false)
    setToldAt(null)
  }
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        Tell the DSL now
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={toldAt === null ? 'Go to the DSL now' : 'Kept: the time and whom you told'}
        closeLabel={toldAt === null ? 'Go back' : 'Close'}
        {...(toldAt === null && !desk.readOnly
          ? { confirm: { label: 'I have told them', onConfirm: () => void told() } }
          : {})}
      >
        {toldAt === null ? (
          <Route pack={pack} />
        ) : (
          <p>
            {sayTime(toldAt, 'clock')}, told {name || 'the school’s DSL'}. Not a word of it is kept
            here; the school records it in its own safeguarding system.
          </p>
        )}
      </Dialog>
    </>
  )
}

function Route({ pack }: { pack: Pack | null }) {
  const { dslName = '', dslRoom = '', dslPhone = '' } = pack?.review ?? {}
  return (
    <>
      <p>
        <strong>Write nothing about it here.</strong> Tell the DSL yourself, in person, now. They
        record it where it belongs.
      </p>
      {dslName === '' ? (
        <p>The pack names no DSL. Ask for the DSL at the school office.</p>
      ) : (
        <KeyValue
          items={[
            { label: 'DSL', value: dslName },
            { label: 'Where', value: dslRoom || 'Ask at the school office' },
            {
              label: 'Telephone',
              value:
                dslPhone === '' ? (
                  'Not in the pack'
                ) : (
                  <a className={styles.phone} href={`tel:${dslPhone.replace(/[^\d+]/g, '')}`}>
                    {dslPhone}
                  </a>
                ),
            },
          ]}
        />
      )}
      <p>If it is about the headteacher, use your trust’s LADO route instead.</p>
      <p>
        When you press “I have told them”, Corridor keeps only the time and the name of the DSL.
      </p>
    </>
  )
}
