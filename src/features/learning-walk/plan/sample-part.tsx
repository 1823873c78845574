import { SAMPLE_KINDS, sampleField, walkRecord } from '../../../domain/learning-walk/walk.ts'
import { CheckLine } from '../../../ui/check-line.tsx'
import { Section } from '../../../ui/section.tsx'
import { CountChoice } from '../count-choice.tsx'
import type { WalkHere } from '../use-walk.ts'
import { samples } from '../words.ts'
import { saySample } from './say-sample.ts'
import styles from '../walk.module.css'

/** Which books are looked at, as numbers by kind: never whose (C13). */
export function SamplePart({ here }: { here: WalkHere }) {
  const { walk, doc, id, writes } = here
  if (!writes)
    return (
      <Section title="Sample of books">
        <p>{saySample(walk)}</p>
      </Section>
    )
  return (
    <Section
      title="Sample of books"
      lead="Numbers only, never names. One book may count under several kinds. Six books show a pattern; one does not."
    >
      <CountChoice
        label="Books in the sample"
        value={walk.sampleTotal}
        onChange={(sampleTotal) => doc.change(walkRecord, id, { sampleTotal })}
      />
      <div className={styles.counters}>
        {SAMPLE_KINDS.map((kind) => (
          <CountChoice
            key={kind}
            label={samples.find(({ value }) => value === kind)?.label ?? kind}
            value={walk[sampleField[kind]]}
            onChange={(n) => doc.change(walkRecord, id, { [sampleField[kind]]: n })}
          />
        ))}
      </div>
      <CheckLine
        label="The scheme of work is to hand"
        checked={walk.schemeToHand}
        onChange={(schemeToHand) => doc.change(walkRecord, id, { schemeToHand })}
      />
    </Section>
  )
}
