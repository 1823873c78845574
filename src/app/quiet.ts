/** How long nobody may have typed before anything is offered. */
export const QUIET_MS = 30_000

export interface QuietFacts {
  readonly now: number
  /** When something was last typed anywhere in the app; 0 for never. */
  readonly lastTyped: number
  readonly path: string
  /** Edits that are not on disk. */
  readonly inMemory: number
}

const WRITING = /^\/capture$|^\/reviews\/[^/]+\/(capture|notes\/[^/]+)$/

/** Whether a screen is one where somebody writes. */
export const isWriting = (path: string): boolean => WRITING.test(path.replace(/\/+$/, ''))

/** Whether the person is between tasks: only then may a new version be offered or put in. */
export const isQuiet = (facts: QuietFacts): boolean =>
  facts.inMemory === 0 && !isWriting(facts.path) && facts.now - facts.lastTyped >= QUIET_MS
