import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { bundleOf, keepReceipt, type ReceiptFault } from '../../../store/hand-over.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { Camera } from './camera.tsx'
import { fileTextOf, movingCodes, squeeze } from './carry.ts'
import { GiveFile, TakeFile } from './file-ways.tsx'
import { MovingCode } from './moving-code.tsx'
import type { HandOverHere } from './use-hand-over.ts'
import styles from './hand-over.module.css'

interface NoNetworkProps {
  access: ReviewAccess
  here: HandOverHere
  /** The head's name. */
  to: string
}

const faultWords: Record<ReceiptFault, string> = {
  'not-a-receipt': 'That is not a receipt made by Corridor. Ask for it once more.',
  another: 'That receipt is for somebody else’s notes, or another device of yours.',
  'not-the-same':
    'That receipt is not for what lies here now. Hand over once more, then take the new receipt.',
}

/** Straight to the head's tablet, with no network: as a file or a moving code; the receipt comes back the same way. */
export function NoNetwork({ access, here, to }: NoNetworkProps) {
  const desk = useDesk()
  const { doc } = here.mine
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [reading, setReading] = useState(false)
  const [fault, setFault] = useState<ReceiptFault | null>(null)
  const carried = async () => squeeze(await bundleOf(desk, desk.me, doc))
  const take = async (text: string) => {
    const kept = await keepReceipt(desk, desk.me, doc, text, desk.now())
    setFault(kept.ok ? null : kept.error)
  }
  return (
    <Section
      title="No signal? Straight to the head’s tablet"
      lead={`${to} opens “Hand over” for this review on their own tablet.`}
    >
      <h3>1. Pass your notes on</h3>
      <GiveFile
        name={`corridor-notes-${access.date}-${desk.me.person}.txt`}
        save="Save as a file"
        text={async () => fileTextOf(await carried())}
      />
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            codes ? setCodes(null) : void carried().then((bytes) => setCodes(movingCodes(bytes)))
          }
        >
          {codes ? 'Hide the moving code' : 'Show a moving code'}
        </Button>
      </div>
      {codes ? <MovingCode codes={codes} /> : null}
      <h3>2. Take their receipt</h3>
      <p>Your notes stay here until you have it.</p>
      {reading ? (
        <Camera
          label="Camera: the receipt on the head’s tablet"
          progress="Hold the camera over the receipt’s code."
          onCode={(text) => {
            setReading(false)
            void take(text)
          }}
          onClose={() => setReading(false)}
        />
      ) : (
        <>
          <div>
            <Button onClick={() => setReading(true)}>Read the receipt’s code</Button>
          </div>
          <TakeFile
            label="The receipt"
            button="Open the receipt’s file"
            disabled={desk.readOnly}
            onText={(text) => void take(text)}
          />
        </>
      )}
      {fault ? <Notice tone="warn" title={faultWords[fault]} /> : null}
    </Section>
  )
}
