import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import { documentsOf } from '../../domain/access/documents-of.ts'
import { sayDocument } from '../../domain/devices.ts'
import { personRecord, schoolRecord } from '../../domain/trust.ts'
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
  const schools = useRecords(schoolRecord, ['trust']).rows
  return (name) =>
    sayDocument(name, {
      person: (id) => people.find((p) => p.person === id)?.name ?? `person ${id}`,
      school: (urn) => schools.find((s) => s.urn === urn)?.name ?? `school ${urn}`,
      review: (id) => device.me.reviews.find((r) => r.id === id),
      rep: (id) => device.me.reps?.find((one) => one.id === id),
      date: writeUkDate,
    })
}
