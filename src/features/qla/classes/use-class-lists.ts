import {
  type ClassMember,
  classRecord,
  memberRecord,
  type Pupil,
  pupilRecord,
  type SchoolClass,
} from '../../../domain/qla/classes.ts'
import { useRecords } from '../../../store/react.tsx'
import { standing } from '../papers/use-library.ts'

/** More than any school has pupils. */
const MOST = 20_000

export interface ClassLists {
  readonly loading: boolean
  /** By name. */
  readonly classes: readonly SchoolClass[]
  readonly pupils: readonly Pupil[]
  readonly members: readonly ClassMember[]
  readonly unreadable: number
}

/** Classes and pupils of a school in a school year, from what this device holds. */
export function useClassLists(urn: string, year: string): ClassLists {
  const docs = [`classes/${urn}/${year}`]
  const classes = useRecords(classRecord, docs, MOST)
  const pupils = useRecords(pupilRecord, docs, MOST)
  const members = useRecords(memberRecord, docs, MOST)
  return {
    loading: classes.loading || pupils.loading || members.loading,
    classes: standing(classes.rows).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    pupils: standing(pupils.rows),
    members: standing(members.rows),
    unreadable: classes.unreadable + pupils.unreadable + members.unreadable,
  }
}
