import type { LostReport } from '../../../domain/devices.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { nameOf, sayLock, sayUnsent } from './device-words.ts'

const at = (moment: number) => `${sayTime(moment, 'day')}, ${sayTime(moment, 'clock')}`

export interface Fact {
  readonly label: string
  readonly value: string
}

/** What whoever decides about a lost device must know beside the documents. */
export function reportFacts({ device, people }: LostReport): Fact[] {
  const { revokedAt, wipedAt } = device
  const writers = people.map(({ name }) => name).join(', ')
  return [
    { label: 'Device', value: `${nameOf(device)}, used by ${device.personName}` },
    { label: 'Reported lost', value: revokedAt === null ? 'No' : at(revokedAt) },
    { label: 'Last heard by the trust', value: at(device.lastContact) },
    { label: 'Not sent from it, as it last said', value: sayUnsent(device) },
    { label: 'How it was locked', value: sayLock(device) },
    { label: 'Deleted', value: wipedAt === null ? 'It has not said so' : at(wipedAt) },
    { label: 'Whose notes were on it', value: writers || 'Nobody’s' },
  ]
}

/** The whole report, one fact a line. */
export const reportText = (facts: readonly Fact[], docs: readonly string[], now: number): string =>
  [
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    `Documents on it: ${docs.length}`,
    ...docs.map((said) => `- ${said}`),
    `This report was made ${at(now)}.`,
    '',
  ].join('\n')
