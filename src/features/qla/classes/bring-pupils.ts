import { useCallback } from 'react'
import { classRecord, memberRecord, pupilRecord } from '../../../domain/qla/classes.ts'
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

/**
 * Writes a class list into a school's lists, all of it together. A pupil is the same by the school's own
 * number, a class by its name; nobody is taken out because a list does not name them.
 */
export function useBringPupils(
  urn: string,
  year: string,
): (rows: readonly PupilRow[], blanks: ForBlanks) => Promise<void> {
  const { me, now } = useDesk()
  const writeIn = useWriteIn()
  const { classes, pupils, members } = useClassLists(urn, year)
  return useCallback(
    async (rows, blanks) => {
      const stamp = { by: me.person, madeAt: now() }
      const pupilIds = new Map(pupils.map(({ localId, id }) => [plain(localId), id]))
      const classIds = new Map(classes.map(({ name, id }) => [plain(name), id]))
      const inClass = new Set(members.map((member) => `${member.class} ${member.pupil}`))
      await writeIn(`classes/${urn}/${year}`, ({ create, change }) => {
        for (const { className, yearGroup, status: _, ...fields } of rows) {
          const group = className === '' ? blanks.className : className
          const of = yearGroup ?? blanks.yearGroup
          const known = pupilIds.get(plain(fields.localId)) ?? null
          if (known !== null) change(pupilRecord, known, { ...fields, yearGroup: of })
          const pupil = known ?? create(pupilRecord, { ...fields, yearGroup: of, ...stamp })
          // Whoever brings a class in teaches it, until somebody says otherwise.
          const teachers = [me.person]
          const id =
            classIds.get(plain(group)) ??
            create(classRecord, { name: group, yearGroup: of, teachers, ...stamp })
          if (pupil === null || id === null) continue
          pupilIds.set(plain(fields.localId), pupil)
          classIds.set(plain(group), id)
          if (inClass.has(`${id} ${pupil}`)) continue
          inClass.add(`${id} ${pupil}`)
          create(memberRecord, { class: id, pupil, ...stamp })
        }
      })
    },
    [me, now, writeIn, urn, year, classes, pupils, members],
  )
}
