import { useState } from 'react'
import { BigText } from '../big-text.tsx'
import { CheckLine } from '../check-line.tsx'
import { ChoiceChips } from '../choice-chips.tsx'
import { Counter } from '../counter.tsx'
import { DateLine } from '../date-line.tsx'
import { IconBook, IconEar, IconEye } from '../icons.ts'
import { MultiChips } from '../multi-chips.tsx'
import { PickOne } from '../pick-one.tsx'
import { Section } from '../section.tsx'
import { SignatureLine } from '../signature.tsx'
import { TextLine } from '../text-line.tsx'
import styles from './kit.module.css'

const how = [
  { value: 'seen', label: 'Seen', icon: IconEye },
  { value: 'heard', label: 'Heard', icon: IconEar },
  { value: 'read', label: 'Read', icon: IconBook },
]
const years = ['3', '4', '5', '6'].map((year) => ({ value: year, label: `Year ${year}` }))

/** Everything people write and choose with, outside a form. */
export function KitInputs() {
  const [note, setNote] = useState('Quiet start. Pupils knew where their folders were.')
  const [chosen, setChosen] = useState<string | null>('seen')
  const [some, setSome] = useState<string[]>(['3', '4'])
  const [yes, setYes] = useState(5)
  return (
    <Section title="Writing and choosing">
      <BigText
        label="What do you see?"
        value={note}
        onChange={setNote}
        hint="No names of staff or pupils. Kept as you write."
        count="words"
      />
      <ChoiceChips label="How do you know?" options={how} value={chosen} onChange={setChosen} />
      <MultiChips label="Which years?" options={years} values={some} onChange={setSome} />
      <MultiChips
        label="Which questions?"
        hint="One note may answer more than one."
        error="Choose at least one question."
        options={[
          { value: '1', label: 'Question 1' },
          { value: '2', label: 'Question 2' },
          { value: '3', label: 'Question 3', disabled: true },
        ]}
        values={[]}
        onChange={() => undefined}
      />
      <div className={styles.row}>
        <Counter label="Said yes" value={yes} onChange={setYes} />
        <Counter label="Said no" value={0} onChange={() => undefined} />
      </div>
      <KitLines />
    </Section>
  )
}

function KitLines() {
  const [place, setPlace] = useState('Hall')
  const [date, setDate] = useState('2025-11-18')
  const [who, setWho] = useState<string | null>(null)
  const [briefed, setBriefed] = useState(true)
  const [mark, setMark] = useState('')
  return (
    <>
      <SignatureLine label="Signature of the site manager" value={mark} onChange={setMark} />
      <div className={styles.columns}>
        <TextLine label="Place" value={place} onChange={setPlace} />
        <TextLine label="Room" value="" onChange={() => undefined} error="Say which room." />
        <TextLine label="School number" value="123456" onChange={() => undefined} readOnly short />
        <DateLine label="Date of the visit" value={date} onChange={setDate} />
        <PickOne
          label="With whom"
          options={[
            { value: 'a', label: 'Primrose Inkwell' },
            { value: 'b', label: 'Otto Thimble' },
          ]}
          value={who}
          onChange={setWho}
        />
      </div>
      <CheckLine
        label="I have been briefed"
        hint="Remit, fire, and the designated safeguarding lead’s name"
        checked={briefed}
        onChange={setBriefed}
      />
    </>
  )
}
