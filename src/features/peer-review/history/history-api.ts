import { z } from 'zod'
import { type HistoryLine, historyLineSchema } from '../../../domain/history.ts'

const PATIENCE_MS = 15_000
const linesSchema = z.array(historyLineSchema)

/** What the trust keeps of a document's history, or that it could not be asked. */
export type HistoryAnswer = readonly HistoryLine[] | 'no-answer' | 'not-allowed'

export async function fetchHistory(doc: string): Promise<HistoryAnswer> {
  try {
    const answer = await fetch(`/api/history/${doc}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status === 403) return 'not-allowed'
    if (!answer.ok) return 'no-answer'
    return linesSchema.safeParse(await answer.json()).data ?? 'no-answer'
  } catch {
    return 'no-answer'
  }
}
