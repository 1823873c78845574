import { useMemo } from 'react'
import { type Action, actionRecord } from '../../domain/actions/action.ts'
import { may } from '../../domain/access/table.ts'
import { type JoinedAnswer, joinAnswers } from '../../domain/checks/answers.ts'
import { isSubmitted } from '../../domain/checks/month.ts'
import {
  answerRecord,
  type Defect,
  defectRecord,
  type Run,
  runRecord,
} from '../../domain/checks/run.ts'
import { documentName, type DocumentRef } from '../../domain/documents.ts'
import { isoDate, urn as asUrn } from '../../domain/ids.ts'
import { photoRecord } from '../../domain/photos/photo.ts'
import { schoolYearBefore } from '../../domain/school-year.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { type RunRef, useRunRef } from './routing.ts'

/** One walk as the screens of it see it. */
export interface RunHere {
  readonly ref: RunRef
  /** Name of the document that the run lies in. */
  readonly name: string
  readonly run: Run
  readonly document: LiveDocument
  /** The same of the school year before: hazards found then may still be open. */
  readonly before: LiveDocument
  /** The school's one list of actions. */
  readonly list: LiveDocument
  readonly answers: ReadonlyMap<string, JoinedAnswer>
  /** Hazards of this school, of this year and the one before. */
  readonly defects: readonly Defect[]
  readonly runs: readonly Run[]
  readonly actions: readonly Action[]
  readonly photosOf: (record: string) => number
  /** Whether anything may still be written: never after it was handed in. */
  readonly writes: boolean
  readonly submitted: boolean
}

const of = (kind: 'checks' | 'walks' | 'school', urn: string, year: string): DocumentRef => ({
  kind,
  urn: asUrn(urn),
  year,
})

/** Name of the document of the same kind of the school year before. */
export const docBefore = ({ kind, urn, year }: RunRef): string =>
  documentName(of(kind, urn, schoolYearBefore(isoDate(`${year.slice(0, 4)}-09-01`))))

/** The walk of the address; 'closed' if it is not this person's to read, null if it is not there. */
export function useRunHere(): RunHere | 'opening' | 'closed' | null {
  const { me } = useDesk()
  const ref = useRunRef()
  const own = of(ref.kind, ref.urn, ref.year)
  const name = documentName(own)
  const document = useDocument(name)
  const before = useDocument(docBefore(ref))
  const list = useDocument(documentName(of('school', ref.urn, ref.year)))
  const content = useContent(document, before, list)
  const run = content.runs.find(({ id, removedAt }) => id === ref.run && removedAt === null)
  const answers = useMemo(() => joinAnswers(content.answers, ref.run), [content.answers, ref.run])
  if (!may(me, 'read', own)) return 'closed'
  if (!document.ready || !before.ready || !list.ready) return 'opening'
  if (!run) return null
  const submitted = isSubmitted(run)
  const writes = may(me, 'write', own) && !document.readOnly && !submitted
  return { ref, name, run, document, before, list, ...content, answers, writes, submitted }
}

/** Read once for each change of the documents, not for each look at the screen. */
function useContent(document: LiveDocument, before: LiveDocument, list: LiveDocument) {
  const now = useMemo(() => {
    const photos = new Map<string, number>()
    for (const { of: shown, removedAt } of document.all(photoRecord).rows)
      if (removedAt === null) photos.set(shown, (photos.get(shown) ?? 0) + 1)
    return {
      runs: document.all(runRecord).rows,
      answers: document.all(answerRecord).rows,
      defects: document.all(defectRecord).rows,
      photosOf: (record: string) => photos.get(record) ?? 0,
    }
  }, [document])
  const earlier = useMemo(
    () => ({ runs: before.all(runRecord).rows, defects: before.all(defectRecord).rows }),
    [before],
  )
  const actions = useMemo(() => list.all(actionRecord).rows, [list])
  return useMemo(
    () => ({
      answers: now.answers,
      photosOf: now.photosOf,
      runs: [...now.runs, ...earlier.runs],
      defects: [...now.defects, ...earlier.defects],
      actions,
    }),
    [now, earlier, actions],
  )
}
