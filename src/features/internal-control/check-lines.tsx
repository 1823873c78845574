import { differs, settled } from '../../domain/choice.ts'
import type { Fields } from '../../crdt/records.ts'
import {
  type ControlCheck,
  type ControlLine,
  controlLineRecord,
} from '../../domain/internal-control.ts'
import { useDesk } from '../../store/react.tsx'
import type { LiveDocument } from '../../store/use-document.ts'
import { Badge } from '../../ui/badge.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Section } from '../../ui/section.tsx'
import { checkWords, findings } from './words.ts'

interface ControlCheckLinesProps {
  check: ControlCheck
  lines: readonly ControlLine[]
  document: LiveDocument
  readOnly: boolean
}

/** One check and what was found; a second line only where two devices each began one. */
export function ControlCheckLines({ check, lines, document, readOnly }: ControlCheckLinesProps) {
  const { me, now } = useDesk()
  const { label, look } = checkWords[check]
  const write = (line: ControlLine | null, fields: Fields) => {
    if (line) document.change(controlLineRecord, line.id, fields)
    else document.create(controlLineRecord, { check, by: me.person, madeAt: now(), ...fields })
  }
  const shown = lines.length === 0 ? [null] : lines
  return (
    <Section title={label} lead={look}>
      {shown.map((line, index) =>
        readOnly ? (
          <ReadLine key={line?.id ?? ''} line={line} />
        ) : (
          // By place: the box that made the line stays the box of the line.
          <WriteLine
            key={index}
            line={line}
            label={label}
            onWrite={(fields) => write(line, fields)}
          />
        ),
      )}
    </Section>
  )
}

interface WriteLineProps {
  line: ControlLine | null
  label: string
  onWrite: (fields: Fields) => void
}

function WriteLine({ line, label, onWrite }: WriteLineProps) {
  const found = line ? settled(line.found) : null
  const twice = line !== null && differs(line.found)
  return (
    <>
      <ChoiceChips
        label={`Found: ${label}`}
        hideLabel
        options={findings}
        value={found}
        hint={twice ? 'Two devices chose differently: choose the one that holds.' : undefined}
        onChange={(value) => onWrite({ found: value })}
      />
      <BigText
        label={`Note: ${label}`}
        hideLabel
        minRows={2}
        placeholder="What you saw, and where. No names."
        value={line?.note ?? ''}
        onChange={(note) => onWrite({ note })}
      />
      {found === 'to_put_right' ? (
        <CheckLine
          label="Put right before we left"
          checked={line?.done ?? false}
          onChange={(done) => onWrite({ done })}
        />
      ) : null}
    </>
  )
}

/** For the head: what was found, in words. */
function ReadLine({ line }: { line: ControlLine | null }) {
  const said = line?.found.flatMap(({ value }) => findings.filter((f) => f.value === value)) ?? []
  if (!line || (said.length === 0 && line.note === '')) return <p>Nothing written yet.</p>
  return (
    <div>
      {said.map(({ value, label }) => (
        <Badge key={value} tone={value === 'to_put_right' && !line.done ? 'warn' : 'neutral'}>
          {value === 'to_put_right' && line.done ? 'Put right on the day' : label}
        </Badge>
      ))}
      <p>{line.note}</p>
    </div>
  )
}
