/** Where a piece of work is. Four states, never mixed. */
export type WhereTone = 'memory' | 'device' | 'trust' | 'stuck'

export interface WhereWords {
  tone: WhereTone
  label: string
  detail?: string | undefined
}

export type WhereState =
  | { at: 'memory' }
  | { at: 'device'; count: number }
  | { at: 'trust'; time: string }
  | { at: 'stuck'; why: string }

/** The honest words for each state. `time` and `why` come ready to read. */
export function sayWhere(state: WhereState): WhereWords {
  switch (state.at) {
    case 'memory':
      return { tone: 'memory', label: 'Saving…' }
    case 'device':
      return {
        tone: 'device',
        label: 'On this device',
        detail: state.count > 0 ? `${state.count} to send` : undefined,
      }
    case 'trust':
      return { tone: 'trust', label: 'Safe at the trust', detail: state.time }
    case 'stuck':
      return { tone: 'stuck', label: 'Needs you', detail: state.why }
  }
}
