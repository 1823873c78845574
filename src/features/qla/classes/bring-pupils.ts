import { useCallback } from 'react'
import { followsAll } from '../../../domain/access/assessment.ts'
import { documentName } from '../../../domain/documents.ts'
import { urn as asUrn } from '../../../domain/ids.ts'
import { classRecord, pupilRecord } from '../../../domain/qla/classes.ts'
import { newClassId } from '../../../domain/qla/names.ts'
import type { PupilRow } from '../../../domain/qla/tables.ts'
import { useDesk } from '../../../store/react.tsx'
import { useWriteIn } from '../../../store/use-write-in.ts'
import { useClassLists } from './use-class-lists.ts'

/** What holds for rows that do not say it themselves. */
export interface ForBlanks {
  readonly className: string
  readonly yearGroup: number
}

const plain = (text: string): string => text.trim().toLowerCase()

interface Group {
  readonly name: string
  readonly rows: PupilRow[]
}

/** Rows by the class that they are in. */
function groupsOf(rows: readonly PupilRow[], blanks: ForBlanks): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const name = row.className === '' ? blanks.className : row.className
    const group = groups.get(plain(name)) ?? { name, rows: [] }
    group.rows.push(row)
    groups.set(plain(name), group)
  }
  return [...groups.values()]
}

/**
 * Writes pupils into the lists of their classes, each list all together. A pupil is the same by the
 * school's own number, a class by its name; nobody is taken out because a list does not name them.
 */
export function useBringPupils(
  urn: string,
  year: string,
): (rows: readonly PupilRow[], blanks: ForBlanks) => Promise<void> {
  const { me, now, newId } = useDesk()
  const writeIn = useWriteIn()
  const { classes, rollOf } = useClassLists(urn, year)
  return useCallback(
    async (rows, blanks) => {
      const stamp = { by: me.person, madeAt: now() }
      // A teacher who brings a class in teaches it; who leads assessment brings in everybody's.
      const teachers = followsAll(me, urn) ? [] : [me.person]
      for (const group of groupsOf(rows, blanks)) {
        const known = classes.find(({ name }) => plain(name) === plain(group.name))
        const made = newClassId(me.person, newId())
        const ref = { kind: 'class', urn: asUrn(urn), year, class: made } as const
        const roll = known ? rollOf(known.doc) : []
        const ids = new Map(roll.map(({ localId, id }) => [plain(localId), id]))
        await writeIn(known?.doc ?? documentName(ref), ({ create, change }) => {
          const yearGroup = group.rows[0]?.yearGroup ?? blanks.yearGroup
          if (!known) create(classRecord, { name: group.name, yearGroup, teachers, ...stamp })
          for (const { className: _, yearGroup: own, status: __, ...fields } of group.rows) {
            const pupil = { ...fields, yearGroup: own ?? blanks.yearGroup }
            const id = ids.get(plain(pupil.localId))
            if (id !== undefined) change(pupilRecord, id, pupil)
            else {
              const added = create(pupilRecord, { ...pupil, ...stamp })
              // The same number further down in the table is the same pupil.
              if (added !== null) ids.set(plain(pupil.localId), added)
            }
          }
        })
      }
    },
    [me, now, newId, writeIn, urn, year, classes, rollOf],
  )
}
