import type { CONTROL_FINDINGS, ControlCheck } from '../../domain/internal-control.ts'

interface CheckWords {
  readonly label: string
  /** What to look at. */
  readonly look: string
}

export const checkWords: Record<ControlCheck, CheckWords> = {
  'petty-cash': {
    label: 'Petty cash',
    look: 'Count the tin. Cash and receipts together come to the float; the last count is signed.',
  },
  banking: {
    label: 'Money taken in',
    look: 'Follow three amounts from the receipt book to the bank: same sum, banked within the week.',
  },
  'two-signatures': {
    label: 'Two signatures',
    look: 'Five payments from last month: two people approved each, and neither is the one paid.',
  },
  'orders-first': {
    label: 'Order before invoice',
    look: 'Five invoices: the purchase order has the earlier date, and the goods were signed for.',
  },
  cards: {
    label: 'Purchase cards',
    look: 'The last statement: a receipt for each line, checked by somebody other than the card holder.',
  },
  starters: {
    label: 'Payroll: starters',
    look: 'The newest starters: signed contract, checks complete and right pay point before the first pay.',
  },
  leavers: {
    label: 'Payroll: leavers',
    look: 'The latest leavers: pay stopped on the day, keys, cards and sign-ins taken back.',
  },
  gifts: {
    label: 'Gifts and hospitality',
    look: 'The register is open to read, up to date, and says who accepted or declined and why.',
  },
  interests: {
    label: 'Business interests',
    look: 'This year’s declarations are all in; no supplier of last term is among them undeclared.',
  },
  assets: {
    label: 'Equipment register',
    look: 'Find five things from the list in the rooms, and five things from the rooms on the list.',
  },
  keys: {
    label: 'Safe and keys',
    look: 'Who holds keys and codes is written down; the safe is locked and holds only what it should.',
  },
}

export const findings: readonly {
  readonly value: (typeof CONTROL_FINDINGS)[number]
  readonly label: string
}[] = [
  { value: 'in_order', label: 'In order' },
  { value: 'to_put_right', label: 'To put right' },
  { value: 'not_looked_at', label: 'Not looked at' },
]
