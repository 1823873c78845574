import type { Status } from '../../domain/qla/sitting.ts'

export const statusWords: Readonly<Record<Status, string>> = {
  sat: 'Sat the paper',
  absent: 'Absent',
  working_below: 'Working below the paper',
  just_arrived: 'Just arrived',
  not_on_roll: 'Not on roll',
}

/** Why a pupil has no marks; null for one who sat the paper. */
export const sayAway = (status: Status | null): string | null => {
  if (status === 'sat') return null
  return status === null ? 'Two devices say differently whether they sat it' : statusWords[status]
}

export const sayPupil = ({
  first,
  last,
  localId,
}: {
  readonly first: string
  readonly last: string
  readonly localId: string
}): string => `${first} ${last}`.trim() || localId

export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
