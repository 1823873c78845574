import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { documentsOf } from '../../domain/access/documents-of.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { reviewRecord } from '../../domain/peer-review/pack.ts'
import { personRecord } from '../../domain/trust.ts'
import { useRecords, useWatched } from '../../store/react.tsx'
import { Section } from '../../ui/section.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import { useApp } from '../app-context.ts'
import styles from '../app.module.css'

/** Rows of the relay's log taken in, by document. Opening a document may write, so not inside a live query. */
function useCursors(names: readonly string[]): Readonly<Record<string, number>> {
  const { device } = useApp()
  const [cursors, setCursors] = useState<Readonly<Record<string, number>>>({})
  const key = names.join('\n')
  useEffect(() => {
    let gone = false
    const look = async () => {
      for (const name of key.split('\n')) {
        const cursor = await device.documents.cursorOf(name)
        if (gone) return
        setCursors((known) => ({ ...known, [name]: cursor }))
      }
    }
    look().catch(() => undefined) // A store that is closed says so in the header; the list shows what it has.
    return () => {
      gone = true
    }
  }, [device, key])
  return cursors
}

/** Every document that this device keeps, with how much of it is here. */
export function DocumentsHeld() {
  const { device } = useApp()
  const names = documentsOf(useWatched(device.facts))
  const counts = useLiveQuery(async () => {
    const found = await device.db.index.orderBy('[doc+id]').keys()
    const by: Record<string, number> = {}
    for (const key of found)
      if (Array.isArray(key)) by[String(key[0])] = (by[String(key[0])] ?? 0) + 1
    return by
  }, [device.db])
  const cursors = useCursors(names)
  const say = useDocumentWords()
  return (
    <Section
      title="Kept here for when there is no signal"
      lead={`${names.length} ${names.length === 1 ? 'document' : 'documents'}. “Row 12” is the last row of the trust’s log that this device has taken in.`}
    >
      <ul className={styles.rows} aria-label="Documents on this device">
        {names.map((name) => (
          <li key={name}>
            <span>{say(name)}</span>
            <span className={styles.small}>{sayHeld(counts?.[name] ?? 0, cursors[name])}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sayHeld(records: number, cursor: number | undefined): string {
  const row = cursor === undefined || cursor === 0 ? '' : `, row ${cursor}`
  if (records === 0) return `nothing yet${row}`
  return `${records} ${records === 1 ? 'record' : 'records'}${row}`
}

/** Names of documents as people would say them. */
function useDocumentWords(): (name: string) => string {
  const { device } = useApp()
  const people = useRecords(personRecord, ['trust']).rows
  const packs = useRecords(reviewRecord).rows
  const nameOf = (person: string) =>
    person === device.me.person
      ? 'you'
      : (people.find((p) => p.person === person)?.name ?? `person ${person}`)
  const reviewOf = (id: string) => {
    const access = device.me.reviews.find((r) => r.id === id)
    const pack = packs.find((p) => p.urn === access?.urn && p.date === access.date)
    const school = pack?.schoolName ?? 'a school'
    return access ? `${school}, ${writeUkDate(access.date)}` : school
  }
  return (name) => {
    const ref = parseDocumentName(name)
    if (!ref.ok) return name
    switch (ref.value.kind) {
      case 'trust':
        return 'The trust: schools and people'
      case 'review':
        return `Pack: ${reviewOf(ref.value.review)}`
      case 'notes':
        return `Notes by ${nameOf(ref.value.person)}: ${reviewOf(ref.value.review)}`
      case 'school':
        return `School ${ref.value.urn}, ${ref.value.year}`
      case 'standing':
        return `Plans of school ${ref.value.urn}`
      case 'qla':
        return `Question-level analysis ${ref.value.paper}`
      case 'letter':
        return `Letter: ${reviewOf(ref.value.review)}`
      case 'letter-reply':
        return `The head’s reply to the letter: ${reviewOf(ref.value.review)}`
      case 'plan':
        return `Action plan: ${reviewOf(ref.value.review)}`
      case 'control':
        return `Internal control visit: school ${ref.value.urn}, ${writeUkDate(ref.value.date)}`
    }
  }
}
