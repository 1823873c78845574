import { type Choice, differs, settled } from '../../../domain/choice.ts'
import {
  BOOK_LINES,
  BOOK_SCALE,
  type BookLine,
  bookScaleWords,
  moreThanAsked,
  type Pair,
  pairRecord,
  rememberedOf,
} from '../../../domain/learning-walk/book-study.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { CountChoice } from '../count-choice.tsx'
import { GuardedText } from '../guarded-text.tsx'
import type { WalkHere } from '../use-walk.ts'
import styles from '../walk.module.css'

const lines: Readonly<Record<BookLine, string>> = {
  content: 'Content is there',
  vocabulary: 'Words of the unit are used',
  retrieval: 'Earlier learning comes back',
  feedback: 'Feedback led to better work',
}
const scale = BOOK_SCALE.map(([value, label]) => ({ value: String(value), label }))

interface PairCardProps {
  here: WalkHere
  pair: Pair
  n: number
}

/** One pair: what they remembered, which words are secure, and what their books show. */
export function PairCard({ here, pair, n }: PairCardProps) {
  if (!here.writes) return <PairToRead pair={pair} n={n} />
  const change = (fields: Readonly<Record<string, unknown>>) =>
    here.doc.change(pairRecord, pair.id, fields)
  return (
    <article className={styles.card}>
      <h2>Pair {n}</h2>
      <GuardedText
        here={here}
        label="What they remembered"
        hint="One thing a line"
        minRows={2}
        value={pair.remembered}
        onChange={(remembered) => change({ remembered })}
      />
      <div className={styles.counters}>
        <CountChoice
          label={`Words asked, pair ${n}`}
          value={pair.asked}
          onChange={(asked) => change({ asked })}
        />
        <CountChoice
          label={`Words secure, pair ${n}`}
          value={pair.secure}
          onChange={(secure) => change({ secure })}
        />
      </div>
      {moreThanAsked(pair) ? (
        <Notice tone="warn" title="More words secure than were asked">
          Count again, or change the words asked.
        </Notice>
      ) : null}
      <GuardedText
        here={here}
        label="The order of the unit, as they told it"
        minRows={1}
        value={pair.sequence}
        onChange={(sequence) => change({ sequence })}
      />
      {BOOK_LINES.map((line) => (
        <ScaleChips
          key={line}
          label={`${lines[line]}, pair ${n}`}
          value={pair[line]}
          onChange={(value) => change({ [line]: value })}
        />
      ))}
    </article>
  )
}

interface ScaleChipsProps {
  label: string
  value: Choice<number | null>
  onChange: (value: number | null) => void
}

function ScaleChips({ label, value, onChange }: ScaleChipsProps) {
  const at = settled(value)
  return (
    <ChoiceChips
      label={label}
      options={scale}
      value={at === null ? null : String(at)}
      hint={
        differs(value)
          ? `Two devices chose differently (${value.map((one) => bookScaleWords(one.value ?? -1)).join(' and ')}): choose the one that holds.`
          : undefined
      }
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}

function PairToRead({ pair, n }: { pair: Pair; n: number }) {
  const said = (value: Choice<number | null>) => {
    const at = settled(value)
    return at === null ? 'Not said' : bookScaleWords(at)
  }
  return (
    <article className={styles.card}>
      <h2>Pair {n}</h2>
      <KeyValue
        items={[
          { label: 'Remembered', value: rememberedOf(pair).join(', ') || 'Nothing written' },
          {
            label: 'Words secure',
            value: `${settled(pair.secure) ?? 0} of ${settled(pair.asked) ?? 0}`,
          },
          { label: 'Order', value: pair.sequence || 'Nothing written' },
          ...BOOK_LINES.map((line) => ({ label: lines[line], value: said(pair[line]) })),
        ]}
      />
    </article>
  )
}
