import { useState } from 'react'
import { type RepItem, repItemRecord } from '../../../domain/rep/plan.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconArrowBackUp, IconTrash } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'

const WHY_LENGTH = 400

interface TakeOutProps {
  here: RepHere
  item: RepItem
}

/** Takes an item out of a draft, with the reason: it can be put back. */
export function TakeOut({ here, item }: TakeOutProps) {
  const { now } = useDesk()
  const [asked, setAsked] = useState(false)
  const [why, setWhy] = useState('')
  const [lacks, setLacks] = useState(false)
  const takeOut = () => {
    if (why.trim() === '') return setLacks(true)
    setAsked(false)
    here.planDoc.change(repItemRecord, item.id, { removedAt: now(), removedWhy: why.trim() })
  }
  return (
    <>
      <Button icon={IconTrash} onClick={() => setAsked(true)}>
        Take out
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Take this item out?"
        confirm={{ label: 'Take it out', onConfirm: takeOut }}
        closeLabel="Keep it"
      >
        <p className={styles.words}>{item.text.trim() || 'Not written yet'}</p>
        <TextLine
          label="Why it is not needed"
          value={why}
          error={lacks && why.trim() === '' ? 'Say why, in a few words.' : undefined}
          onChange={(text) => setWhy(text.slice(0, WHY_LENGTH))}
        />
      </Dialog>
    </>
  )
}

/** What was taken out of the draft and why, to put back. */
export function TakenOut({ here }: { here: RepHere }) {
  const out = here.planDoc.all(repItemRecord).rows.filter(({ removedAt }) => removedAt !== null)
  if (out.length === 0) return null
  return (
    <Section title="Taken out">
      <ul className={styles.list} aria-label="Items taken out">
        {out.map((item) => (
          <li key={item.id} className={styles.row}>
            <div>
              <p className={styles.words}>{item.text.trim() || 'Not written yet'}</p>
              <p className={styles.soft}>{item.removedWhy}</p>
            </div>
            <Button
              icon={IconArrowBackUp}
              aria-label={`Put back: ${item.text.trim() || 'not written yet'}`}
              onClick={() =>
                here.planDoc.change(repItemRecord, item.id, { removedAt: null, removedWhy: '' })
              }
            >
              Put back
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
