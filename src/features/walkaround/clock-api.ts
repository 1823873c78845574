import { z } from 'zod'
import { clocksOf, type TwoClocks } from '../../domain/checks/clock.ts'
import { historyLineSchema } from '../../domain/history.ts'

const PATIENCE_MS = 15_000

/** When the trust received what was written in a walk, beside the device's own times; null while it cannot say. */
export async function fetchClocks(
  doc: string,
  records: ReadonlySet<string>,
): Promise<TwoClocks | null> {
  try {
    const answer = await fetch(`/api/history/${doc}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const lines = answer.ok ? z.array(historyLineSchema).safeParse(await answer.json()) : null
    return lines?.success ? clocksOf(lines.data, records) : null
  } catch {
    return null
  }
}
