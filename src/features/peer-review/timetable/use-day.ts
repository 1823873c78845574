import { headOf } from '../../../domain/peer-review/head.ts'
import {
  type GroupChange,
  movePerson,
  nextLabel,
  swapJobs,
} from '../../../domain/peer-review/day-moves.ts'
import {
  assemblePack,
  type Group,
  groupRecord,
  keyQuestionRecord,
  type Pack,
  reviewRecord,
  type Slot,
  slotRecord,
} from '../../../domain/peer-review/pack.ts'
import { clockAfter, inPairs, templateDay } from '../../../domain/peer-review/template-day.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { subjectOf } from '../use-stage.ts'

const SLOT_MINUTES = 30
const FIRST_START = '08:15'

/** Everything that may be done to a day. Each is one change, kept at once, with signal or none. */
export interface DayWork {
  readonly changeSlot: (slot: string, fields: Partial<Slot>) => void
  readonly changeGroup: (group: string, fields: Partial<Group>) => void
  /** @returns the id of the new slot, at the end of the day, with the groups there are */
  readonly addSlot: () => string | null
  readonly removeSlot: (slot: string) => void
  readonly putBackSlot: (slot: string) => void
  /** A further group in every slot that has groups. @returns its label */
  readonly addGroup: () => string
  /** @returns the id of the group that now stands there */
  readonly fillPlace: (slot: string, label: string) => string | null
  readonly removeGroup: (group: string) => void
  readonly movePerson: (slot: string, person: string, toGroup: string | null) => void
  readonly swapJobs: (one: Group, other: Group) => void
  readonly fromTemplate: (team: readonly string[], start: string) => void
}

function livePack(doc: LiveDocument): Pack | null {
  const head = headOf(doc.all(reviewRecord).rows)
  return head
    ? assemblePack({
        review: head,
        questions: doc.all(keyQuestionRecord).rows,
        slots: doc.all(slotRecord).rows,
        groups: doc.all(groupRecord).rows,
      })
    : null
}

/** Labels of the groups that go round, without those of whole-team slots. */
function labelsOf({ slots, groups }: Pack): string[] {
  const apart = new Set(slots.filter((s) => !s.wholeTeam).map((s) => s.id))
  return [...new Set(groups.filter((g) => apart.has(g.slot)).map((g) => g.label))]
}

const blank = { activity: '', place: '', seen: '' }

function dayWork(doc: LiveDocument, pack: Pack, now: () => number): DayWork {
  const changeGroup = (id: string, fields: Partial<Group>) =>
    void doc.change(groupRecord, id, fields)
  const changeSlot = (id: string, fields: Partial<Slot>) => void doc.change(slotRecord, id, fields)
  const apply = (changes: readonly GroupChange[]) =>
    changes.forEach(({ id, fields }) => changeGroup(id, fields))
  const groupsOf = (slot: string) => pack.groups.filter((g) => g.slot === slot)
  const addGroupTo = (slot: string, label: string, people: readonly string[]) =>
    doc.create(groupRecord, { ...blank, slot, label, people: [...people] })
  /** Who went with a label the last time it stood in the day. */
  const peopleOf = (label: string) =>
    pack.slots.flatMap(({ id }) => groupsOf(id)).findLast((g) => g.label === label)?.people ?? []
  return {
    changeSlot,
    changeGroup,
    addSlot() {
      const start =
        pack.slots.reduce((last, { end }) => (end > last ? end : last), '') || FIRST_START
      const end = clockAfter(start, SLOT_MINUTES)
      const slot = doc.create(slotRecord, { start, end, title: '', place: '', wholeTeam: false })
      if (slot) labelsOf(pack).forEach((label) => addGroupTo(slot, label, peopleOf(label)))
      return slot
    },
    removeSlot: (slot) => changeSlot(slot, { removedAt: now() }),
    putBackSlot: (slot) => changeSlot(slot, { removedAt: null }),
    addGroup() {
      const label = nextLabel(pack.groups.map((g) => g.label))
      const apart = pack.slots.filter((s) => !s.wholeTeam)
      apart.forEach((slot) => addGroupTo(slot.id, label, []))
      return label
    },
    fillPlace: (slot, label) => {
      const placed = new Set(groupsOf(slot).flatMap((g) => g.people))
      return addGroupTo(
        slot,
        label,
        peopleOf(label).filter((person) => !placed.has(person)),
      )
    },
    removeGroup: (group) => changeGroup(group, { removedAt: now() }),
    movePerson: (slot, person, to) => apply(movePerson(groupsOf(slot), person, to)),
    swapJobs: (one, other) => apply(swapJobs(one, other)),
    fromTemplate(team, start) {
      for (const planned of templateDay(pack.questions, inPairs(team), start)) {
        const slot = doc.create(slotRecord, { ...planned.slot })
        if (slot) planned.groups.forEach((g) => doc.create(groupRecord, { ...g, slot }))
      }
    },
  }
}

export interface DayHere {
  readonly ready: boolean
  readonly readOnly: boolean
  /** Null while nothing of the pack has reached this device. */
  readonly pack: Pack | null
  readonly work: DayWork | null
}

/** A review's day, live, to read and to plan. */
export function useDay(review: string): DayHere {
  const { now } = useDesk()
  const doc = useDocument(subjectOf(review))
  const pack = livePack(doc)
  return {
    ready: doc.ready,
    readOnly: doc.readOnly,
    pack,
    work: pack ? dayWork(doc, pack, now) : null,
  }
}
