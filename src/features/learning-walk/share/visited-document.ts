import { documentName } from '../../../domain/documents.ts'
import { personId, urn } from '../../../domain/ids.ts'

/** Where one member of staff finds what was shared with them, and answers. */
export const visitedDocument = (school: string, year: string, person: string): string =>
  documentName({ kind: 'visited', urn: urn(school), year, person: personId(person) })
