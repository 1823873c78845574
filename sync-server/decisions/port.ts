import type { Decision } from '../../src/domain/decisions.ts'

/** The append-only chain of decisions. One process at a time decides what comes next. */
export interface DecisionLog {
  /** Durable when it resolves. Rejects a decision that does not follow the last one. */
  add(decision: Decision): Promise<void>
  find(id: string): Promise<Decision | null>
  last(): Promise<Decision | null>
  /** Decisions about one subject, in order. */
  of(machine: string, subject: string): Promise<Decision[]>
  since(seq: number): Promise<Decision[]>
}
