import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { type MarkPlace, type MarksRoot, eraseMark, writeMark } from '../crdt/marks.ts'
import { createRecord } from '../crdt/records.ts'
import type { MarkValue, TypedMark } from '../domain/qla/grid.ts'
import { markPickRecord } from '../domain/qla/sitting.ts'
import { createMarkBoards, type MarkBoard } from './mark-boards.ts'
import { useDesk } from './react.tsx'
import { useWatchedDocument } from './use-document.ts'

/** The marks of one sitting, open for typing. */
export interface LiveMarks {
  /** False until the document is open: nothing can be typed before. */
  readonly ready: boolean
  readonly readOnly: boolean
  readonly marks: MarkBoard
  /** Marks of the retest, under the same keys. */
  readonly retest: MarkBoard
  /** What stands for this person on this device. */
  readonly hand: string
  /** Person id behind a hand, or null while it has not arrived. */
  personOf(hand: string): string | null
  /** Whether a hand is of a table that was brought in. */
  isTable(hand: string): boolean
  /** Types a mark; it takes the place of one's own from another device, never of a colleague's. */
  write(of: MarksRoot, place: MarkPlace, value: MarkValue): void
  /** Takes one's own mark away: the cell is blank unless a colleague typed there. */
  erase(of: MarksRoot, place: MarkPlace): void
  /** Picks between marks typed differently, or null for blank; it is kept who picked what from what. */
  pick(of: MarksRoot, place: MarkPlace, value: MarkValue | null): void
}

/** Every mark of a sitting, followed. A key typed changes one row, and only who watches that row hears of it. */
export function useMarks(name: string): LiveMarks {
  const { documents, me, now, newId, readOnly } = useDesk()
  const { device } = documents
  const [boards] = useState(() => createMarkBoards(device, me.person))
  const { open } = useWatchedDocument(name, boards.watch)
  const author = useCallback(() => ({ device, at: now() }), [device, now])
  return useMemo((): LiveMarks => {
    const doc = () => (open && !readOnly ? open.doc : null)
    const typed = (of: MarksRoot, { pupil, item }: MarkPlace): readonly TypedMark[] =>
      boards[of].typed(pupil, item)
    return {
      ready: open !== null,
      readOnly,
      marks: boards.marks,
      retest: boards.retest,
      hand: boards.hand,
      personOf: boards.personOf,
      isTable: boards.isTable,
      write(of, place, value) {
        const to = doc()
        if (!to) return
        to.transact(() => {
          boards.introduce(to, newId, author())
          writeMark(to, of, place, { hand: boards.hand, value }, boards.own())
        })
      },
      erase(of, place) {
        const to = doc()
        if (to) eraseMark(to, of, place, boards.own())
      },
      pick(of, place, value) {
        const to = doc()
        if (!to) return
        const from = typed(of, place)
        const hands = from.map(({ hand }) => hand)
        const fields = { of, ...place, value, from, by: me.person, madeAt: now() }
        to.transact(() => {
          boards.introduce(to, newId, author())
          createRecord(to, markPickRecord, newId(), fields, author())
          if (value === null) eraseMark(to, of, place, hands)
          else writeMark(to, of, place, { hand: boards.hand, value }, hands)
        })
      },
    }
  }, [open, readOnly, boards, newId, author, me.person, now])
}

/** Rendered again whenever any mark of a board changes. @returns a number that is another one then */
export const useBoard = (board: MarkBoard): number =>
  useSyncExternalStore(board.subscribe, board.version)

/** Rendered again when a mark of this pupil changes, and at no other key. */
export function useBoardRow(board: MarkBoard, pupil: string): number {
  const subscribe = useCallback(
    (tell: () => void) => board.subscribeRow(pupil, tell),
    [board, pupil],
  )
  const version = useCallback(() => board.rowVersion(pupil), [board, pupil])
  return useSyncExternalStore(subscribe, version)
}
