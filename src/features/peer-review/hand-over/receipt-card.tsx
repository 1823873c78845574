import { type Receipt, sayPrint } from '../../../domain/hand-over/receipt.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { sayCount } from '../words.ts'
import { GiveFile } from './file-ways.tsx'
import styles from './hand-over.module.css'

export interface ReceiptFacts {
  readonly receipt: Receipt
  readonly school: string
  readonly from: string
  readonly to: string
  /** By the device's clock. */
  readonly at: number
  /** By the trust's, or null while it has not confirmed it. */
  readonly confirmedAt: number | null
  /** Null while the notes are still on the device that handed them over. */
  readonly wipedAt: number | null
}

const ways = {
  network: 'Over the network',
  'local transfer': 'To the head’s tablet, with no network',
  print: 'On paper',
} as const

const moment = (at: number) => `${sayTime(at, 'date')}, ${sayTime(at, 'clock')}`

function linesOf(facts: ReceiptFacts) {
  const { receipt, school, from, to, at, confirmedAt, wipedAt } = facts
  return [
    { label: 'School', value: school },
    { label: 'From', value: from },
    { label: 'Received for the school by', value: to },
    {
      label: 'Left behind',
      value: `${sayCount(receipt.notes, 'note')} in ${sayCount(receipt.rows, 'change')}`,
    },
    { label: 'Fingerprint', value: sayPrint(receipt.print) },
    { label: 'How', value: ways[receipt.way] },
    { label: 'When, by the device', value: moment(at) },
    {
      label: 'Confirmed by the trust',
      value: confirmedAt === null ? 'Not yet: with the next signal' : moment(confirmedAt),
    },
    { label: 'Off the device', value: wipedAt === null ? 'Not yet' : moment(wipedAt) },
  ]
}

/** Proof that notes were left: it stays when they are gone. Not a word of theirs is in it. */
export function ReceiptCard({ facts, title }: { facts: ReceiptFacts; title: string }) {
  const lines = linesOf(facts)
  const text = [title, '', ...lines.map(({ label, value }) => `${label}: ${value}`)].join('\n')
  return (
    <article className={styles.receipt} aria-label={title}>
      <h3>{title}</h3>
      <KeyValue items={lines} />
      <div className={styles.buttons}>
        <GiveFile
          name="corridor-hand-over-receipt.txt"
          save="Save the receipt"
          text={async () => text}
        />
        <Button icon={IconPrinter} onClick={() => window.print()}>
          Print
        </Button>
      </div>
    </article>
  )
}
