/** First names; where two share one, with the initial of the surname: "Otto B". */
export function shortNames(
  people: readonly string[],
  nameOf: (person: string) => string,
): (person: string) => string {
  const first = (person: string) => nameOf(person).split(' ')[0] ?? ''
  const count = new Map<string, number>()
  for (const person of new Set(people))
    count.set(first(person), (count.get(first(person)) ?? 0) + 1)
  return (person) => {
    const [name = '', ...rest] = nameOf(person).split(' ')
    const initial = rest.at(-1)?.charAt(0) ?? ''
    return (count.get(name) ?? 0) > 1 && initial !== '' ? `${name} ${initial}` : name
  }
}
