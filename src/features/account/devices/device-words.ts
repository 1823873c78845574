import type { DeviceList, DeviceView, Names } from '../../../domain/devices.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { writeUkDate } from '../../../ui/uk-date.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** How documents are named here: schools by the trust’s list, all else by what the trust sent along. */
export function useNames({
  reviews,
  reps,
  people,
}: Pick<DeviceList, 'reviews' | 'reps' | 'people'>): Names {
  const schools = useRecords(schoolRecord, ['trust']).rows
  return {
    school: (urn) => schools.find((school) => school.urn === urn)?.name ?? `school ${urn}`,
    person: (id) => people.find(({ person }) => person === id)?.name ?? id,
    review: (id) => reviews.find((review) => review.id === id),
    rep: (id) => reps.find((rep) => rep.id === id),
    date: writeUkDate,
  }
}

export const sayHeard = (device: DeviceView): string =>
  `last heard ${sayTime(device.lastContact, 'moment')}`

export const sayHolds = ({ docs, wipedAt }: DeviceView): string => {
  if (docs.length > 0) return `${count(docs.length, 'document', 'documents')} on it`
  return wipedAt === null ? 'nothing on it yet' : `emptied ${sayTime(wipedAt, 'moment')}`
}

export const sayUnsent = ({ unsent }: DeviceView): string => {
  if (unsent === null) return 'It has not said'
  return unsent === 0 ? 'Nothing' : count(unsent, 'change', 'changes')
}

export const sayLock = ({ lock }: DeviceView): string => {
  if (lock === 'passkey') return 'Notes locked with a passkey'
  if (lock === 'passphrase') return 'Notes locked with a passphrase'
  return 'By the device’s own screen lock only'
}

export const nameOf = ({ name, device }: DeviceView): string =>
  name || `Device ${device.slice(0, 8)}`
