import { isoDate } from '../domain/ids.ts'
import { parseUkDate } from '../ui/uk-date.ts'
import { sayTime } from '../ui/uk-time.ts'

/** Today in the trust's schools: roles count on the day, also on a device that has been offline since yesterday. */
export const londonToday = () => isoDate(parseUkDate(sayTime(Date.now(), 'date')) ?? '')
