import { type LostReport, type Names, sayDocument } from '../../../domain/devices.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { nameOf, sayLock, sayUnsent } from './device-words.ts'

const at = (moment: number) => `${sayTime(moment, 'day')}, ${sayTime(moment, 'clock')}`

/** What whoever decides about a lost device must know, one fact a line. */
export function reportText(report: LostReport, names: Names, now: number): string {
  const { device, people } = report
  const { revokedAt, wipedAt } = device
  const writers = people.map(({ name }) => name).join(', ')
  return [
    `Device: ${nameOf(device)}, used by ${device.personName}`,
    revokedAt === null ? '' : `Reported lost: ${at(revokedAt)}`,
    `Last heard by the trust: ${at(device.lastContact)}`,
    `Not sent from it, as it last said: ${sayUnsent(device)}`,
    `How it was locked: ${sayLock(device)}`,
    wipedAt === null
      ? 'It has not said that it deleted what was on it.'
      : `It deleted everything: ${at(wipedAt)}`,
    writers === '' ? 'Nobody’s notes were on it.' : `Notes on it are by: ${writers}`,
    `Documents on it: ${device.docs.length}`,
    ...device.docs.map((doc) => sayDocument(doc, names)),
    `This report was made ${at(now)}.`,
    '',
  ]
    .filter((line, index, all) => line !== '' || index === all.length - 1)
    .join('\n')
}
