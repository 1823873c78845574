const DAY_MS = 86_400_000

const atOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const isSchoolDay = (at: number) => ![0, 6].includes(new Date(at).getUTCDay())

/** The date so many school days later, Monday to Friday. @param date yyyy-mm-dd; the answer too */
export function schoolDaysAfter(date: string, days: number): string {
  let at = atOf(date)
  for (let left = days; left > 0;) {
    at += DAY_MS
    if (isSchoolDay(at)) left--
  }
  return dateOf(at)
}

/** School days from today until a date: 0 on the day, less than 0 after it. */
export function schoolDaysLeft(today: string, date: string): number {
  const [from, to] = today <= date ? [today, date] : [date, today]
  let days = 0
  for (let at = atOf(from) + DAY_MS; at <= atOf(to); at += DAY_MS) if (isSchoolDay(at)) days++
  return today <= date ? days : -days
}
