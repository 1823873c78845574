import { useState } from 'react'
import { componentRecord, lateKey } from '../../../domain/qla/sitting.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { count } from '../words.ts'
import type { SittingHere } from './use-sitting.ts'

const MOST = 400

/** Other papers of the same test, of which only each pupil's total is known: Paper 2, out of 35. */
export function ComponentsHere({ here }: { here: SittingHere }) {
  const { me, now, newId } = useDesk()
  const { components, document, writes } = here
  const [name, setName] = useState('')
  const [marks, setMarks] = useState('')
  const max = Number(marks)
  const fits = Number.isInteger(max) && max >= 1 && max <= MOST
  const add = () => {
    const n = Math.max(-1, ...components.map((one) => one.n)) + 1
    const stamp = { by: me.person, madeAt: now() }
    document.create(componentRecord, { key: lateKey(newId()), n, name: name.trim(), max, ...stamp })
    setName('')
    setMarks('')
  }
  return (
    <Section
      title="Other papers of the same test"
      lead="Where boundaries are of several papers together, each pupil’s total of the others is typed beside their marks."
    >
      {components.length === 0 ? <p>None.</p> : null}
      <ul>
        {components.map((one) => (
          <li key={one.id}>
            {one.name}, {count(one.max, 'mark', 'marks')}
          </li>
        ))}
      </ul>
      {writes ? (
        <>
          <TextLine
            label="Name of the other paper"
            value={name}
            onChange={(text) => setName(text.slice(0, 80))}
          />
          <TextLine
            label="Its marks"
            short
            inputMode="numeric"
            value={marks}
            error={marks !== '' && !fits ? `Type a number from 1 to ${MOST}.` : undefined}
            onChange={setMarks}
          />
          <div>
            <Button disabled={name.trim() === '' || !fits} onClick={add}>
              Add this paper
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  )
}
