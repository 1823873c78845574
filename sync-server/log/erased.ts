import { isErasedForm } from '../../src/crdt/erase.ts'
import { parseDocumentName } from '../../src/domain/documents.ts'
import type { PushRow } from '../../src/domain/wire/messages.ts'

export interface Written extends Pick<PushRow, 'doc' | 'device' | 'bytes'> {
  readonly person: string
}

/** Only a reviewer's own notes can be taken back (docs/decisions/014): what is shared stays in its history. */
function isOwnNotes({ doc, person }: Written): boolean {
  const ref = parseDocumentName(doc)
  return ref.ok && ref.value.kind === 'notes' && ref.value.person === person
}

/**
 * What becomes of a row that comes again with other bytes: `erase` when it is the stored one without
 * its words, `erased` when the stored one is this one without them, `other` when it is neither.
 */
export function whenAgain(stored: Written, sent: Written): 'erase' | 'erased' | 'other' {
  const same =
    stored.doc === sent.doc && stored.person === sent.person && stored.device === sent.device
  if (!same || !isOwnNotes(sent)) return 'other'
  if (isErasedForm(sent.bytes, stored.bytes)) return 'erase'
  return isErasedForm(stored.bytes, sent.bytes) ? 'erased' : 'other'
}
