const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

export function median(values: readonly number[]): number {
  const s = sorted(values)
  const half = s.length >> 1
  if (s.length === 0) return Number.NaN
  return s.length % 2 === 1 ? (s[half] ?? 0) : ((s[half - 1] ?? 0) + (s[half] ?? 0)) / 2
}

/** The value that a share `p` of all is not above. */
export const percentile = (values: readonly number[], p: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * p))] ?? Number.NaN

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const MB = 1_000_000

/** A number as a table shows it: three figures or so. */
export function show(n: number): string {
  if (!Number.isFinite(n)) return '–'
  if (Math.abs(n) >= 100) return String(Math.round(n))
  return n.toFixed(Math.abs(n) >= 10 ? 1 : 2)
}

/** Starts with another one each round, so that drift on a shared machine hits all alike. */
export const rotated = <T>(list: readonly T[], round: number): T[] => [
  ...list.slice(round % list.length),
  ...list.slice(0, round % list.length),
]

export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
) {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [`**${title}**`, '', line(head), line(head.map(() => '---')), ...rows.map(line)]
  console.log(`\n${lines.join('\n')}\n`)
}
