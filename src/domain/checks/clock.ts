import type { HistoryLine } from '../history.ts'
import { APART_MS } from '../history.ts'

/** A walk with no signal is sent later; longer than this between making and arriving is doubted. */
const LONG_AWAY_MS = 14 * 86_400_000

/** Two clocks for one thing, milliseconds since 1970. */
export interface TwoClocks {
  readonly device: number
  readonly trust: number
}

/**
 * Whether a time by a device's clock can be right, given when the trust received it (HC23): what is made
 * after it arrived cannot be, and what lay for a fortnight is doubted. Both times are kept either way.
 */
export const clockIsDoubtful = ({ device, trust }: TwoClocks): boolean =>
  device - trust > APART_MS || trust - device > LONG_AWAY_MS

/** A device's clock against the trust's while there is signal. @param skew device minus trust, milliseconds */
export const skewIsWrong = (skew: number | null): boolean =>
  skew !== null && Math.abs(skew) > APART_MS

/**
 * The clocks of a walk as the trust keeps them: of its records, the one where they are furthest apart.
 * @param records ids of the run and of what was written in it
 * @returns null while the trust has none of it
 */
export function clocksOf(
  lines: readonly Pick<HistoryLine, 'record' | 'madeAt' | 'receivedAt'>[],
  records: ReadonlySet<string>,
): TwoClocks | null {
  const apart = ({ device, trust }: TwoClocks) => Math.abs(device - trust)
  return lines
    .filter(({ record }) => records.has(record))
    .map(({ madeAt, receivedAt }) => ({ device: madeAt, trust: receivedAt }))
    .reduce<TwoClocks | null>(
      (worst, next) => (worst === null || apart(next) > apart(worst) ? next : worst),
      null,
    )
}
