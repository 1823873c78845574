import type { Tally } from '../../src/domain/actions/tally.ts'

/** How one school's actions stand for one reader. */
export interface SchoolLine {
  readonly school: string
  readonly own: Tally | null
  /** Of everybody, for whoever answers for all schools. */
  readonly all: Tally | null
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

const dayWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

const sayDay = (iso: string): string =>
  dayWords.format(Date.parse(`${iso}T12:00:00Z`)).replace(',', '')

const say = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`

/** Counts and a day, the ones that are nought left out. */
const sayTally = ({ open, overdue, thisWeek, doneNotTold, next }: Tally): string =>
  [
    `${open} open`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(thisWeek > 0 ? [`${thisWeek} due this week`] : []),
    ...(doneNotTold > 0 ? [`${doneNotTold} done, the trust not told`] : []),
    ...(next === '' ? [] : [`next due on ${sayDay(next)}`]),
  ].join(', ')

const linesOf = ({ school, own, all }: SchoolLine): string[] => [
  school,
  ...(own ? [`  Yours: ${sayTally(own)}`] : []),
  ...(all ? [`  Everybody’s: ${sayTally(all)}`] : []),
]

interface Reader {
  readonly name: string
  readonly email: string
}

/** Where the reader goes on, and where they stop it. */
export interface MailLinks {
  readonly app: string
  readonly stop: string
}

/**
 * The weekly mail as plain text: counts and days by school. No finding, no pupil and no member of staff
 * but the reader stands in it, because mail is read on phones in corridors.
 */
export function digestMail(
  { name, email }: Reader,
  lines: readonly SchoolLine[],
  { app, stop }: MailLinks,
): Mail {
  const sum = (of: (tally: Tally) => number) =>
    lines.reduce((total, { own, all }) => {
      const counted = own ?? all
      return total + (counted ? of(counted) : 0)
    }, 0)
  const overdue = sum((tally) => tally.overdue)
  const open = say(
    sum((tally) => tally.open),
    'open action',
  )
  return {
    to: email,
    subject: overdue > 0 ? `${open}, ${overdue} overdue` : open,
    text: [
      `Hello ${name},`,
      '',
      'This is how actions stand this Monday.',
      '',
      ...lines.flatMap((line) => [...linesOf(line), '']),
      `Open them in Corridor: ${app}`,
      '',
      `Stop this weekly e-mail: ${stop}`,
      '',
    ].join('\n'),
    headers: { 'List-Unsubscribe': `<${stop}>`, 'Auto-Submitted': 'auto-generated' },
  }
}
