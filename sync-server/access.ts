import type { AccessFacts } from '../src/domain/access/facts.ts'
import { type Action, may, mayHear } from '../src/domain/access/table.ts'
import { isDone } from '../src/domain/access/reviews.ts'
import { type DocumentRef, parseDocumentName } from '../src/domain/documents.ts'
import type { Refusal } from '../src/domain/refusals.ts'
import type { Result } from '../src/domain/result.ts'
import type { Accounts } from './accounts/port.ts'
import { londonDate } from '../src/domain/london.ts'

/** Answers kept for one person; made-up document names must not fill the memory. */
const KEPT = 4_000

export interface Access {
  facts(person: string): AccessFacts
  /** Why this person may not do it now, or null when they may. */
  refuses(person: string, action: Action, doc: string): Refusal | null
  /** Whether this person hears of decisions about a document. */
  hears(person: string, doc: string): boolean
  /** Whether a device of this person has handed over what it had of a document. */
  isDone(person: string, doc: string, device: string): boolean
}

interface Rights {
  readonly facts: AccessFacts
  readonly answers: Map<string, Refusal | null>
}

function answer(facts: AccessFacts, action: Action, ref: Result<DocumentRef, 'not-a-document'>) {
  if (!ref.ok) return ref.error
  return may(facts, action, ref.value) ? null : ('not-allowed' as const)
}

/** The access table applied to the facts of this moment, remembered until either of them changes. */
export function createAccess(accounts: Accounts, now: () => number): Access {
  const rights = new Map<string, Rights>()
  let version = -1
  let today = ''

  const rightsOf = (person: string): Rights => {
    const date = londonDate(now())
    if (accounts.version() !== version || date !== today) {
      rights.clear()
      version = accounts.version()
      today = date
    }
    const known = rights.get(person)
    if (known) return known
    const fresh: Rights = { facts: accounts.factsOf(person, date), answers: new Map() }
    rights.set(person, fresh)
    return fresh
  }

  return {
    facts: (person) => rightsOf(person).facts,
    refuses(person, action, doc) {
      const { facts, answers } = rightsOf(person)
      const key = `${action} ${doc}`
      const known = answers.get(key)
      if (known !== undefined) return known
      if (answers.size >= KEPT) answers.clear()
      const refusal = answer(facts, action, parseDocumentName(doc))
      answers.set(key, refusal)
      return refusal
    },
    hears(person, doc) {
      const ref = parseDocumentName(doc)
      return ref.ok && mayHear(rightsOf(person).facts, ref.value)
    },
    isDone(person, doc, device) {
      const ref = parseDocumentName(doc)
      return ref.ok && isDone(rightsOf(person).facts, ref.value, device)
    },
  }
}
