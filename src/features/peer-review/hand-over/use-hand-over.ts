import { useLiveQuery } from 'dexie-react-hooks'
import { headOfSchool, leadsHost } from '../../../domain/access/held.ts'
import { isLeft } from '../../../domain/access/reviews.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { handOverMachine } from '../../../domain/hand-over/machine.ts'
import { parseReceipt } from '../../../domain/hand-over/receipt.ts'
import {
  handOverOf,
  type KeptReceipt,
  type PersonHandOver,
} from '../../../domain/hand-over/state.ts'
import { hasReached } from '../../../domain/peer-review/stage-order.ts'
import type { StoredProposal } from '../../../store/db.ts'
import {
  countNotes,
  givenReceipt,
  type LocalReceipt,
  takenReceipts,
} from '../../../store/hand-over.ts'
import type { DeviceState } from '../../../domain/wire/messages.ts'
import { useDesk, useDeviceStates } from '../../../store/react.tsx'
import { notesDocument } from '../use-notes.ts'
import { teamOf } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'

export interface MyHandOver {
  readonly doc: string
  /** Confirmed by the trust, for this device. */
  readonly kept: KeptReceipt | null
  readonly wipedAt: number | null
  /** Given by the head's device with no network. */
  readonly given: LocalReceipt | null
  readonly waiting: StoredProposal | undefined
  readonly declined: StoredProposal | undefined
}

export interface HandOverHere {
  readonly loading: boolean
  /** The answers are agreed: notes may be handed over. */
  readonly open: boolean
  /** The review has gone on from the hand-over. */
  readonly over: boolean
  /** I lead the school that is reviewed. */
  readonly host: boolean
  /** Who receives for the school, or null where nobody leads it today. */
  readonly receiver: string | null
  readonly people: readonly PersonHandOver[]
  readonly mine: MyHandOver
  /** Receipts that this device gave, as the head's. */
  readonly taken: readonly LocalReceipt[]
}

/** What this device holds it knows better than what it last said. */
const withThisDevice = (devices: readonly DeviceState[], own: DeviceState): DeviceState[] => [
  ...devices.filter(({ device }) => device !== own.device),
  own,
]

/** How far the hand-over of a review is, from all that this device knows. */
export function useHandOver(access: ReviewAccess): HandOverHere {
  const { me, db, documents, now } = useDesk()
  const { stage, loading } = useStage(access.id)
  const devices = useDeviceStates()
  const doc = notesDocument(access.id, me.person)
  const start = `review/${access.id}/notes/`
  const found = useLiveQuery(async () => {
    // All asked before any of it is opened: what is asked later would not be watched.
    const [said, proposals, given, taken, notes] = await Promise.all([
      db.decisions.where('subject').startsWith(start).toArray(),
      db.proposals.where('subject').equals(doc).toArray(),
      givenReceipt(db, doc),
      takenReceipts(db),
      countNotes(db, doc),
    ])
    return {
      said: await db.rows.decisions.open(said),
      proposals: await db.rows.proposals.open(proposals),
      given,
      taken: taken.filter((one) => one.doc.startsWith(start)),
      notes,
    }
  }, [db, doc, start])
  const receiver = headOfSchool(me, access.urn)
  const people = handOverOf({
    review: access.id,
    team: teamOf(access),
    hosts: receiver === null ? [] : [receiver],
    decisions: found?.said ?? [],
    devices: withThisDevice(devices, {
      person: me.person,
      device: documents.device,
      held: { unsent: 0, notes: { [access.id]: found?.notes ?? 0 } },
      at: now(),
    }),
  })
  const own = people.find(({ person }) => person === me.person)
  const here = own?.devices.find(({ device }) => device === documents.device)
  const mine = (found?.proposals ?? []).filter(
    ({ machine, to, reason }) =>
      machine === handOverMachine.name &&
      to === 'handed_over' &&
      parseReceipt(reason)?.device === documents.device,
  )
  return {
    loading: loading || found === undefined,
    open: hasReached(stage, 'synthesised'),
    over: hasReached(stage, 'notes_handed_over'),
    host: leadsHost(me, access),
    receiver,
    people,
    mine: {
      doc,
      kept: here?.handed ?? here?.received ?? null,
      wipedAt: here?.wipedAt ?? null,
      given: found?.given ?? null,
      waiting: mine.find(({ declined }) => declined === null),
      declined: mine.find(({ declined }) => declined !== null),
    },
    taken: found?.taken ?? [],
  }
}

/** Whether my notes of a review are the school's by now, or on their way: nothing is written on this device then. */
export function useLeft(access: ReviewAccess): boolean {
  const { me } = useDesk()
  const { host, mine } = useHandOver(access)
  if (host) return false
  return isLeft(access, me.person) || [mine.kept, mine.given, mine.waiting].some(Boolean)
}
