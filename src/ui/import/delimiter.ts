const SIGNS = [',', ';', '\t', '|'] as const
const LOOKED_AT = 15

/** How often each sign stands outside quotation marks, line by line. */
function countsOf(text: string): number[][] {
  const lines: number[][] = []
  let counts = SIGNS.map(() => 0)
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (char === '\n' && !quoted) {
      lines.push(counts)
      if (lines.length === LOOKED_AT) return lines
      counts = SIGNS.map(() => 0)
    } else if (!quoted) counts = counts.map((n, at) => (SIGNS[at] === char ? n + 1 : n))
  }
  return [...lines, counts]
}

/** Lines that have the sign equally often, times how often: a table agrees with itself. */
function agreement(counts: readonly number[]): number {
  const lines = (often: number) => counts.filter((count) => count === often).length
  return Math.max(0, ...counts.map((often) => often * lines(often)))
}

/** What parts the cells of a CSV. Cells that hold lists of their own, or decimal commas, do not mislead it. */
export function delimiterOf(text: string): string {
  const lines = countsOf(text)
  const agreed = SIGNS.map((_, at) => agreement(lines.map((counts) => counts[at] ?? 0)))
  return SIGNS[agreed.indexOf(Math.max(...agreed))] ?? ','
}
