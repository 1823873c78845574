const PATIENCE_MS = 10_000

export interface RelayAnswer {
  /** Of the HTTP answer; null when none came. */
  readonly status: number | null
  readonly body: unknown
}

export interface RelayQuestion {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** In whose name: the relay refuses when another window has signed in as somebody else. */
  readonly person?: string
}

/** One question to the relay with signal; whatever goes wrong on the way is no answer. */
export async function askRelay(path: string, question: RelayQuestion = {}): Promise<RelayAnswer> {
  const { method = 'GET', body, person } = question
  try {
    const answer = await fetch(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(person !== undefined && { 'corridor-person': person }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const said: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body: said }
  } catch {
    return { status: null, body: null }
  }
}

/** The relay's reason for saying no, `no-answer` when none came, or null when it said yes. */
export function faultIn({ status, body }: RelayAnswer): string | null {
  if (status === null) return 'no-answer'
  if (status < 400) return null
  if (
    typeof body === 'object' &&
    body !== null &&
    'error' in body &&
    typeof body.error === 'string'
  )
    return body.error
  return 'no-answer'
}
