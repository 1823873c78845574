import { useRef, useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { gather, type Gathered, joined, missingParts } from '../../../domain/hand-over/frames.ts'
import { type LocalReceipt, receiptLine, takeBundle } from '../../../store/hand-over.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { CodePicture } from '../../../ui/code-picture.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { sayCount } from '../words.ts'
import { Camera } from './camera.tsx'
import { bytesOfFile, readCarried } from './carry.ts'
import { GiveFile, TakeFile } from './file-ways.tsx'
import styles from './hand-over.module.css'

type Fault = 'not-notes' | 'newer' | 'not-yours' | 'damaged'

const faultWords: Record<Fault, string> = {
  'not-notes':
    'That is not a hand-over made by Corridor, or part of it is missing. Ask for it again.',
  newer:
    'That was made by a newer version of Corridor. Load the new version here, then take it in.',
  'not-yours': 'Those notes are not of a review at your school.',
  damaged: 'Those notes were changed on their way. Ask for them again.',
}

/** Takes notes in on the head's device. Any order, twice over: it comes to the same. */
function useTaking() {
  const desk = useDesk()
  const [last, setLast] = useState<{ fault: Fault } | { taken: LocalReceipt } | null>(null)
  const take = async (squeezed: Uint8Array | null) => {
    const read = squeezed
      ? await readCarried(squeezed)
      : ({ ok: false, error: 'not-notes' } as const)
    if (!read.ok) return setLast({ fault: read.error })
    const taken = await takeBundle(desk, desk.me, read.value, desk.now())
    setLast(taken.ok ? { taken: taken.value } : { fault: taken.error })
  }
  return { last, take, clear: () => setLast(null) }
}

const sayProgress = (so: Gathered | null): string => {
  if (!so) return 'Hold the camera over the moving code.'
  const missing = missingParts(so)
  const few = missing.length <= 8 ? `: ${missing.join(', ')}` : ''
  return missing.length === 0
    ? 'All parts are in.'
    : `${so.parts.size} of ${so.of} parts read. ${sayCount(missing.length, 'part')} to come${few}.`
}

interface ReceiveProps {
  access: ReviewAccess
  taken: readonly LocalReceipt[]
}

/** What the head does where there is no signal: takes reviewers' notes in, and gives the receipts. */
export function Receive({ access, taken }: ReceiveProps) {
  const { readOnly } = useDesk()
  const { last, take, clear } = useTaking()
  const [so, setSo] = useState<Gathered | null>(null)
  // Two parts may be read before the screen is drawn anew: neither may be lost.
  const gathered = useRef(so)
  const [reading, setReading] = useState(false)
  const open = () => {
    clear()
    setReading(true)
  }
  const onCode = (text: string) => {
    const next = gather(gathered.current, text)
    const all = next && joined(next)
    gathered.current = all ? null : next
    setSo(gathered.current)
    if (!all) return
    setReading(false)
    void take(all)
  }
  return (
    <Section
      title="Receive with no signal"
      lead="Reviewers with signal hand over by themselves. Without it they pass their notes to this tablet."
    >
      {reading ? (
        <Camera
          label="Camera: the moving code on the reviewer’s tablet"
          progress={sayProgress(so)}
          parts={so ? { read: so.parts.size, of: so.of } : undefined}
          onCode={onCode}
          onClose={() => setReading(false)}
        />
      ) : (
        <>
          <div>
            <Button disabled={readOnly} onClick={open}>
              Read a moving code
            </Button>
          </div>
          <TakeFile
            label="A reviewer’s notes"
            button="Open a reviewer’s file"
            disabled={readOnly}
            onText={(text) => void take(bytesOfFile(text))}
          />
        </>
      )}
      {last && 'fault' in last ? <Notice tone="warn" title={faultWords[last.fault]} /> : null}
      {last && 'taken' in last ? (
        <Notice
          tone="ok"
          title={`${sayCount(last.taken.receipt.notes, 'note')} of ${last.taken.name} received`}
        >
          Now give the receipt below, so that their tablet can let go of its copy.
        </Notice>
      ) : null}
      {taken.map((one) => (
        <Given key={`${one.doc} ${one.receipt.print}`} one={one} date={access.date} />
      ))}
    </Section>
  )
}

/** The receipt that goes back to the reviewer's tablet. */
function Given({ one, date }: { one: LocalReceipt; date: string }) {
  const line = receiptLine(one)
  const { notes, device } = one.receipt
  return (
    <article className={styles.receipt} aria-label={`Receipt for ${one.name}`}>
      <h3>Receipt for {one.name}</h3>
      <p>
        {sayCount(notes, 'note')}, received {sayTime(one.at, 'moment')}.
      </p>
      <CodePicture
        className={styles.code}
        text={line}
        label={`Code with the receipt for ${one.name}`}
      />
      <GiveFile
        name={`corridor-receipt-${date}-${device.slice(0, 6)}.txt`}
        save="Save the receipt as a file"
        text={async () => line}
      />
    </article>
  )
}
