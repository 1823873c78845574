/** How notes were left at the school (domain notes B3). */
export const HAND_OVER_WAYS = ['network', 'local transfer', 'print'] as const
export type HandOverWay = (typeof HAND_OVER_WAYS)[number]

/** What one device left behind of one reviewer's notes. */
export interface Receipt {
  /** 32 hexadecimal digits. */
  readonly device: string
  /** Notes on it, as its owner saw them. */
  readonly notes: number
  /** Rows of its journal: what the fingerprint is taken over. */
  readonly rows: number
  /** Fingerprint of those rows, 64 hexadecimal digits: the same in whatever order they arrived, and however often. */
  readonly print: string
  readonly way: HandOverWay
  /** The person who received them for the school. */
  readonly to: string
}

const many = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`

/** One line that a person can read and `parseReceipt` too: it is kept as the reason of the decision. */
export const receiptText = ({ device, notes, rows, print, way, to }: Receipt): string =>
  `${many(notes, 'note')} in ${many(rows, 'change')}, fingerprint ${print}, device ${device}, by ${way}, to ${to}`

const RECEIPT =
  /^(\d{1,6}) notes? in (\d{1,7}) changes?, fingerprint ([0-9a-f]{64}), device ([0-9a-f]{32}), by (network|local transfer|print), to ([A-Za-z0-9-]{1,40})$/

/** Reads such a line; null for anything else. */
export function parseReceipt(text: string | null): Receipt | null {
  const found = RECEIPT.exec(text ?? '')
  if (!found) return null
  const [, notes, rows, print, device, way, to] = found
  if (!print || !device || !to) return null
  return {
    device,
    notes: Number(notes),
    rows: Number(rows),
    print,
    way: HAND_OVER_WAYS.find((one) => one === way) ?? 'network',
    to,
  }
}

/** Whether two receipts speak of the same rows of the same device. */
export const sameContent = (a: Receipt, b: Receipt): boolean =>
  a.device === b.device && a.rows === b.rows && a.print === b.print

/** A fingerprint in groups of four for two people to compare: the first 32 of its digits. */
export const sayPrint = (print: string): string =>
  print.slice(0, 32).match(/.{4}/g)?.join(' ') ?? ''
