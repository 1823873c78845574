import { useMemo } from 'react'
import { mayOfClass } from '../../../domain/access/assessment.ts'
import { type DocumentName, documentName, parseDocumentName } from '../../../domain/documents.ts'
import {
  classRecord,
  type Pupil,
  pupilRecord,
  rollOf,
  type SchoolClass,
} from '../../../domain/qla/classes.ts'
import { useDesk } from '../../../store/react.tsx'
import { type Located, useLocated } from '../../../store/use-located.ts'

/** A class, and the document that its list is. */
export interface ListedClass extends SchoolClass {
  /** Last part of the document's name: what papers of the class are named after. */
  readonly class: string
  readonly doc: DocumentName
}

export interface ClassLists {
  readonly loading: boolean
  /** By name. */
  readonly classes: readonly ListedClass[]
  /** Those on a list, by the list's document, by surname. */
  readonly rollOf: (doc: string) => readonly Pupil[]
  readonly unreadable: number
}

const NOBODY: readonly Pupil[] = []

function byDocument<T>(rows: readonly Located<T>[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const { doc, record } of rows) {
    const own = found.get(doc)
    if (own) own.push(record)
    else found.set(doc, [record])
  }
  return found
}

/** Classes of a school in a school year that are this person's to see, with their pupils, from what this device holds. */
export function useClassLists(urn: string, year: string): ClassLists {
  const { me } = useDesk()
  const classes = useLocated(classRecord)
  const pupils = useLocated(pupilRecord)
  return useMemo(() => {
    const listed = classes.rows.flatMap(({ doc, record }): ListedClass[] => {
      const ref = parseDocumentName(doc)
      if (!ref.ok || ref.value.kind !== 'class' || record.removedAt !== null) return []
      const here = ref.value.urn === urn && ref.value.year === year && mayOfClass(me, ref.value)
      return here ? [{ ...record, class: ref.value.class, doc: documentName(ref.value) }] : []
    })
    const rolls = byDocument(pupils.rows)
    return {
      loading: classes.loading || pupils.loading,
      classes: listed.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      rollOf: (doc) => {
        const own = rolls.get(doc)
        return own ? rollOf(own) : NOBODY
      },
      unreadable: classes.unreadable + pupils.unreadable,
    }
  }, [me, classes, pupils, urn, year])
}
