import type { Decision } from '../decisions.ts'
import type { DeviceState } from '../wire/messages.ts'
import { handOverMachine } from './machine.ts'
import { parseReceipt, type Receipt } from './receipt.ts'

/** A receipt that the trust has confirmed. */
export interface KeptReceipt {
  readonly receipt: Receipt
  readonly by: string
  /** By the maker's clock and by the relay's, milliseconds since 1970. */
  readonly madeAt: number
  readonly confirmedAt: number
}

export type DeviceStanding = 'nothing' | 'outstanding' | 'handed_over' | 'received' | 'wiped'

export interface DeviceHandOver {
  readonly device: string
  /** Notes that it said it holds when it last spoke; null if it never did. */
  readonly holds: number | null
  readonly heardAt: number | null
  /** From its owner: the rows lie at the trust. */
  readonly handed: KeptReceipt | null
  /** From the head. */
  readonly received: KeptReceipt | null
  readonly wipedAt: number | null
  readonly is: DeviceStanding
}

export interface PersonHandOver {
  readonly person: string
  readonly devices: readonly DeviceHandOver[]
  /** Notes on the receipts; the largest of a person's devices, because they share notes. */
  readonly notes: number
  /** keeps: the head's own notes are at the school. silent: no device of theirs has ever spoken. */
  readonly is: 'keeps' | 'silent' | DeviceStanding
}

export interface HandOverFacts {
  readonly review: string
  readonly team: readonly string[]
  /** Who leads the school that is reviewed. */
  readonly hosts: readonly string[]
  /** Decisions about the team's notes; others are passed over. */
  readonly decisions: readonly Decision[]
  readonly devices: readonly DeviceState[]
}

type Kind = 'handed_over' | 'received' | 'wiped'

interface Read extends KeptReceipt {
  readonly to: Kind
}

const isKind = (to: string): to is Kind => handOverMachine.steps.some((step) => step.to === to)

const writerOf = (review: string, subject: string): string | null => {
  const start = `review/${review}/notes/`
  return subject.startsWith(start) ? subject.slice(start.length) : null
}

/** Receipts about one person's notes, the first of its kind first. */
function receiptsOf({ review, decisions }: HandOverFacts, person: string): Read[] {
  const sorted = [...decisions].sort((a, b) => a.seq - b.seq)
  return sorted.flatMap((d) => {
    const receipt = parseReceipt(d.reason)
    const about = d.machine === handOverMachine.name && writerOf(review, d.subject) === person
    if (!about || !receipt || !isKind(d.to)) return []
    return [{ to: d.to, receipt, by: d.by, madeAt: d.madeAt, confirmedAt: d.receivedAt }]
  })
}

function deviceOf(
  device: string,
  own: readonly Read[],
  said: DeviceState | undefined,
  review: string,
): DeviceHandOver {
  const first = (to: Kind) => own.find((r) => r.to === to && r.receipt.device === device) ?? null
  const handed = first('handed_over')
  const received = first('received')
  const wiped = first('wiped')
  const holds = said ? (said.held.notes[review] ?? 0) : null
  const is = (): DeviceStanding => {
    if (wiped) return 'wiped'
    if (received) return 'received'
    if (handed) return 'handed_over'
    return holds === 0 ? 'nothing' : 'outstanding'
  }
  return {
    device,
    holds,
    heardAt: said?.at ?? null,
    handed,
    received,
    wipedAt: wiped?.madeAt ?? null,
    is: is(),
  }
}

const ORDER: readonly DeviceStanding[] = [
  'outstanding',
  'handed_over',
  'received',
  'wiped',
  'nothing',
]

/** Where the hand-over of a review stands. The same whatever order the receipts came in, and however often. */
export function handOverOf(facts: HandOverFacts): PersonHandOver[] {
  return facts.team.map((person) => {
    const own = receiptsOf(facts, person)
    const spoke = facts.devices.filter((state) => state.person === person)
    const ids = new Set([
      ...own.map(({ receipt }) => receipt.device),
      ...spoke.map((s) => s.device),
    ])
    const devices = [...ids].sort().map((id) =>
      deviceOf(
        id,
        own,
        spoke.find((s) => s.device === id),
        facts.review,
      ),
    )
    const notes = Math.max(0, ...own.map(({ receipt }) => receipt.notes))
    const worst = ORDER.find((standing) => devices.some(({ is }) => is === standing)) ?? 'silent'
    return { person, devices, notes, is: facts.hosts.includes(person) ? 'keeps' : worst }
  })
}

/** Who may still hold notes that nobody has a receipt for. */
export const outstanding = (people: readonly PersonHandOver[]): PersonHandOver[] =>
  people.filter(({ is }) => is === 'outstanding' || is === 'silent')

/** Devices that said they hold notes of a review when they last spoke; the school's own keep theirs (C4). */
export const devicesHolding = (
  states: readonly DeviceState[],
  review: string,
  hosts: readonly string[],
): number =>
  states.filter(({ person, held }) => !hosts.includes(person) && (held.notes[review] ?? 0) > 0)
    .length

/**
 * Names that the reason for going ahead leaves out: going ahead while notes are outstanding
 * is for the lead alone, and only by naming whose (C4).
 */
export const unnamed = (names: readonly string[], reason: string | null): string[] =>
  names.filter((name) => !(reason ?? '').includes(name))
