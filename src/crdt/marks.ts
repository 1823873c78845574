import * as Y from 'yjs'
import type { MarkSource, MarkValue, TypedMark } from '../domain/qla/grid.ts'

/*
 * Marks lie flat in a Y.Map of their own, not in records: 240 pupils by 60 questions are 14,400, and
 * the index of records would drown. The key is `pupil|item|hand`, the value a number or '.'. A hand is
 * a person on a device, so two who type into the same cell write two keys and neither is overwritten.
 * Keys are short, because each is kept with its mark for good.
 */
export type MarksRoot = 'marks' | 'retest'

/** Where a mark belongs: keys of the pupil and the item in the sitting. */
export interface MarkPlace {
  readonly pupil: string
  readonly item: string
}

const SEPARATOR = '|'

export const marksOf = (doc: Y.Doc, root: MarksRoot): Y.Map<unknown> => doc.getMap(root)

const keyOf = ({ pupil, item }: MarkPlace, hand: string): string =>
  pupil + SEPARATOR + item + SEPARATOR + hand

const isMark = (value: unknown): value is MarkValue => value === '.' || typeof value === 'number'

/**
 * Types a mark.
 * @param instead other hands whose mark this takes the place of, as far as it is known here: a mark that
 *   one of them types meanwhile elsewhere stays
 */
export function writeMark(
  doc: Y.Doc,
  root: MarksRoot,
  place: MarkPlace,
  mark: TypedMark,
  instead: readonly string[] = [],
) {
  const marks = marksOf(doc, root)
  const key = keyOf(place, mark.hand)
  doc.transact(() => {
    eraseMark(
      doc,
      root,
      place,
      instead.filter((hand) => hand !== mark.hand),
    )
    // The same again would only grow the document.
    if (marks.get(key) !== mark.value) marks.set(key, mark.value)
  })
}

/** Takes the marks of these hands away: the cell is blank, unless somebody else typed there. */
export function eraseMark(doc: Y.Doc, root: MarksRoot, place: MarkPlace, hands: readonly string[]) {
  const marks = marksOf(doc, root)
  doc.transact(() => {
    for (const hand of hands) {
      const key = keyOf(place, hand)
      if (marks.has(key)) marks.delete(key)
    }
  })
}

/** Marks of a root by pupil and item, each cell's in the order of their hands: the same on every device. */
export interface MarkTable extends MarkSource {
  /** Takes in what a transaction changed. @returns pupils whose marks changed */
  take(event: Y.YMapEvent<unknown>): Set<string>
}

const NONE: readonly TypedMark[] = []

interface KeyParts extends MarkPlace {
  readonly hand: string
}

function partsOf(key: string): KeyParts {
  const first = key.indexOf(SEPARATOR)
  const last = key.lastIndexOf(SEPARATOR)
  return {
    pupil: key.slice(0, first),
    item: key.slice(first + 1, last),
    hand: key.slice(last + 1),
  }
}

/** The same list for the same lone mark: of 14,400 cells nearly all hold one of a few dozen. */
function loneMarks() {
  const byHand = new Map<string, Map<MarkValue, readonly TypedMark[]>>()
  return (hand: string, value: MarkValue): readonly TypedMark[] => {
    let known = byHand.get(hand)
    if (!known) byHand.set(hand, (known = new Map()))
    let lone = known.get(value)
    if (!lone) known.set(value, (lone = [{ hand, value }]))
    return lone
  }
}

/** Every mark of a root, read once: row by row, because 14,400 keys put together again would cost a third of the opening. */
export function readMarks(doc: Y.Doc, root: MarksRoot): MarkTable {
  const rows = new Map<string, Map<string, readonly TypedMark[]>>()
  const lone = loneMarks()
  const put = ({ pupil, item, hand }: KeyParts, value: unknown) => {
    let row = rows.get(pupil)
    if (!row) rows.set(pupil, (row = new Map()))
    const others = (row.get(item) ?? NONE).filter((mark) => mark.hand !== hand)
    if (others.length === 0 && isMark(value)) row.set(item, lone(hand, value))
    else if (others.length === 0) row.delete(item)
    else {
      const now = isMark(value) ? [...others, { hand, value }] : others
      row.set(
        item,
        now.sort((a, b) => (a.hand < b.hand ? -1 : 1)),
      )
    }
  }
  const marks = marksOf(doc, root)
  marks.forEach((value, key) => put(partsOf(key), value))
  return {
    typed: (pupil, item) => rows.get(pupil)?.get(item) ?? NONE,
    take({ keysChanged }) {
      const pupils = new Set<string>()
      for (const changed of keysChanged) {
        const key = String(changed)
        const parts = partsOf(key)
        put(parts, marks.get(key))
        pupils.add(parts.pupil)
      }
      return pupils
    },
  }
}
