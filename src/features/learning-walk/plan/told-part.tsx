import { sayTold, TOLD_PARTS, type ToldPart } from '../../../domain/learning-walk/agreed.ts'
import { walkRecord } from '../../../domain/learning-walk/walk.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Section } from '../../../ui/section.tsx'
import type { WalkHere } from '../use-walk.ts'
import { agreedFacts } from './agreed-facts.ts'
import { toldParts, toldWords } from '../words.ts'
import styles from '../walk.module.css'

/** Agreed with staff: date, focus and who, each as told or not told yet (C13). */
export function ToldSection({ here }: { here: WalkHere }) {
  const { walk, walkers, writes, doc, id } = here
  const { parts } = agreedFacts(here)
  const change = (fields: Readonly<Record<string, unknown>>) => doc.change(walkRecord, id, fields)
  const has: Record<ToldPart, boolean> = {
    date: walk.date !== '',
    focus: walk.focus.trim() !== '',
    who: walkers.length > 0,
  }
  return (
    <Section
      title="Agreed with staff"
      lead="Before anybody walks. A change afterwards shows here, so that staff hear of it too."
    >
      <ul className={styles.names} aria-label="What staff have been told">
        {TOLD_PARTS.map((part) => (
          <li key={part} className={styles.name}>
            <span>{toldParts[part]}</span>
            <Badge tone={parts[part] === 'told' ? 'ok' : 'warn'}>{toldWords[parts[part]]}</Badge>
            {writes ? (
              <Button
                disabled={!has[part]}
                onClick={() => change(sayTold(walk, walkers, part, parts[part] !== 'told'))}
              >
                {parts[part] === 'told'
                  ? `Not told after all: ${toldParts[part].toLowerCase()}`
                  : `Staff are told: ${toldParts[part].toLowerCase()}`}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {writes ? (
        <DateLine
          label="Agreed with staff on"
          value={walk.agreedOn}
          onChange={(agreedOn) => change({ agreedOn: agreedOn.slice(0, 10) })}
        />
      ) : null}
    </Section>
  )
}
