import { type DeviceList, sayDocument } from '../../../domain/devices.ts'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { useNames } from './device-words.ts'

interface OnItProps {
  docs: readonly string[]
  wipedAt: number | null
  list: Pick<DeviceList, 'reviews' | 'reps' | 'people'>
}

/** The documents on a device, in words, one line each. */
export function OnIt({ docs, wipedAt, list }: OnItProps) {
  const names = useNames(list)
  return (
    <Section
      title="What is on it"
      lead="What the trust has sent to this device and has not heard it delete."
    >
      {docs.length === 0 ? (
        <p>
          {wipedAt === null ? 'Nothing.' : `Nothing: it was emptied ${sayTime(wipedAt, 'moment')}.`}
        </p>
      ) : (
        <ul>
          {docs.map((doc) => (
            <li key={doc}>{sayDocument(doc, names)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
