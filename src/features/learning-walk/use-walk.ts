import type { Fields } from '../../crdt/records.ts'
import { may } from '../../domain/access/table.ts'
import { documentName, type DocumentName, parseDocumentName } from '../../domain/documents.ts'
import { pairRecord } from '../../domain/learning-walk/book-study.ts'
import {
  pupilGroupRecord,
  pupilQuestionRecord,
  pupilQuoteRecord,
} from '../../domain/learning-walk/pupils.ts'
import { draftRecord } from '../../domain/learning-walk/shared.ts'
import { stageOf, walkStepRecord } from '../../domain/learning-walk/stages.ts'
import { themeLineRecord } from '../../domain/learning-walk/themes.ts'
import {
  pickRecord,
  roomRecord,
  seenRecord,
  sharedWithRecord,
  standing,
  walkerRecord,
  walkersOf,
  walkPromptRecord,
  walkRecord,
} from '../../domain/learning-walk/walk.ts'
import type { RecordType } from '../../domain/record.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { useAddress } from './paths.ts'
import { useSchools } from './use-people.ts'

/** Records of one walk, and what its whole half-term is judged by. */
function readWalk(doc: LiveDocument, id: string) {
  const own = <T extends { walk: string }>(type: RecordType<T>): T[] =>
    doc.all(type).rows.filter((row) => row.walk === id)
  const walks = doc.all(walkRecord)
  const prompts = doc.all(walkPromptRecord)
  const rooms = doc.all(roomRecord)
  const seen = doc.all(seenRecord)
  const steps = own(walkStepRecord)
  const questions = standing(own(pupilQuestionRecord))
  const pairs = standing(own(pairRecord))
  const seenHere = own(seenRecord)
  return {
    walk: walks.rows.find((row) => row.id === id) ?? null,
    walkerRows: own(walkerRecord),
    walkers: walkersOf(own(walkerRecord)),
    prompts: standing(own(walkPromptRecord)),
    rooms: standing(own(roomRecord)),
    seen: seenHere,
    picks: own(pickRecord),
    steps,
    stage: stageOf(steps),
    sharedWith: own(sharedWithRecord),
    drafts: own(draftRecord),
    groups: standing(own(pupilGroupRecord)),
    questions,
    quotes: own(pupilQuoteRecord).filter(({ removedAt }) => removedAt === null),
    pairs,
    lines: own(themeLineRecord).filter(({ removedAt }) => removedAt === null),
    /** Whether anything was found, in any part. */
    found:
      seenHere.length + pairs.length > 0 ||
      questions.some(({ yes, no }) => yes.length + no.length > 0),
    everyWalk: walks.rows,
    everyRoom: rooms.rows,
    unreadable: [walks, prompts, rooms, seen].reduce((sum, list) => sum + list.unreadable, 0),
  }
}

type WalkRead = ReturnType<typeof readWalk>

/** A walk as this device holds it, open for whoever may write it. */
export interface WalkHere extends WalkRead {
  readonly urn: string
  readonly year: string
  readonly id: string
  readonly name: DocumentName
  readonly walk: NonNullable<WalkRead['walk']>
  readonly school: string
  readonly phase: string
  readonly writes: boolean
  readonly doc: LiveDocument
  /** Makes a record of this walk, by me and now. */
  readonly add: (type: RecordType<unknown>, fields: Fields) => string | null
}

export type WalkFound =
  | { readonly kind: 'not-open' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'here'; readonly here: WalkHere }

const NOWHERE = 'walks/000000/0000-00'

/** The walk of the address. */
export function useWalk(): WalkFound {
  const { me, now } = useDesk()
  const address = useAddress()
  const [urn, year, id] = [address('urn'), address('year'), address('walk')]
  const ref = parseDocumentName(`walks/${urn}/${year}`)
  const open = ref.ok && may(me, 'read', ref.value) ? ref.value : null
  const name = open ? documentName(open) : (NOWHERE as DocumentName)
  const doc = useDocument(name)
  const schoolOf = useSchools()
  const read = readWalk(doc, id)
  if (!open) return { kind: 'not-open' }
  if (!doc.ready) return { kind: 'opening' }
  const { walk } = read
  if (walk === null || walk.removedAt !== null) return { kind: 'missing' }
  const { name: school, phase } = schoolOf(urn)
  const add = (type: RecordType<unknown>, fields: Fields) =>
    doc.create(type, { walk: id, by: me.person, madeAt: now(), ...fields })
  const writes = !doc.readOnly && may(me, 'write', open)
  return {
    kind: 'here',
    here: { ...read, walk, urn, year, id, name, school, phase, writes, doc, add },
  }
}
