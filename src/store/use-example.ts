import { exampleOf, exampleRecord } from '../domain/checks/example.ts'
import { documentName } from '../domain/documents.ts'
import type { SmallPicture } from '../domain/small-picture.ts'
import { useRecords } from './react.tsx'

const TEMPLATES = [documentName({ kind: 'templates' })]

/** The example photo that a prompt names; null where it names none, or it has not arrived yet. */
export const useExample = (sha256: string): SmallPicture | null =>
  exampleOf(useRecords(exampleRecord, TEMPLATES).rows, sha256)
