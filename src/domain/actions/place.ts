import { type AccessFacts, repOf } from '../access/facts.ts'
import { parseDocumentName } from '../documents.ts'

/** URN of the school whose actions lie in a document; '' where that is not known to this person. */
export function schoolOfDocument(facts: AccessFacts, doc: string): string {
  const ref = parseDocumentName(doc)
  if (!ref.ok) return ''
  if ('urn' in ref.value) return ref.value.urn
  if ('rep' in ref.value) return repOf(facts, ref.value.rep)?.urn ?? ''
  if (ref.value.kind !== 'plan') return ''
  const { review } = ref.value
  const known = [...facts.reviews, ...(facts.plans ?? []), ...facts.calendar]
  return known.find(({ id }) => id === review)?.urn ?? ''
}
